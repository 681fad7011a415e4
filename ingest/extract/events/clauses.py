"""What the clauses of triggers say by rule: takes the likely triggers of an article, gives a `Clause` for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extract.events.dating import rule_time
from ingest.extract.events.placing import rule_place
from ingest.extract.events.reading import Reading
from ingest.extract.events.scored import Scored
from ingest.extract.events.span import duration_at
from ingest.extract.events.status import rule_status
from ingest.extract.events.taking_part import rule_participants
from ingest.extract.events.tokens import Word
from ingest.model import TimeExpression

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


def apart(a: Clause, b: Clause) -> bool:
    """Whether two triggers cannot tell of one happening: what lasts for days is not the talks held in its course."""
    return a.lemma != b.lemma and (a.lasting != b.lasting)


def bounds(expression: TimeExpression) -> tuple[str, str] | None:
    """The days of an expression, or None where it has none."""
    if expression.earliest is None or expression.latest is None:
        return None
    return expression.earliest, expression.latest
