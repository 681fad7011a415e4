"""What the columns of an encoded word mean: takes rows of numbers, gives log odds by name.

Columns: one for "tells a happening", one for each type, one for each status; one for "tells an agreement", one for each
kind, one for each status of those; then for each relation two projections of the word, as the one that tells and as the
other word, and at last two plain scores for each relation. Training and use share this layout.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ingest.extract.categories import AGREEMENT_KINDS, AGREEMENT_STATUSES, STATUSES, TYPES

Array = npt.NDArray[np.float32]
RELATIONS = ("same", "part", "time", "place", "party", "speaker")  # of happenings four, of agreements, of quotations
REACH = {"part": 3, "time": 4, "party": 3, "speaker": 6}  # sentences back in which the other word may stand
AHEAD = 1  # sentences on in which it may
PROJECTED = 48  # width of a projection
FIRST_TYPE = 1
FIRST_STATUS = FIRST_TYPE + len(TYPES)
AGREEMENT = FIRST_STATUS + len(STATUSES)
FIRST_AGREEMENT_KIND = AGREEMENT + 1
FIRST_AGREEMENT_STATUS = FIRST_AGREEMENT_KIND + len(AGREEMENT_KINDS)
FIRST_PROJECTION = FIRST_AGREEMENT_STATUS + len(AGREEMENT_STATUSES)
FIRST_PLAIN = FIRST_PROJECTION + 2 * PROJECTED * len(RELATIONS)
WIDTH = FIRST_PLAIN + 2 * len(RELATIONS)
SCALE = 4 / PROJECTED**0.5


@dataclass(frozen=True, slots=True)
class Encoded:
    """The encoded words of an article, shape (words, WIDTH)."""

    rows: Array

    def happening(self, words: list[int]) -> Array:
        """Log odds that each word tells a happening."""
        return self.rows[words, 0]

    def types(self, words: list[int]) -> Array:
        """Probabilities of the types, in the order of TYPES, shape (words, types)."""
        return _shares(self.rows[words, FIRST_TYPE:FIRST_STATUS])

    def statuses(self, words: list[int]) -> Array:
        """Probabilities of the statuses, in the order of STATUSES, shape (words, statuses)."""
        return _shares(self.rows[words, FIRST_STATUS:AGREEMENT])

    def agreeing(self, words: list[int]) -> Array:
        """Log odds that each word tells an agreement."""
        return self.rows[words, AGREEMENT]

    def agreement_kinds(self, words: list[int]) -> Array:
        """Probabilities of the kinds of agreements, in the order of AGREEMENT_KINDS, shape (words, kinds)."""
        return _shares(self.rows[words, FIRST_AGREEMENT_KIND:FIRST_AGREEMENT_STATUS])

    def agreement_statuses(self, words: list[int]) -> Array:
        """Probabilities of their statuses, in the order of AGREEMENT_STATUSES, shape (words, statuses)."""
        return _shares(self.rows[words, FIRST_AGREEMENT_STATUS:FIRST_PROJECTION])

    def related(self, relation: str, words: list[int], others: list[int]) -> Array:
        """Log odds of a relation between each word and each other one, shape (words, others); what the distance between
        them would say by itself is left to whoever asks.
        """
        begin, plain = _projections_of(relation).start, FIRST_PLAIN + 2 * RELATIONS.index(relation)
        own = self.rows[words, begin : begin + PROJECTED]
        other = self.rows[others, begin + PROJECTED : begin + 2 * PROJECTED]
        odds: Array = own @ other.T * SCALE + self.rows[words, plain][:, None] + self.rows[others, plain + 1][None, :]
        return odds

    def likeness(self, words: list[int]) -> list[Array]:
        """How alike words are, as cosines from -1 to 1 of shape (words, words): in their types, as mentions of a
        happening told before, in who takes part, and in all that belongs to a happening.
        """
        rows = self.rows[words]
        same, part, place = (_projections_of(relation) for relation in ("same", "part", "place"))
        columns = (
            slice(FIRST_TYPE, FIRST_STATUS),
            slice(same.start + PROJECTED, same.stop),
            slice(part.start, part.start + PROJECTED),
            slice(part.start, place.stop),
        )
        return [_cosines(rows[:, part]) for part in columns]


def _projections_of(relation: str) -> slice:
    """The columns of both projections of a relation."""
    begin = FIRST_PROJECTION + 2 * PROJECTED * RELATIONS.index(relation)
    return slice(begin, begin + 2 * PROJECTED)


def _cosines(rows: Array) -> Array:
    unit = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    cosines: Array = unit @ unit.T
    return cosines


def nothing_encoded() -> Encoded:
    """No words."""
    return Encoded(np.zeros((0, WIDTH), dtype=np.float32))


def _shares(odds: Array) -> Array:
    powers = np.exp(odds - odds.max(axis=1, keepdims=True)) if len(odds) else odds
    shares: Array = powers / powers.sum(axis=1, keepdims=True)
    return shares
