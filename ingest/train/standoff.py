"""Annotations that stand apart from their texts: takes JSON Lines and the readings of texts, gives lessons.

The texts stay with their publishers: a mention is the number of its first word in the text as it is read, and the
words themselves, which are looked for around that number. One object for each text, events as in the annotation of an
article:
{"id": stem of the text's file, "events": [{"type", "mentions": [[word from 0, trigger]], "start", "end", "status",
"place", "participants"}]}.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ingest.errors import InputError
from ingest.extract.categories import STATUSES, TYPES
from ingest.extract.events.reading import Reading
from ingest.train.gold import WORD, GoldArticle, GoldEvent

ASTRAY = 10  # words by which a number may be off, where texts are read a little differently than they were


def load_standoff(path: Path, texts: Sequence[Reading]) -> list[tuple[Reading, GoldArticle]]:
    """The text and the annotation of each line, in order.

    Raises InputError for a line that is no annotation, names no text, or has a mention that its text does not.
    """
    reading_of = {Path(reading.article.path).stem: reading for reading in texts}
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            raw = json.loads(line)
            reading = reading_of[raw["id"]]
            found.append((reading, place(raw, reading)))
        except KeyError as error:
            wrong, todo = f"{error} is missing", "Give each line `id` and `events`, and the folder of its text."
            raise InputError(f"{path}:{number}", wrong, todo) from None
        except (TypeError, ValueError) as error:
            raise InputError(f"{path}:{number}", str(error), "Mend or remove the line.") from None
    return found


def place(raw: dict[str, Any], reading: Reading) -> GoldArticle:
    """One annotation on the tokens of its text. Raises KeyError, TypeError and ValueError, with what is wrong."""
    words: list[str] = []
    tokens: list[int] = []
    for token in reading.doc:
        own = [match.group().lower() for match in WORD.finditer(token.text)]
        words += own
        tokens += [token.i] * len(own)
    words_of: dict[int, tuple[int, ...]] = {}
    for word, at in enumerate(tokens):
        words_of[at] = (*words_of.get(at, ()), word)
    number_of = tuple(reading.sentence_of[token] + 1 for token in tokens)
    events = tuple(_event(event, words, tokens, number_of) for event in raw["events"])
    return GoldArticle(raw["id"], events, words_of, number_of)


def _event(raw: dict[str, Any], words: list[str], tokens: list[int], number_of: tuple[int, ...]) -> GoldEvent:
    if raw["type"] not in TYPES or raw["status"] not in STATUSES:
        raise ValueError(f"no type or status: {raw['type']}, {raw['status']}")
    spans = [_span(first, trigger, words) for first, trigger in raw["mentions"]]
    return GoldEvent(
        type=raw["type"],
        status=raw["status"],
        start=raw["start"],
        end=raw["end"],
        place=raw["place"],
        participants=tuple(raw["participants"]),
        triggers=tuple(sorted(tuple(sorted({tokens[word] for word in span})) for span in spans)),
        sentences=frozenset(number_of[span[0]] for span in spans),
    )


def _span(first: int, trigger: str, words: list[str]) -> range:
    """The words of a trigger, nearest to where it is said to be."""
    own = [match.group().lower() for match in WORD.finditer(trigger)]
    for at in sorted(range(max(0, first - ASTRAY), first + ASTRAY + 1), key=lambda at: abs(at - first)):
        if own and words[at : at + len(own)] == own:
            return range(at, at + len(own))
    raise ValueError(f"{trigger!r} is not at word {first} of the text")
