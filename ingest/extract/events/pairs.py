"""Whether two triggers tell of one happening: takes triggers with their clauses, gives a row for each pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.extract.events.dating import rule_time
from ingest.extract.events.lexicon import TYPES
from ingest.extract.events.models import Numbers
from ingest.extract.events.placing import rule_place
from ingest.extract.events.reading import Reading, chain_to_root
from ingest.extract.events.rescoring import Scored
from ingest.extract.events.span import duration_at
from ingest.extract.events.status import rule_status
from ingest.extract.events.syntax import predicate
from ingest.extract.events.taking_part import rule_participants
from ingest.extract.events.tokens import Word
from ingest.extract.events.words import vectors_of
from ingest.model import TimeExpression

VECTOR = 50
AGREEING, ALIKE = 0.05, 0.4  # agreement of types and likeness of words from which a pair is weighed
POINTING = {"the": 1, "a": 4, "an": 4}
POINTING |= dict.fromkeys(("this", "that", "these", "those"), 2)
POINTING |= dict.fromkeys(("its", "their", "his", "her", "our"), 3)
FRESH = frozenset(
    [
        "new",
        "another",
        "other",
        "second",
        "third",
        "next",
        "previous",
        "earlier",
        "last",
        "final",
        "separate",
        "similar",
        "further",
    ]
)
ANNOUNCE = TYPES.index("ANNOUNCE")
LINKS = ("conj", "xcomp", "ccomp", "dobj", "advcl", "relcl", "acl", "pobj", "nsubj", "appos")


@dataclass(slots=True, eq=False)
class Clause:
    """What a trigger's own clause says, by rule."""

    token: Word
    start: int
    end: int
    lemma: str
    sentence: int
    verbal: bool
    time: int | None
    place: int | None
    roles: dict[int, str]
    status: str
    pointer: int
    plural: bool
    company: frozenset[str]
    fresh: bool
    lasting: bool
    around: frozenset[int]
    actors: frozenset[int] = frozenset()
    recipients: frozenset[int] = frozenset()


def clauses_of(reading: Reading, scored: Scored, kinds: Sequence[str]) -> list[Clause]:
    """One `Clause` for each candidate; `kinds` are the likeliest types."""
    return [_clause(reading, scored, row, kind) for row, kind in enumerate(kinds)]


def _clause(reading: Reading, scored: Scored, row: int, kind: str) -> Clause:
    candidate = scored.candidates[row]
    token = reading.words[candidate.token]
    determiners = [POINTING[c.lower] for c in token.children if c.dep in {"det", "poss"} and c.lower in POINTING]
    named_owner = any(c.dep == "poss" and c.lower not in POINTING for c in token.children)
    roles = rule_participants(reading, token, kind)
    return Clause(
        token=token,
        start=candidate.start,
        end=candidate.end,
        lemma=candidate.lemma,
        sentence=candidate.sentence,
        verbal=candidate.verbal,
        time=rule_time(reading, token, candidate.sentence),
        place=rule_place(reading, token, candidate.sentence),
        roles=roles,
        status=rule_status(token),
        pointer=determiners[0] if determiners else 5 if named_owner else 0,
        plural=token.tag == "NNS",
        company=frozenset(_company(token)),
        fresh=any(c.lower in FRESH or c.pos == "NUM" for c in token.children if c.dep in {"amod", "nummod", "det"}),
        lasting=duration_at(reading, token, candidate.sentence) is not None,
        around=frozenset(e for named in reading.actors[candidate.sentence] for e in named.targets),
        actors=frozenset(e for e, role in roles.items() if role == "actor"),
        recipients=frozenset(e for e, role in roles.items() if role == "recipient"),
    )


def _company(token: Word) -> set[str]:
    """Lemmas of the content words under the trigger, and of what its verb governs."""
    roots = [token, *([token.head] if token.dep in {"dobj", "nsubj", "nsubjpass", "pobj"} else [])]
    words: set[str] = set()
    for root in roots:
        for child in root.children:
            below = [child, *child.children] if child.dep == "prep" else [child]
            words |= {w.lemma for w in below if w.pos in {"NOUN", "PROPN", "ADJ", "NUM"} and w.i != token.i}
    return words


