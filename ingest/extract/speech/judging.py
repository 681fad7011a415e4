"""Speakers whom the rules leave open: takes quotations, gives those said by a pronoun or an age ("it tweeted", "the
24-year-old wrote") the one whom the encoder is sure of, and those said by "the beekeeper", whom the rules have not met
before, the one with a name who is likelier.

The rules know who is meant by the grammar around; the encoder has seen whole passages with their speakers. Where the
rules name someone their word stands, as do words for the unnamed ("a guide").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from ingest.extract.cast import Cast
from ingest.extract.encoder.layout import AHEAD, REACH, Encoded
from ingest.model import Quotation

SURE = 1.0  # log odds from which a speaker is taken
ONE = re.compile(r"he|she|i|(the )?\d{1,3}-year-old", re.I)
ONE_PERSON = frozenset({"person"})
BODY = re.compile(r"it|they|we", re.I)


def name_speakers(doc: Doc, cast: Cast, quotations: Sequence[Quotation], encoded: Encoded) -> list[Quotation]:
    """The quotations in order, some with a speaker that they had not. What goes on without words of its own for the
    speaker ("... it read. '...'") is said by whom the piece before is said by.
    """
    named: list[Quotation] = []
    for number, quotation in enumerate(quotations):
        before = quotations[number - 1] if number else None
        if quotation.speaker is None and before is not None and _goes_on(before, quotation):
            quotation = replace(quotation, speaker=named[-1].speaker)
        elif quotation.speaker is None and (kinds := _kinds(quotation.speaker_text or "")):
            odds = _odds(doc, cast, quotations, quotation, kinds, encoded)
            best = max(odds, key=lambda entity: odds[entity], default=None)
            quotation = replace(quotation, speaker=best if best is not None and odds[best] > SURE else None)
        elif quotation.speaker is not None and _is_only_described(doc, cast, quotation, quotation.speaker):
            odds = _odds(doc, cast, quotations, quotation, ONE_PERSON, encoded)
            least = max(0.0, odds.get(quotation.speaker, 0.0))
            named_ones = [i for i in odds if odds[i] > least and not cast.entities[i].name.islower()]
            quotation = replace(quotation, speaker=max(named_ones, key=lambda i: odds[i], default=quotation.speaker))
        named.append(quotation)
    return named


def opening(doc: Doc, quotation: Quotation) -> int | None:
    """The first word that is quoted, where it is a token of its own."""
    said = doc.char_span(quotation.start, quotation.end, alignment_mode="contract")
    return next((token.i for token in said or () if not token.is_punct and not token.is_space), None)


def _goes_on(before: Quotation, quotation: Quotation) -> bool:
    return quotation.cue is None and before.speaker is None and quotation.speaker_text == before.speaker_text


def _kinds(words: str) -> frozenset[str]:
    """The kinds of those for whom a pronoun or an age can stand; none for other words."""
    if ONE.fullmatch(words):
        return ONE_PERSON
    return frozenset({"organisation", "country", "group"}) if BODY.fullmatch(words) else frozenset()


def _is_only_described(doc: Doc, cast: Cast, quotation: Quotation, speaker: int) -> bool:
    """Whether the speaker is someone called by one noun alone, with "the" where it speaks ("the beekeeper said")."""
    entity = cast.entities[speaker]
    if entity.kind != "person" or not entity.name.isalpha() or not entity.name.islower():
        return False
    text = doc.text
    told = [m for m in cast.mentions if speaker in m.entities and abs(m.sentence - quotation.sentence) <= 1]
    return bool(told) and all(text[max(0, m.start - 4) : m.start].lower() == "the " for m in told)


def _odds(
    doc: Doc,
    cast: Cast,
    quotations: Sequence[Quotation],
    quotation: Quotation,
    kinds: frozenset[str],
    encoded: Encoded,
) -> dict[int, float]:
    """The encoder's log odds that each entity told of around the quotation says it."""
    first = opening(doc, quotation)
    near: list[tuple[int, Span]] = []
    for mention in cast.mentions:
        if len(mention.entities) != 1 or cast.entity_kind(mention.entities[0]) not in kinds:
            continue
        if not -REACH["speaker"] <= mention.sentence - quotation.sentence <= AHEAD:
            continue
        if any(other.start <= mention.start < other.end for other in quotations):
            continue
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        near += [] if span is None else [(mention.entities[0], span)]
    if first is None or not near:
        return {}
    odds = encoded.related("speaker", [first], [span.root.i for _, span in near])[0]
    best: dict[int, float] = {}
    for (entity, _), value in zip(near, odds.tolist(), strict=True):
        best[entity] = max(value, best.get(entity, value))
    return best
