"""How long a happening lasts: takes a trigger, gives the ISO 8601 duration told of it ("four-day visit")."""

from __future__ import annotations

from ingest.extract.events.reading import Named, Reading
from ingest.extract.events.tokens import Word
from ingest.timex.shift import hangs_on_event


def duration_at(reading: Reading, trigger: Word, sentence: int) -> str | None:
    """The duration that modifies a trigger or stands in its `for` phrase; None where nothing tells a definite one."""
    for named in reading.times[sentence]:
        expression = reading.expressions[named.targets[0]]
        definite = expression.type == "DURATION" and "X" not in expression.value and not hangs_on_event(expression)
        if definite and _lasts(reading, named, trigger):
            return expression.value
    return None


def _lasts(reading: Reading, named: Named, trigger: Word) -> bool:
    word = reading.words[named.head]
    head = word.head
    if head is trigger:
        return word.dep in {"amod", "compound", "nmod", "nummod", "npadvmod", "poss"}
    if word.dep == "pobj" and head.lower in {"for", "of"}:
        return head.head is trigger
    return word.dep in {"nummod", "compound", "amod", "npadvmod"} and head.head is trigger and head.pos == "ADJ"
