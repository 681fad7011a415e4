"""Speakers whom the rules leave open: takes quotations, gives those said by a pronoun or an age ("it tweeted", "the
24-year-old wrote") the one whom the encoder is sure of.

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
            quotation = replace(quotation, speaker=_likeliest(doc, cast, quotations, quotation, kinds, encoded))
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
        return frozenset({"person"})
    return frozenset({"organisation", "country", "group"}) if BODY.fullmatch(words) else frozenset()


def _likeliest(
    doc: Doc,
    cast: Cast,
    quotations: Sequence[Quotation],
    quotation: Quotation,
    kinds: frozenset[str],
    encoded: Encoded,
) -> int | None:
    """The entity told of around the quotation that the encoder believes to say it, if it is sure of one."""
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
        return None
    odds = encoded.related("speaker", [first], [span.root.i for _, span in near])[0]
    best = int(odds.argmax())
    return near[best][0] if odds[best] > SURE else None
