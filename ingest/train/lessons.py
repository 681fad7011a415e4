"""What training learns from: takes annotated articles, gives for each its reading, its candidates and their labels."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ingest.extract.categories import TYPES
from ingest.extract.events.attaching import Grouped
from ingest.extract.events.candidates import find_candidates
from ingest.extract.events.clauses import Clause
from ingest.extract.events.models import Numbers
from ingest.extract.events.reading import Reading
from ingest.extract.events.scored import Scored
from ingest.train.gold import GoldArticle

EMPTY = Scored(
    [],
    [],
    np.zeros((0, 1), dtype=np.float32),
    np.zeros(0, dtype=np.float32),
    np.zeros(0),
    np.zeros((0, len(TYPES))),
)


@dataclass(slots=True)
class Lesson:
    """One article, held out in `fold`, and what the stages so far say of it when it is held out.

    `beside` marks what is learned from but not checked on, `alike` what is of the kind that will be read. `owner` gives
    the annotated event of a candidate's token, -1 for none; `matched` gives group to annotated event.
    """

    reading: Reading
    gold: GoldArticle
    fold: int
    owner: dict[int, int]
    beside: bool = False
    alike: bool = True
    all: Scored = field(default_factory=lambda: EMPTY)
    kept: Scored = field(default_factory=lambda: EMPTY)
    clauses: list[Clause] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    pair_rows: Numbers = field(default_factory=lambda: np.zeros((0, 0)))
    groups: list[list[int]] = field(default_factory=list)
    group_rows: Numbers = field(default_factory=lambda: np.zeros((0, 0)))
    matched: dict[int, int] = field(default_factory=dict)
    grouped: list[tuple[int, Grouped]] = field(default_factory=list)

    def label_of(self, scored: Scored) -> npt.NDArray[np.int64]:
        """The annotated event of each row of a part of the candidates."""
        return np.array([self.owner[c.token] for c in scored.candidates], dtype=np.int64)


def make_lesson(reading: Reading, gold: GoldArticle, fold: int, beside: bool = False, alike: bool = True) -> Lesson:
    """Candidates with their labels; all else is filled by the stages."""
    told: dict[int, int] = {}
    for index, event in enumerate(gold.events):
        for tokens in event.triggers:
            for token in tokens:
                told.setdefault(token, index)
    owner = {c.token: told.get(c.token, -1) for c in find_candidates(reading)}
    return Lesson(reading, gold, fold, owner, beside, alike)
