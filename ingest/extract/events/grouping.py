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
NONE = -1.0  # where there is no other group


def group(
    clauses: Sequence[Clause], pairs: Sequence[tuple[int, int]], same: Numbers, threshold: float
) -> list[list[int]]:
    """Average-link agglomeration: the two groups most alike on average are joined until none reaches `threshold`."""
    count = len(clauses)
    alike = likeness(count, pairs, same)
    np.fill_diagonal(alike, FORBIDDEN)
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


def likeness(count: int, pairs: Sequence[tuple[int, int]], same: Numbers) -> Numbers:
    """The probability of each pair of triggers, shape (count, count); nought for those that are no pair."""
    alike = np.zeros((count, count))
    for (i, j), value in zip(pairs, same, strict=True):
        alike[i, j] = alike[j, i] = value
    return alike


def event_rows(
    scored: Scored,
    clauses: Sequence[Clause],
    groups: Sequence[Sequence[int]],
    pairs: Sequence[tuple[int, int]],
    same: Numbers,
) -> Numbers:
    """One row a group, of which there is one at least: how sure its triggers are, how many, where, how rich its
    clauses, and how it stands to the other groups; what another group tells too is seldom an event of its own.
    """
    total = len(groups)
    own = [_event_row(scored, clauses, list(g), total) for g in groups]
    alike = likeness(len(clauses), pairs, same)
    return np.column_stack([np.array(own, dtype=np.float64), _beside_others(scored, clauses, groups, alike)])


def _beside_others(
    scored: Scored, clauses: Sequence[Clause], groups: Sequence[Sequence[int]], alike: Numbers
) -> Numbers:
    """For each group how alike the group most like it is (the mean of the pairs, the likeliest pair), how sure that one
    is; how many have its type, and how many of them are surer; how many share a sentence, and the surest of those.
    """
    others = ~np.eye(len(groups), dtype=bool)
    sizes = np.array([len(g) for g in groups])
    means, tops = (_of_groups(alike, groups, reduce) for reduce in (np.add, np.maximum))
    means /= sizes[:, None] * sizes[None, :]
    sure = np.array([1 - float(np.prod(1 - scored.chance[list(g)])) for g in groups])
    types = np.array([int(scored.types[list(g)].mean(axis=0).argmax()) for g in groups])
    sentences = [{clauses[i].sentence for i in g} for g in groups]
    typed = (types[:, None] == types[None, :]) & others
    together = np.array([[bool(a & b) for b in sentences] for a in sentences]) & others
    return np.column_stack(
        [
            means.max(axis=1),
            tops.max(axis=1),
            np.where(means.max(axis=1) > 0, sure[means.argmax(axis=1)], NONE),
            typed.sum(axis=1),
            (typed & (sure[None, :] > sure[:, None])).sum(axis=1),
            together.sum(axis=1),
            np.where(together, sure[None, :], NONE).max(axis=1),
        ]
    )


def _of_groups(alike: Numbers, groups: Sequence[Sequence[int]], reduce: np.ufunc) -> Numbers:
    """The values of pairs brought together for each pair of groups, nought for a group with itself."""
    order = [i for g in groups for i in g]
    begins = np.cumsum([0, *(len(g) for g in groups[:-1])])
    values: Numbers = reduce.reduceat(reduce.reduceat(alike[np.ix_(order, order)], begins, axis=0), begins, axis=1)
    np.fill_diagonal(values, 0.0)
    return values


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
