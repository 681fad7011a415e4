"""Candidates with what the models say of them, row by row."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.extract.events.candidates import Candidate
from ingest.extract.events.models import Numbers
from ingest.extract.events.words import Array


@dataclass(slots=True)
class Scored:
    """Candidates of an article: their features, the encoder's log odds, the chance that each tells a happening, shape
    (candidates,), and the shares of the types, shape (candidates, types).
    """

    candidates: list[Candidate]
    named: list[list[str]]
    numbers: Array
    odds: Array
    chance: Numbers
    types: Numbers

    def pick(self, rows: list[int]) -> Scored:
        """The same of a part of the rows."""
        return Scored(
            [self.candidates[i] for i in rows],
            [self.named[i] for i in rows],
            self.numbers[rows],
            self.odds[rows],
            self.chance[rows],
            self.types[rows],
        )
