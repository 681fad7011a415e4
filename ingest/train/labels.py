"""What the encoder learns from: takes lessons, gives them in word pieces with labels of words and of pairs.

Words and pairs are labelled as for the models that use the encoder's numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.evaluation.names import same_name
from ingest.extract.categories import STATUSES, TYPES
from ingest.extract.encoder.encoder import words_to_encode
from ingest.extract.encoder.layout import RELATIONS
from ingest.extract.encoder.pieces import Pieces
from ingest.extract.events.clauses import bounds
from ingest.extract.events.reading import Named, Reading
from ingest.train.gold import GoldEvent
from ingest.train.lessons import Lesson
from ingest.train.score import forms

REACH = {"part": 3, "time": 4}  # sentences back in which a name or a time may belong to a happening
Pair = tuple[int, int, bool]


@dataclass(slots=True)
class Labelled:
    """One article in pieces, with the labels of its words and of pairs of them."""

    numbers: list[int]
    first: list[int]
    sentence_of: list[int]
    happening: dict[int, int]
    types: dict[int, int]
    statuses: dict[int, int]
    pairs: dict[str, list[Pair]] = field(default_factory=lambda: {name: [] for name in RELATIONS})


def label(lesson: Lesson, pieces: Pieces) -> Labelled:
    """The lesson in word pieces."""
    numbers: list[int] = []
    first: list[int] = []
    for word in words_to_encode(lesson.reading.doc, lesson.reading.sentences):
        own = pieces.of(word)
        first.append(len(numbers) if own else -1)
        numbers += own
    true = {token: lesson.gold.events[event] for token, event in lesson.owner.items() if event >= 0}
    article = Labelled(
        numbers,
        first,
        lesson.reading.sentence_of,
        {token: int(token in true) for token in lesson.owner},
        {token: TYPES.index(event.type) for token, event in true.items()},
        {token: STATUSES.index(event.status) for token, event in true.items()},
    )
    for token, event in true.items():
        _pair(article, lesson.reading, token, event)
    article.pairs["same"] = [
        (later, earlier, true[later] is true[earlier]) for row, later in enumerate(true) for earlier in list(true)[:row]
    ]
    return article


def _pair(article: Labelled, reading: Reading, token: int, event: GoldEvent) -> None:
    """Set a trigger against the names and times around it and against all places."""
    cast = reading.cast
    here = reading.sentence_of[token]
    for named in _near(reading.actors, here, REACH["part"]):
        hit = any(same_name(name, forms(cast, e)) for e in named.targets for name in event.participants)
        article.pairs["part"].append((token, named.head, hit))
    for named in _near(reading.times, here, REACH["time"]):
        own = bounds(reading.expressions[named.targets[0]])
        article.pairs["time"].append((token, named.head, bool(event.start) and own == (event.start, event.end)))
    for named in (n for row in reading.places for n in row):
        hit = bool(event.place) and same_name(event.place or "", [cast.places[named.targets[0]].name])
        article.pairs["place"].append((token, named.head, hit))


def _near(rows: Sequence[Sequence[Named]], sentence: int, back: int) -> Iterator[Named]:
    """What stands in the sentence, some before it and the one after."""
    for row in rows[max(0, sentence - back) : sentence + 2]:
        yield from row
