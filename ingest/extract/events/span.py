"""How long a happening lasts: takes its clauses, gives the ISO 8601 duration told ("four-day visit")."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extract.events.pairs import Clause
from ingest.extract.events.reading import Named, Reading
from ingest.extract.events.tokens import Word


def duration_of(reading: Reading, clauses: Sequence[Clause]) -> str | None:
    """The first duration that modifies a trigger or stands in its verb's `for` phrase; None where nothing tells one."""
    for clause in clauses:
        for named in reading.times[clause.sentence]:
            expression = reading.expressions[named.targets[0]]
            if expression.type == "DURATION" and expression.value.startswith("P") and _lasts(reading, named, clause):
                return expression.value if "X" not in expression.value else None
    return None


def _lasts(reading: Reading, named: Named, clause: Clause) -> bool:
    token = reading.words[named.head]
    head = token.head
    if _is(head, clause.token):
        return token.dep in {"amod", "compound", "nmod", "nummod", "npadvmod", "dobj", "poss"}
    if token.dep == "pobj" and head.lower in {"for", "of", "over"}:
        return _is(head.head, clause.token)
    return (
        token.dep in {"nummod", "compound", "amod", "npadvmod"} and _is(head.head, clause.token) and head.pos == "ADJ"
    )


def _is(token: Word, trigger: Word) -> bool:
    return bool(token.i == trigger.i)
