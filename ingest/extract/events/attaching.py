"""What participants, times and places of an event have in common when they are weighed: takes an event's triggers and a
mention, gives numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.extract.categories import STATUSES, TYPES
from ingest.extract.events.clauses import Clause
from ingest.extract.events.models import Numbers
from ingest.extract.events.reading import Named, Reading
from ingest.extract.events.relations import WIDTH, relation
from ingest.extract.events.syntax import is_passive, predicate

NOWHERE = [-1.0] * WIDTH
DISCOURSE = 3  # sentences back that may still date a happening
IN_MIND = (20, 8)  # sentences before and after an event whose names a reader has in mind, however long the article
UNREAD = -12.0  # below all log odds of the encoder


@dataclass(slots=True)
class Grouped:
    """An event before it is assembled: its clauses in text order and what is settled of it so far."""

    clauses: list[Clause]
    rows: list[int]
    type: str
    status: str
    chance: float
    share: float


def event_numbers(event: Grouped) -> list[float]:
    """What is settled of the event itself."""
    first = event.clauses[0]
    return [
        TYPES.index(event.type),
        STATUSES.index(event.status),
        len(event.clauses),
        min(first.sentence, IN_MIND[0]),
        first.verbal,
        is_passive(predicate(first.token)),
    ]


def nearest(event: Grouped, row: Sequence[Named], reading: Reading) -> tuple[list[float], Clause | None, Named | None]:
    """The relation of the closest pair of a trigger and one of the words, by steps in the parse, then by distance."""
    best: list[float] | None = None
    pair: tuple[Clause | None, Named | None] = (None, None)
    for clause in event.clauses:
        for named in row:
            if named.sentence == clause.sentence:
                numbers = relation(clause.token, reading.words[named.head])
                if best is None or _closeness(numbers) < _closeness(best):
                    best, pair = numbers, (clause, named)
    return (best, *pair) if best is not None else (NOWHERE, None, None)


def _closeness(numbers: list[float]) -> tuple[float, float]:
    return numbers[0] + numbers[1] + 2 * numbers[13], numbers[12]


def what_is_read(reading: Reading, event: Grouped, relation: str, things: Sequence[Sequence[Named]]) -> Numbers:
    """What the encoder says of the event and each thing, shape (things, 5): log odds at its best mention in the event's
    sentences and, second, in those around them, UNREAD where it has no mention there; then how both stand to those of
    the other things.
    """
    heads = sorted({named.head for thing in things for named in thing})
    odds = reading.encoded.related(relation, [c.token.i for c in event.clauses], heads).max(axis=0)
    at = dict(zip(heads, odds.tolist(), strict=True))
    sentences = {c.sentence for c in event.clauses}
    around = {s + k for s in sentences for k in range(-DISCOURSE, 2)}
    read = np.array(
        [
            [max((at[n.head] for n in thing if n.sentence in where), default=UNREAD) for where in (sentences, around)]
            for thing in things
        ],
        dtype=np.float64,
    ).reshape(len(things), 2)
    return np.column_stack([read, _beside_others(read)])


def _beside_others(read: Numbers) -> Numbers:
    """How the log odds of each thing stand to those of the others: for either column what they are above the best of
    them, and how many are above them in the first.
    """
    count = len(read)
    if count < 2:
        return np.tile([-UNREAD, -UNREAD, 0.0], (count, 1))
    order = np.sort(read, axis=0)
    best = np.where(read == order[-1], order[-2], order[-1])
    above = count - np.searchsorted(order[:, 0], read[:, 0], side="right")
    return np.column_stack([read - best, above])


def closer_triggers(event: Grouped, told: Sequence[Clause], clause: Clause | None, named: Named | None) -> list[int]:
    """How many triggers of other events stand closer to the words than the event's own, and how many between."""
    if clause is None or named is None:
        return [-1, -1]
    own = clause.token.i
    low, high = sorted((own, named.head))
    others = [c.token.i for c in told if c.sentence == named.sentence and c not in event.clauses]
    closer = sum(1 for i in others if abs(i - named.head) < abs(own - named.head))
    return [closer, sum(1 for i in others if low < i < high)]
