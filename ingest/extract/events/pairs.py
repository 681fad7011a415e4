"""Whether two triggers tell of one happening: takes triggers with their clauses, gives a row of numbers for each pair.

All pairs of an article are reckoned at once, one array a column.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ingest.extract.categories import TYPES
from ingest.extract.events.belonging import Indices, belonging_numbers
from ingest.extract.events.clauses import Clause, bounds
from ingest.extract.events.models import Numbers
from ingest.extract.events.reading import Reading, chain_to_root
from ingest.extract.events.scored import Scored
from ingest.extract.events.syntax import predicate
from ingest.extract.events.tokens import Word
from ingest.extract.events.words import vectors_of

VECTOR = 50
AGREEING, ALIKE = 0.05, 0.4  # agreement of types and likeness of words from which a pair is weighed
ANNOUNCE = TYPES.index("ANNOUNCE")
LINKS = ("conj", "xcomp", "ccomp", "dobj", "advcl", "relcl", "acl", "pobj", "nsubj", "appos")


def pair_rows(reading: Reading, scored: Scored, clauses: Sequence[Clause]) -> tuple[list[tuple[int, int]], Numbers]:
    """Pairs (earlier, later) of rows that may tell the same, and their numbers, shape (pairs, width).

    A pair of other words with other types in other sentences is passed over: it never tells the same.
    """
    if len(clauses) < 2:
        return [], np.zeros((0, 1))
    own = scored.numbers[:, :VECTOR] @ scored.numbers[:, :VECTOR].T
    context = _unit(scored.numbers[:, 3 * VECTOR :])
    shares = scored.types
    agree = shares @ shares.T
    sentences = np.array([c.sentence for c in clauses])
    likely = (agree >= AGREEING) | (own >= ALIKE) | (sentences[:, None] == sentences[None, :])
    j, i = np.nonzero(np.tril(likely, -1))
    if not len(i):
        return [], np.zeros((0, 1))
    best = shares.argmax(axis=1)
    themes = _unit(np.stack([vectors_of(sorted(c.company)).sum(axis=0) for c in clauses]))
    tokens = [c.token.i for c in clauses]
    columns = [
        reading.encoded.related("same", tokens, tokens)[i, j],
        *(likeness[i, j] for likeness in reading.encoded.likeness(tokens)),
        own[i, j],
        (context @ context.T)[i, j],
        agree[i, j],
        best[i] == best[j],
        shares[i, best[j]],
        shares[j, best[i]],
        best[j],
        scored.chance[i],
        scored.chance[j],
        shares[i, ANNOUNCE],
        shares[j, ANNOUNCE],
        (themes @ themes.T)[i, j],
        *_of_words(clauses, i, j),
        *_of_places(clauses, i, j, best),
        *_of_facts(reading, clauses, i, j),
        *belonging_numbers(reading, clauses, i, j),
    ]
    return list(zip(i.tolist(), j.tolist(), strict=True)), np.stack(columns, axis=1).astype(np.float64)


def _unit(rows: npt.NDArray[Any]) -> Numbers:
    unit: Numbers = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return unit


def _codes(values: Iterable[str]) -> Indices:
    """A number for each value, equal where the values are."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.intp)


def _members(sets: Sequence[Iterable[Hashable]]) -> Numbers:
    """Which set holds which thing, shape (sets, things): the product with its transpose counts what two share."""
    known: dict[Hashable, int] = {}
    cells = [(row, known.setdefault(thing, len(known))) for row, things in enumerate(sets) for thing in things]
    found = np.zeros((len(sets), max(1, len(known))))
    if cells:
        found[tuple(zip(*cells, strict=True))] = 1.0
    return found


def _share(common: Numbers, ours: Numbers, theirs: Numbers) -> Numbers:
    """What two sets have in common, as a share of the smaller one."""
    shared: Numbers = common / np.maximum(1, np.minimum(ours, theirs))
    return shared


def _of_words(clauses: Sequence[Clause], i: Indices, j: Indices) -> list[Numbers]:
    lemmas, begins = _codes(c.lemma for c in clauses), _codes(c.lemma[:5] for c in clauses)
    heads = _codes(c.token.head.lemma for c in clauses)
    sizes = np.array([len(c.company) for c in clauses])
    company = _members([c.company for c in clauses])
    shared = (company @ company.T)[i, j]
    named = np.array([[c.lemma in other.company for other in clauses] for c in clauses])
    told = np.array([(c.verbal, c.pointer, c.plural, c.fresh, c.lasting) for c in clauses], dtype=np.float64).T
    verbal, pointer, plural, fresh, lasting = told
    return [
        lemmas[i] == lemmas[j],
        begins[i] == begins[j],
        verbal[i],
        verbal[j],
        pointer[i],
        pointer[j],
        plural[i],
        plural[j],
        shared,
        _share(shared, sizes[i], sizes[j]),
        sizes[j],
        named[i, j] | named[j, i],
        fresh[i],
        fresh[j],
        lasting[i],
        lasting[j],
        heads[i] == heads[j],
    ]