def pair_rows(reading: Reading, scored: Scored, clauses: Sequence[Clause]) -> tuple[list[tuple[int, int]], Numbers]:
    """Pairs (earlier, later) of rows that may tell the same, and their numbers, shape (pairs, width).

    A pair of other words with other types in other sentences is passed over: it never tells the same.
    """
    count = len(clauses)
    if count < 2:
        return [], np.zeros((0, 1))
    own = scored.numbers[:, :VECTOR] @ scored.numbers[:, :VECTOR].T
    context = scored.numbers[:, 3 * VECTOR :]
    context = context / np.maximum(np.linalg.norm(context, axis=1, keepdims=True), 1e-6)
    near = context @ context.T
    shares = scored.types
    agree = shares @ shares.T
    sentences = np.array([c.sentence for c in clauses])
    likely = (agree >= AGREEING) | (own >= ALIKE) | (sentences[:, None] == sentences[None, :])
    pairs = [(int(i), int(j)) for j, i in np.argwhere(np.tril(likely, -1))]
    if not pairs:
        return [], np.zeros((0, 1))
    best = shares.argmax(axis=1)
    themes = np.stack([vectors_of(sorted(c.company)).sum(axis=0) for c in clauses])
    themes = themes / np.maximum(np.linalg.norm(themes, axis=1, keepdims=True), 1e-6)
    topics = themes @ themes.T
    rows = [
        [
            own[i, j],
            near[i, j],
            agree[i, j],
            best[i] == best[j],
            shares[i, best[j]],
            shares[j, best[i]],
            best[j],
            scored.happening[i],
            scored.happening[j],
            shares[i, ANNOUNCE],
            shares[j, ANNOUNCE],
            topics[i, j],
            *_of_words(clauses[i], clauses[j]),
            *_of_places(clauses, i, j, best),
            *_of_facts(reading, clauses[i], clauses[j]),
        ]
        for i, j in pairs
    ]
    return pairs, np.array(rows, dtype=np.float64)


def _of_words(a: Clause, b: Clause) -> list[float]:
    shared = len(a.company & b.company)
    return [
        a.lemma == b.lemma,
        a.lemma[:5] == b.lemma[:5],
        a.verbal,
        b.verbal,
        a.pointer,
        b.pointer,
        a.plural,
        b.plural,
        shared,
        shared / max(1, min(len(a.company), len(b.company))),
        len(b.company),
        a.lemma in b.company or b.lemma in a.company,
        a.fresh,
        b.fresh,
        a.lasting,
        b.lasting,
        a.token.head.lemma == b.token.head.lemma,
    ]


def _of_places(clauses: Sequence[Clause], i: int, j: int, best: Numbers) -> list[float]:
    """Where the two stand: distance, nesting, and how many likely rivals lie between."""
    a, b = clauses[i], clauses[j]
    between = best[i + 1 : j]
    gap = b.sentence - a.sentence
    link, steps, below = (0, 0, 0) if gap else _link(a.token, b.token)
    return [
        gap,
        b.token.i - a.token.i,
        a.sentence,
        b.sentence,
        j - i,
        int((between == best[j]).sum()),
        sum(1 for c in clauses[i + 1 : j] if c.lemma == b.lemma),
        link,
        steps,
        below,
    ]


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


def _of_facts(reading: Reading, a: Clause, b: Clause) -> list[float]:
    ours, theirs = set(a.roles), set(b.roles)
    return [
        len(ours & theirs),
        len(ours),
        len(theirs),
        len(ours & theirs) / max(1, min(len(ours), len(theirs))),
        _same_part(a.actors, b.actors),
        _same_part(a.recipients, b.recipients),
        len(a.around & b.around) / max(1, min(len(a.around), len(b.around))),
        a.status == b.status,
        a.status == "planned",
        b.status == "planned",
        _same_time(reading, a, b),
        _same_place(a, b),
    ]


def _same_part(ours: frozenset[int], theirs: frozenset[int]) -> int:
    """0 neither names one, 1 one does, 2 others, 3 a common one."""
    if not ours or not theirs:
        return int(bool(ours or theirs))
    return 3 if ours & theirs else 2


def apart(a: Clause, b: Clause) -> bool:
    """Whether two triggers cannot tell of one happening: what lasts for days is not the talks held in its course."""
    return a.lemma != b.lemma and (a.lasting != b.lasting)


def _same_place(a: Clause, b: Clause) -> int:
    if a.place is None or b.place is None:
        return 0 if a.place is None and b.place is None else 1
    return 3 if a.place == b.place else 2


def _same_time(reading: Reading, a: Clause, b: Clause) -> int:
    """0 none dated, 1 one dated, 2 apart, 3 overlapping, 4 equal."""
    if a.time is None or b.time is None:
        return 0 if a.time is None and b.time is None else 1
    first, second = bounds(reading.expressions[a.time]), bounds(reading.expressions[b.time])
    if first is None or second is None:
        return 1
    if first == second:
        return 4
    return 2 if first[1] < second[0] or second[1] < first[0] else 3


def bounds(expression: TimeExpression) -> tuple[str, str] | None:
    """The days of an expression, or None where it has none."""
    if expression.earliest is None or expression.latest is None:
        return None
    return expression.earliest, expression.latest
