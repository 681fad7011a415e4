"""When, by rule: takes a trigger, gives the time expression that dates it."""

from __future__ import annotations

from ingest.extract.events.reading import Named, Reading
from ingest.extract.events.syntax import SPEECH, clause_of
from ingest.extract.events.tokens import Word

PLAIN_TYPES = frozenset({"DATE", "TIME"})


def rule_time(reading: Reading, token: Word, sentence: int) -> int | None:
    """The dated expression of the trigger's own clause: not that of a verb of saying above it."""
    clause = clause_of(token)
    best: tuple[int, int] | None = None
    for named in reading.times[sentence]:
        expression = reading.expressions[named.targets[0]]
        if expression.type not in PLAIN_TYPES or (expression.earliest is None and expression.pending is None):
            continue
        if _dates(reading, named, token, clause):
            distance = abs(named.head - token.i)
            if best is None or distance < best[0]:
                best = (distance, named.targets[0])
    return best[1] if best else None


def _dates(reading: Reading, named: Named, token: Word, clause: Word) -> bool:
    time = reading.words[named.head]
    if token.is_ancestor(time):
        return True
    governor = clause_of(time)
    return governor.i == clause.i and (token.i == clause.i or governor.lemma not in SPEECH)
