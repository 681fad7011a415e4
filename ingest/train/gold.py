"""Annotated articles for training: takes `articles/ID.txt` and `gold/ID.json`, gives them on tokens of a parse.

Positions are aligned on words, as the scorer does, so that normalising may have changed the text.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from spacy.tokens import Doc

WORD = re.compile(r"\w+")
Mentions = tuple[tuple[int, str], ...]  # number of the sentence, from 1, and trigger


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One annotated event: the tokens of each trigger found, in order, and the sentences (from 1) that it names."""

    type: str
    status: str
    start: str | None
    end: str | None
    place: str | None
    participants: tuple[str, ...]
    triggers: tuple[tuple[int, ...], ...]
    sentences: frozenset[int]


@dataclass(frozen=True, slots=True)
class GoldAgreement:
    """One annotated agreement: each mention as sentence (from 1) and trigger, who is party, kind and status, and the
    tokens of each trigger found, in order.
    """

    mentions: tuple[tuple[int, str], ...]
    parties: tuple[str, ...]
    kind: str
    status: str
    triggers: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class GoldQuotation:
    """One annotated quotation: the tokens of its first words, and who says it."""

    opening: tuple[int, ...]
    speaker: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """What is annotated in an article; `words_of` gives token to annotated words, `number_of` word to sentence."""

    id: str
    events: tuple[GoldEvent, ...]
    words_of: dict[int, tuple[int, ...]]
    number_of: tuple[int, ...]
    agreements: tuple[GoldAgreement, ...] = ()
    quotations: tuple[GoldQuotation, ...] = ()

    def sentences_at(self, tokens: tuple[int, ...]) -> frozenset[int]:
        """Numbers of the annotated sentences in which the tokens stand."""
        return frozenset(self.number_of[w] for token in tokens for w in self.words_of.get(token, ()))


def load_gold(path: Path, doc: Doc) -> GoldArticle:
    """Read one annotation and place it on the tokens of its article's parse."""
    data = json.loads(path.read_text(encoding="utf-8"))
    gold_words: list[str] = []
    number_of: list[int] = []
    for number, sentence in enumerate(data["sentences"], 1):
        words = [m.group().lower() for m in WORD.finditer(sentence)]
        gold_words += words
        number_of += [number] * len(words)
    words_of = align(doc, gold_words)
    token_of: dict[int, int] = {w: token for token, words in words_of.items() for w in words}
    events = tuple(_event(raw, gold_words, number_of, token_of) for raw in data["events"])
    agreements = tuple(_agreement(raw, gold_words, number_of, token_of) for raw in data.get("agreements", ()))
    quotations = tuple(
        GoldQuotation(found[0], speaker)
        for number, speaker, opening in data.get("quotations", ())
        if (found := _triggers(((number, opening),), gold_words, number_of, token_of))
    )
    return GoldArticle(path.stem, events, words_of, tuple(number_of), agreements, quotations)


def words_in(doc: Doc) -> list[tuple[str, int]]:
    """The words of the text, in lower case, each with the token that it begins in."""
    starts = [token.idx for token in doc]
    return [(m.group().lower(), bisect_right(starts, m.start()) - 1) for m in WORD.finditer(doc.text)]


def align(doc: Doc, gold_words: list[str]) -> dict[int, tuple[int, ...]]:
    """Token index to the annotated words that it holds."""
    mine = words_in(doc)
    matcher = SequenceMatcher(None, [word for word, _ in mine], gold_words, autojunk=False)
    found: dict[int, tuple[int, ...]] = {}
    for block in matcher.get_matching_blocks():
        for k in range(block.size):
            token = mine[block.a + k][1]
            found[token] = (*found.get(token, ()), block.b + k)
    return found


def _triggers(
    mentions: Mentions, words: list[str], number_of: list[int], token_of: dict[int, int]
) -> tuple[tuple[int, ...], ...]:
    """The tokens of each trigger that its sentence holds, as often as it does, in order."""
    triggers = []
    for number, trigger in mentions:
        wanted = [m.group().lower() for m in WORD.finditer(trigger)]
        inside = [i for i, n in enumerate(number_of) if n == number]
        for k in range(len(inside) - len(wanted) + 1):
            if wanted and [words[i] for i in inside[k : k + len(wanted)]] == wanted:
                tokens = {token_of[i] for i in inside[k : k + len(wanted)] if i in token_of}
                if tokens:
                    triggers.append(tuple(sorted(tokens)))
    return tuple(sorted(triggers))


def _mentions(raw: dict[str, object]) -> Mentions:
    return tuple((number, trigger) for number, trigger in raw["mentions"])  # type: ignore[attr-defined]


def _agreement(
    raw: dict[str, object], words: list[str], number_of: list[int], token_of: dict[int, int]
) -> GoldAgreement:
    mentions = _mentions(raw)
    return GoldAgreement(
        mentions=mentions,
        parties=tuple(raw["parties"]),  # type: ignore[arg-type]
        kind=str(raw["kind"]),
        status=str(raw["status"]),
        triggers=_triggers(mentions, words, number_of, token_of),
    )


def _event(raw: dict[str, object], words: list[str], number_of: list[int], token_of: dict[int, int]) -> GoldEvent:
    mentions = _mentions(raw)
    return GoldEvent(
        type=str(raw["type"]),
        status=str(raw["status"]),
        start=raw["start"],  # type: ignore[arg-type]
        end=raw["end"],  # type: ignore[arg-type]
        place=raw["place"],  # type: ignore[arg-type]
        participants=tuple(raw["participants"]),  # type: ignore[arg-type]
        triggers=_triggers(mentions, words, number_of, token_of),
        sentences=frozenset(number for number, _ in mentions),
    )
