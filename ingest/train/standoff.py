"""Annotations that stand apart from their texts: takes JSON Lines and the readings of texts, gives lessons.

The texts stay with their publishers: a mention is the number of its first word in the text as it is read, and the
words themselves, which are looked for around that number. One object for each text, events as in the annotation of an
article, and agreements where it has any:
{"id": stem of the text's file, "events": [{"type", "mentions": [[word from 0, trigger]], "start", "end", "status",
"place", "participants"}], "agreements": [{"mentions", "kind", "status", "parties"}]}.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ingest.errors import InputError
from ingest.extract.categories import AGREEMENT_KINDS, AGREEMENT_STATUSES, STATUSES, TYPES
from ingest.extract.events.reading import Reading
from ingest.train.gold import WORD, GoldAgreement, GoldArticle, GoldEvent, words_in

ASTRAY = 10  # words by which a number may be off, where texts are read a little differently than they were


def load_standoff(path: Path, texts: Sequence[Reading]) -> list[tuple[Reading, GoldArticle]]:
    """The text and the annotation of each line, in order.

    Raises InputError for a line that is no annotation, names no text or one that another line has, or has a mention
    that its text does not.
    """
    reading_of = {Path(reading.article.path).stem: reading for reading in texts}
    found: dict[str, tuple[Reading, GoldArticle]] = {}
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            raw = json.loads(line)
            name = raw["id"]
            if name in found:
                raise ValueError(f"{name!r} is annotated twice")
            if name not in reading_of:
                raise ValueError(f"no text is called {name!r} in the folders given")
            found[name] = reading_of[name], _on_tokens(raw, reading_of[name])
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(str(path), _wrong(error), "Mend or remove the line.", f"line {number}") from None
    return list(found.values())


def _wrong(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON: {error.msg} at character {error.pos}"
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _on_tokens(raw: dict[str, Any], reading: Reading) -> GoldArticle:
    """One annotation on the tokens of its text. Raises KeyError, TypeError and ValueError, with what is wrong."""
    words = words_in(reading.doc)
    words_of: dict[int, tuple[int, ...]] = {}
    for word, (_, token) in enumerate(words):
        words_of[token] = (*words_of.get(token, ()), word)
    number_of = tuple(reading.sentence_of[token] + 1 for _, token in words)
    events = tuple(_event(event, words, number_of) for event in raw["events"])
    agreements = tuple(_agreement(agreement, words, number_of) for agreement in raw.get("agreements", ()))
    return GoldArticle(raw["id"], events, words_of, number_of, agreements)


def _event(raw: dict[str, Any], words: list[tuple[str, int]], number_of: tuple[int, ...]) -> GoldEvent:
    if raw["type"] not in TYPES or raw["status"] not in STATUSES:
        raise ValueError(f"no type or status: {raw['type']}, {raw['status']}")
    if not raw["mentions"] or not isinstance(raw["participants"], list):
        raise ValueError("an event has no mention, or participants that are no list")
    start, end = raw["start"], raw["end"]
    if (start is None) != (end is None) or (start and date.fromisoformat(start) > date.fromisoformat(end)):
        raise ValueError(f"no interval: {start} to {end}")
    spans = [_span(first, trigger, words) for first, trigger in raw["mentions"]]
    return GoldEvent(
        type=raw["type"],
        status=raw["status"],
        start=start,
        end=end,
        place=raw["place"],
        participants=tuple(raw["participants"]),
        triggers=_tokens(spans, words),
        sentences=frozenset(number_of[span[0]] for span in spans),
    )


def _agreement(raw: dict[str, Any], words: list[tuple[str, int]], number_of: tuple[int, ...]) -> GoldAgreement:
    if raw["kind"] not in AGREEMENT_KINDS or raw["status"] not in AGREEMENT_STATUSES:
        raise ValueError(f"no kind or status of an agreement: {raw['kind']}, {raw['status']}")
    spans = [_span(first, trigger, words) for first, trigger in raw["mentions"]]
    return GoldAgreement(
        mentions=tuple(
            (number_of[span[0]], trigger) for span, (_, trigger) in zip(spans, raw["mentions"], strict=True)
        ),
        parties=tuple(raw["parties"]),
        kind=raw["kind"],
        status=raw["status"],
        triggers=_tokens(spans, words),
    )


def _tokens(spans: Sequence[range], words: list[tuple[str, int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(sorted(tuple(sorted({words[at][1] for at in span})) for span in spans))


def _span(first: int, trigger: str, words: list[tuple[str, int]]) -> range:
    """The words of a trigger, nearest to where it is said to be."""
    own = [match.group().lower() for match in WORD.finditer(trigger)]
    for at in sorted(range(max(0, first - ASTRAY), first + ASTRAY + 1), key=lambda at: abs(at - first)):
        if own and [word for word, _ in words[at : at + len(own)]] == own:
            return range(at, at + len(own))
    raise ValueError(f"{trigger!r} is not at word {first} of the text")
