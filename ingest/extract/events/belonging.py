"""What triggers that tell of one happening have in common by the encoder's word: takes triggers, gives for each pair
how alike they are in those who take part, in when and where.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from ingest.extract.encoder.layout import AHEAD
from ingest.extract.events.attaching import UNREAD
from ingest.extract.events.attaching_when import days_of, may_date
from ingest.extract.events.clauses import Clause
from ingest.extract.events.models import Numbers, logistic
from ingest.extract.events.reading import Named, Reading

Indices = npt.NDArray[np.intp]
Thing = tuple[Named, Hashable]

BACK = {"part": 2, "time": 4, "place": math.inf}  # sentences back in which what belongs to a trigger may stand
LEAST = 0.1  # chances that sum up to less are as good as none


def belonging_numbers(reading: Reading, clauses: Sequence[Clause], i: Indices, j: Indices) -> list[Numbers]:
    """Columns for the pairs (i, j): of entities, days and places, each with the chance that it belongs to either."""
    things = {"part": _entities(reading), "time": _days(reading), "place": _places(reading)}
    return [
        column
        for relation, found in things.items()
        for column in _compared(_chances(reading, clauses, relation, list(found)), i, j)
    ]


def _entities(reading: Reading) -> Iterator[Thing]:
    """Everyone named, so that "both leaders" count as either of them."""
    return ((named, entity) for row in reading.actors for named in row for entity in named.targets)


def _days(reading: Reading) -> Iterator[Thing]:
    """Expressions by the days that they tell, so that two of one day count as one."""
    days = days_of(reading)
    for named in (named for row in reading.times for named in row):
        index = named.targets[0]
        told = days[index] if may_date(reading, index) else None
        if told is not None:
            yield named, told


def _places(reading: Reading) -> Iterator[Thing]:
    return ((named, named.targets[0]) for row in reading.places for named in row)


def _chances(reading: Reading, clauses: Sequence[Clause], relation: str, things: Sequence[Thing]) -> Numbers:
    """How likely each thing belongs to each trigger, at its best mention in reach; shape (triggers, things)."""
    if not things:
        return np.zeros((len(clauses), 1))
    known: dict[Hashable, int] = {}
    column = np.array([known.setdefault(thing, len(known)) for _, thing in things])
    odds = reading.encoded.related(relation, [c.token.i for c in clauses], [named.head for named, _ in things])
    gap = np.array([c.sentence for c in clauses])[:, None] - np.array([named.sentence for named, _ in things])
    odds = np.where((gap >= -AHEAD) & (gap <= BACK[relation]), odds, UNREAD)
    best = np.full((len(known), len(clauses)), UNREAD)
    np.maximum.at(best, column, odds.T)
    return logistic(best.T)


def _compared(chances: Numbers, i: Indices, j: Indices) -> list[Numbers]:
    """For each pair what both have, as a sum and as a share of the smaller sum; the cosine of their chances; and the
    largest chance of what the first has and the second has not.
    """
    ours, theirs = chances[i], chances[j]
    common = np.minimum(ours, theirs).sum(axis=1)
    sums = chances.sum(axis=1)
    unit = chances / np.maximum(np.linalg.norm(chances, axis=1, keepdims=True), 1e-6)
    return [
        common,
        common / np.maximum(LEAST, np.minimum(sums[i], sums[j])),
        (unit @ unit.T)[i, j],
        np.maximum(0, ours - theirs).max(axis=1),
    ]
