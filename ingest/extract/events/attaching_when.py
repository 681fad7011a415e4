"""What could date an event: takes its triggers, gives a row of numbers for each time expression, and for each stretch
of time that the one chosen tells or bounds.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.extract.events.attaching import DISCOURSE, Grouped, closer_triggers, event_numbers, nearest, what_is_read
from ingest.extract.events.clauses import Clause, bounds
from ingest.extract.events.intervals import Interval, interval_numbers, intervals, lasting_numbers
from ingest.extract.events.models import Numbers
from ingest.extract.events.reading import Named, Reading
from ingest.extract.events.relations import PREPOSITION_NUMBER
from ingest.model import Publication, TimeExpression
from ingest.timex.settle import settle

Days = tuple[str, str]
SOME_DAY = "2014-06-18"  # a Wednesday in the middle of a month and a year
ANCHORS = ("absolute", "publication", "expression", "event", "none")
GRAINS = [
    "second",
    "minute",
    "hour",
    "part_of_day",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "interval",
]


def time_rows(reading: Reading, event: Grouped, told: Sequence[Clause]) -> tuple[list[int], Numbers]:
    """Dated expressions of the event's sentences, of those before and of the lead, and their numbers.

    What stands in a quotation dates only what is told in one: a speaker's "today" is not the article's.
    """
    sentences = {c.sentence for c in event.clauses}
    found = _in_reach(reading, event)
    if not found:
        return [], np.zeros((0, 0))
    rows = [_time_row(reading, event, told, named, sentences, found) for named in found]
    read = what_is_read(reading, event, "time", [[named] for named in found])
    return [named.targets[0] for named in found], np.column_stack([np.array(rows, dtype=np.float64), read])


def _in_reach(reading: Reading, event: Grouped) -> list[Named]:
    spoken = any(reading.quoted[c.token.i] for c in event.clauses)
    reach = {c.sentence - k for c in event.clauses for k in range(DISCOURSE + 1)} | {0, 1}
    return [
        named
        for row in reading.times
        for named in row
        if named.sentence in reach
        and may_date(reading, named.targets[0])
        and (spoken or not reading.quoted[named.head])
    ]


def interval_rows(reading: Reading, event: Grouped, time: int, numbers: Numbers) -> tuple[list[Interval], Numbers]:
    """The stretches that an expression tells or bounds, and their numbers; `numbers` are the expression's own."""
    found = intervals(reading, time, _in_reach(reading, event))
    lasting = lasting_numbers(event.clauses[0].token)
    rows = [[*_of_interval(reading, interval, len(found)), *lasting, *numbers] for interval in found]
    return found, np.array(rows, dtype=np.float64)


def _of_interval(reading: Reading, interval: Interval, count: int) -> list[float]:
    """Numbers of a stretch itself; where nobody knows when the article appeared, as if it had on one day."""
    days = days_of(reading)[interval.time] if interval.kind == "told" else interval.days
    return [*interval_numbers(interval, days, reading.published or SOME_DAY), count]


def may_date(reading: Reading, index: int) -> bool:
    """Whether an expression tells days, or will once its article's publication is known."""
    expression = reading.expressions[index]
    return expression.type in {"DATE", "TIME"} and (expression.earliest is not None or expression.pending is not None)


def _time_row(
    reading: Reading,
    event: Grouped,
    told: Sequence[Clause],
    named: Named,
    sentences: set[int],
    found: Sequence[Named],
) -> list[float]:
    expression = reading.expressions[named.targets[0]]
    numbers, clause, _ = nearest(event, [named], reading)
    token = reading.words[named.head]
    first_word = reading.words[named.start]
    gaps = [s - named.sentence for s in sentences if s >= named.sentence]
    rivals = [f for f in found if f.sentence == named.sentence]
    days = days_of(reading)
    own = days[named.targets[0]]
    return [
        *numbers,
        *event_numbers(event),
        min(gaps, default=-9),
        named.sentence in sentences,
        named.sentence == event.clauses[0].sentence,
        named.sentence,
        sum(1 for c in event.clauses if c.time == named.targets[0]),
        any(c.time is not None for c in event.clauses),
        any(c.time is not None and days[c.time] == own for c in event.clauses),
        GRAINS.index(expression.granularity) if expression.granularity in GRAINS else -1,
        ANCHORS.index("publication" if expression.pending is not None else expression.anchor),
        expression.type == "TIME",
        expression.mod is not None,
        _against_publication(reading, expression, own),
        len(rivals),
        len(found),
        sum(1 for f in found if days[f.targets[0]] == own),
        first_word.i - token.sent_start,
        _preposition_before(reading, named),
        token.pos == "NOUN",
        token.dep in {"compound", "amod", "nummod", "poss"},
        min((abs(f.head - c.token.i) for c in event.clauses for f in rivals if f.sentence == c.sentence), default=-1),
        clause.verbal if clause else -1,
        reading.quoted[token.i],
        *closer_triggers(event, told, clause, named),
        sum(1 for c in told if c.time == named.targets[0] and c not in event.clauses),
    ]


def days_of(reading: Reading) -> list[Days | None]:
    """The days of all expressions; where nobody knows when the article appeared, as if it had on one day."""
    if not reading.days:
        known = reading.published is not None
        some = Publication(SOME_DAY, SOME_DAY, SOME_DAY)
        reading.days = [bounds(e if known else settle(e, some)) for e in reading.expressions]
    return reading.days


def _against_publication(reading: Reading, expression: TimeExpression, own: Days | None) -> int:
    """0 unknown, 1 before the publication day, 2 it, 3 around it, 4 after it."""
    day = reading.published or ("" if expression.pending is None else SOME_DAY)
    if own is None or not day:
        return 0
    if own[1] < day:
        return 1
    if own[0] > day:
        return 4
    return 2 if own == (day, day) else 3


def _preposition_before(reading: Reading, named: Named) -> int:
    """The preposition just before or at the head of the expression, as a number."""
    words = [reading.words[i].lower for i in (named.start - 1, named.start) if i >= 0]
    return next((PREPOSITION_NUMBER[w] for w in words if w in PREPOSITION_NUMBER), 0)
