"""A second look at each candidate: takes first scores, gives rows that set a candidate against its neighbours.

A word is a likelier trigger where its article uses it for a happening elsewhere, less likely where its governor
already tells the happening.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ingest.extract.events.candidates import Candidate
from ingest.extract.events.models import Numbers
from ingest.extract.events.reading import Reading
from ingest.extract.events.syntax import predicate
from ingest.extract.events.words import Array

NEAR = 0.3  # a first score from which a neighbour counts as a likely trigger


@dataclass(slots=True)
class Scored:
    """Candidates of an article with what the models said of them so far, row by row; `odds` are the encoder's."""

    candidates: list[Candidate]
    named: list[list[str]]
    numbers: Array
    odds: Array
    first: Numbers
    types: Numbers
    happening: Numbers

    def pick(self, rows: list[int]) -> Scored:
        """The same of a part of the rows."""
        return Scored(
            [self.candidates[i] for i in rows],
            [self.named[i] for i in rows],
            self.numbers[rows],
            self.odds[rows],
            self.first[rows],
            self.types[rows],
            self.happening[rows],
        )


def rescoring_rows(reading: Reading, scored: Scored) -> Numbers:
    """One row a candidate, shape (candidates, width)."""
    count = len(scored.candidates)
    if not count:
        return np.zeros((0, 0))
    tokens = [reading.words[c.token] for c in scored.candidates]
    row_at = {c.token: row for row, c in enumerate(scored.candidates)}
    first = scored.first
    sentences = np.array([c.sentence for c in scored.candidates])
    lemmas = np.array([c.lemma for c in scored.candidates])
    others = np.where(np.eye(count, dtype=bool), 0.0, first[None, :])
    same_sentence = sentences[:, None] == sentences[None, :]
    same_lemma = lemmas[:, None] == lemmas[None, :]
    beside = np.where(same_sentence, others, 0.0)
    echo = np.where(same_lemma, others, 0.0)
    width = 50
    alike = np.clip(scored.numbers[:, :width] @ scored.numbers[:, :width].T, 0, 1)
    governor = [_score_at(row_at, first, t.head.i) if t.head.i != t.i else 0.0 for t in tokens]
    verb = [_score_at(row_at, first, predicate(t).i) for t in tokens]
    below = [max((_score_at(row_at, first, c.i) for c in t.children), default=0.0) for t in tokens]
    telling = max(sum(reading.telling), 1)
    columns = [
        np.log(first / (1 - first)),
        scored.odds,
        beside.max(axis=1),
        (beside > NEAR).sum(axis=1),
        (beside > first[:, None]).sum(axis=1),
        echo.max(axis=1),
        echo.sum(axis=1),
        same_lemma.sum(axis=1),
        (alike * others).max(axis=1),
        (alike * others).sum(axis=1) / count,
        governor,
        verb,
        below,
        sentences,
        sentences / telling,
        first.mean().repeat(count),
        np.sort(first)[::-1][:8].mean().repeat(count),
        [c.strong for c in scored.candidates],
        [len(c.types) for c in scored.candidates],
        [c.verbal for c in scored.candidates],
        [reading.quoted[c.token] for c in scored.candidates],
        [len(reading.actors[c.sentence]) for c in scored.candidates],
        [len(reading.times[c.sentence]) for c in scored.candidates],
        [len(reading.places[c.sentence]) for c in scored.candidates],
        [t.i - t.sent_start for t in tokens],
        [t.sent_end - t.sent_start for t in tokens],
        [t.n_lefts for t in tokens],
        [t.n_rights for t in tokens],
        [sum(1 for _ in t.ancestors) for t in tokens],
    ]
    shares = scored.types
    statuses = reading.encoded.statuses([t.i for t in tokens])
    return np.column_stack([*columns, shares.max(axis=1), shares, statuses]).astype(np.float64)


def _score_at(row_at: dict[int, int], first: Numbers, token: int) -> float:
    row = row_at.get(token)
    return float(first[row]) if row is not None else 0.0