def _of_places(clauses: Sequence[Clause], i: Indices, j: Indices, best: Indices) -> list[Numbers]:
    """Where the two stand: distance, nesting, and how many likely rivals lie between."""
    sentences, tokens = (np.array(column) for column in zip(*((c.sentence, c.token.i) for c in clauses), strict=True))
    gap = sentences[j] - sentences[i]
    links = np.zeros((len(i), 3))
    for row in np.nonzero(gap == 0)[0]:
        links[row] = _link(clauses[i[row]].token, clauses[j[row]].token)
    return [
        gap,
        tokens[j] - tokens[i],
        sentences[i],
        sentences[j],
        j - i,
        _between(best, i, j),
        _between(_codes(c.lemma for c in clauses), i, j),
        *links.T,
    ]


def _between(codes: Indices, i: Indices, j: Indices) -> Indices:
    """How many between i and j have the code of j."""
    seen = np.zeros((len(codes) + 1, int(codes.max()) + 1), dtype=np.intp)
    seen[np.arange(1, len(codes) + 1), codes] = 1
    seen = seen.cumsum(axis=0)
    found: Indices = seen[j, codes[j]] - seen[i + 1, codes[j]]
    return found


def _link(a: Word, b: Word) -> tuple[int, int, int]:
    """The dependency that hangs one below the other (0 for none), the steps between, and which is below."""
    for below, (low, high) in enumerate(((b, a), (a, b)), 1):
        chain = [t.i for t in chain_to_root(low)]
        if high.i in chain:
            steps = chain.index(high.i)
            deps = [t.dep for t in chain_to_root(low)[:steps]]
            found = next((LINKS.index(d) + 1 for d in reversed(deps) if d in LINKS), len(LINKS) + 1)
            return found, steps, below
    return (LINKS.index("conj") + 1, 0, 3) if predicate(a).i == predicate(b).i else (0, 0, 0)


def _of_facts(reading: Reading, clauses: Sequence[Clause], i: Indices, j: Indices) -> list[Numbers]:
    who = _members([c.roles for c in clauses])
    around = _members([c.around for c in clauses])
    sizes, near = who.sum(axis=1), around.sum(axis=1)
    common = (who @ who.T)[i, j]
    statuses = _codes(c.status for c in clauses)
    planned = np.array([c.status == "planned" for c in clauses])
    return [
        common,
        sizes[i],
        sizes[j],
        _share(common, sizes[i], sizes[j]),
        _same_part(_members([c.actors for c in clauses]))[i, j],
        _same_part(_members([c.recipients for c in clauses]))[i, j],
        _share((around @ around.T)[i, j], near[i], near[j]),
        statuses[i] == statuses[j],
        planned[i],
        planned[j],
        _same_time(reading, clauses)[i, j],
        _same_place(clauses)[i, j],
    ]


def _same_part(members: Numbers) -> Numbers:
    """0 neither names one, 1 one does, 2 others, 3 a common one."""
    named: npt.NDArray[np.bool_] = members.sum(axis=1) > 0
    both = named[:, None] & named[None, :]
    either = named[:, None] | named[None, :]
    common: Numbers = np.where(both, np.where(members @ members.T > 0, 3, 2), either)
    return common


def _same_place(clauses: Sequence[Clause]) -> Numbers:
    """0 none placed, 1 one placed, 2 elsewhere, 3 the same place."""
    return _same_part(_members([() if c.place is None else (c.place,) for c in clauses]))


def _same_time(reading: Reading, clauses: Sequence[Clause]) -> Numbers:
    """0 none dated, 1 one dated (or one without days), 2 apart, 3 overlapping, 4 equal."""
    dated = np.array([c.time is not None for c in clauses])
    days = [None if c.time is None else bounds(reading.expressions[c.time]) for c in clauses]
    known = np.array([d is not None for d in days])
    first, last = (np.array([d[k] if d else "" for d in days]) for k in (0, 1))
    equal = (first[:, None] == first[None, :]) & (last[:, None] == last[None, :])
    apart = (last[:, None] < first[None, :]) | (last[None, :] < first[:, None])
    either = dated[:, None] | dated[None, :]
    told: Numbers = np.where(
        known[:, None] & known[None, :], np.where(equal, 4, np.where(apart, 2, 3)), either.astype(int)
    )
    return told
