"""Groups of triggers that tell of one happening: takes pair probabilities, gives groups and a
row of numbers for each.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.extract.events.clauses import Clause, apart
from ingest.extract.events.models import Numbers
from ingest.extract.events.scored import Scored

FORBIDDEN = -99.0  # outweighs any average


def group(
    clauses: Sequence[Clause], pairs: Sequence[tuple[int, int]], same: Numbers, threshold: float
) -> list[list[int]]:
    """Average-link agglomeration: the two groups most alike on average are joined until none reaches `threshold`."""
    count = len(clauses)
    alike = np.where(np.eye(count, dtype=bool), FORBIDDEN, 0.0)
    for (i, j), value in zip(pairs, same, strict=True):
        alike[i, j] = alike[j, i] = value
    for i in (k for k, c in enumerate(clauses) if c.lasting):
        for j in (k for k, c in enumerate(clauses) if apart(clauses[i], c)):
            alike[i, j] = alike[j, i] = FORBIDDEN
    sizes = np.ones(count)
    groups: list[list[int]] = [[i] for i in range(count)]
    while count > 1:
        flat = int(alike.argmax())
        i, j = sorted(divmod(flat, count))
        if alike[i, j] < threshold:
            break
        joined = (alike[i] * sizes[i] + alike[j] * sizes[j]) / (sizes[i] + sizes[j])
        alike[i], alike[:, i] = joined, joined
        alike[i, i] = FORBIDDEN
        alike[j], alike[:, j] = FORBIDDEN, FORBIDDEN
        sizes[i] += sizes[j]
        groups[i] += groups[j]
        groups[j] = []
    return sorted((sorted(g) for g in groups if g), key=lambda g: g[0])


def event_rows(scored: Scored, clauses: Sequence[Clause], groups: Sequence[Sequence[int]]) -> Numbers:
    """One row a group: how sure its triggers are, how many, where, and how rich its clauses."""
    total = len(groups)
    return np.array([_event_row(scored, clauses, list(g), total) for g in groups], dtype=np.float64)


def _event_row(scored: Scored, clauses: Sequence[Clause], members: list[int], total: int) -> list[float]:
    chances = scored.chance[members]
    shares = scored.types[members].mean(axis=0)
    told = [clauses[i] for i in members]
    entities = {e for c in told for e in c.roles}
    return [
        chances.max(),
        chances.mean(),
        1 - float(np.prod(1 - chances)),
        float(chances.sum()),
        len(members),
        len({c.sentence for c in told}),
        told[0].sentence,
        any(c.verbal for c in told),
        any(not c.verbal for c in told),
        len(entities),
        any(c.time is not None for c in told),
        any(c.place is not None for c in told),
        any(scored.candidates[i].strong for i in members),
        all(c.status == "planned" for c in told),
        shares.max(),
        total,
        *shares,
    ]
