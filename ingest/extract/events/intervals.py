"""Stretches of time that a happening may lie in: takes time expressions, gives the days that each says and those that
it bounds.

"Since 2009" is told by the expression "2009" alone in TIMEX3; what it dates lies from the first day of 2009 to the day
of publication. So do happenings of "this year" that have occurred, and those that are planned lie between that day and
the end of the year. Two expressions of a sentence bound a stretch in "from March to June".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ingest.extract.events.clauses import bounds
from ingest.extract.events.reading import Named, Reading
from ingest.extract.events.syntax import helpers, predicate
from ingest.extract.events.tokens import Word
from ingest.model import TimeExpression

KINDS = ("told", "since", "until", "from_to")
SINCE = frozenset({"since", "from"})
UNTIL = frozenset({"until", "till", "by", "before", "through"})
OPENING = frozenset({"between", "from"})
JOINING = frozenset({"and", "to", "until", "till", "through", "-", "–"})
HAVING = frozenset({"has", "have", "had", "'ve", "’ve"})
NO_DAYS = ("", "")
WITHIN = ((31, "month"), (92, "quarter"), (366, "year"), (3653, "decade"))  # the most days of each
LONG = 10_000  # days; what lies farther is as far


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time, and the expression that tells it or bounds it.

    `kind` is `told` (its own days), `since` (from its first day until the publication), `until` (from the publication
    until its last day) or `from_to` (between it and the one beside it in the sentence). `earliest` and `latest` are ISO
    days, None where its own wait for a publication day. `marked`: words say so ("since 2009", "by Friday").
    """

    time: int
    kind: str
    earliest: str | None
    latest: str | None
    edtf: str | None
    granularity: str
    marked: bool = False

    @property
    def days(self) -> tuple[str, str] | None:
        """First and last day."""
        return None if self.earliest is None or self.latest is None else (self.earliest, self.latest)


def intervals(reading: Reading, time: int, near: Sequence[Named]) -> list[Interval]:
    """Every stretch that an expression tells or bounds; `near` are the expressions around it, in text order."""
    told = reading.expressions[time]
    found = [Interval(time, "told", told.earliest, told.latest, told.edtf, told.granularity)]
    here = next((named for named in near if named.targets[0] == time), None)
    if here is None:
        return found
    found += _with_publication(reading, here)
    row = [named for named in near if named.sentence == here.sentence]
    for first, second in pairwise(row):
        if here in (first, second):
            found += _between(reading, time, first, second)
    return found


def _with_publication(reading: Reading, named: Named) -> Iterator[Interval]:
    time = named.targets[0]
    told, day, before = reading.expressions[time], reading.published, _word_before(reading, named)
    own = bounds(told)
    if own is None or day is None:
        return
    if own[0] < day and own[1] != day:
        edtf = f"{_edge(told, own[0])}/{day}"
        yield Interval(time, "since", own[0], day, edtf, _within(own[0], day), before in SINCE)
    if own[1] > day and own[0] != day:
        edtf = f"{day}/{_edge(told, own[1])}"
        yield Interval(time, "until", day, own[1], edtf, _within(day, own[1]), before in UNTIL)


def _between(reading: Reading, time: int, first: Named, second: Named) -> Iterator[Interval]:
    """From the first day of the earlier one to the last day of the later, in whatever order they stand."""
    told = [reading.expressions[named.targets[0]] for named in (first, second)]
    begin, end = sorted(told, key=lambda expression: bounds(expression) or NO_DAYS)
    a, b = bounds(begin), bounds(end)
    if a is not None and b is not None and a[0] < b[0] and a[1] < b[1]:
        gap = [word.lower for word in reading.words[first.end : second.start]]
        before = _word_before(reading, first)
        joined = len(gap) == 1 and gap[0] in JOINING and before in OPENING
        marked = joined and begin is told[0]  # not so "moved up from May 2029 to 2021"
        edtf = f"{_edge(begin, a[0])}/{_edge(end, b[1])}"
        finely = "interval" if marked and before == "from" else _within(a[0], b[1])  # "from" tells how long it lasted
        yield Interval(time, "from_to", a[0], b[1], edtf, finely, marked)


def _word_before(reading: Reading, named: Named) -> str:
    return reading.words[named.start - 1].lower if named.start else ""


def _edge(told: TimeExpression, day: str) -> str:
    """An end of an EDTF interval: the year or month that the expression names, or else the day."""
    plain = told.edtf is not None and told.edtf.replace("-", "").isdigit() and told.granularity in {"year", "month"}
    return told.edtf if plain and told.edtf is not None else day


def _within(first: str, last: str) -> str:
    """How finely a bounded stretch tells when: it is no extent of the happening, which lies somewhere in it."""
    days = _ordinal(last) - _ordinal(first) + 1
    return next((unit for most, unit in WITHIN if days <= most), "century")


# --- numbers --------------------------------------------------------------------------------------------


def interval_numbers(interval: Interval, days: tuple[str, str] | None, published: str) -> list[float]:
    """The kind, whether words say so, how many days it holds, and how many lie between the publication and either end;
    LONG where nobody knows its days.
    """
    kind = KINDS.index(interval.kind)
    if days is None:
        return [kind, interval.marked, -1, LONG, LONG]
    first, last = (_ordinal(day) for day in days)
    edges = [max(-LONG, min(LONG, edge - _ordinal(published))) for edge in (first, last)]
    return [kind, interval.marked, min(LONG, last - first), *edges]


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def lasting_numbers(token: Word) -> list[float]:
    """Signs in the trigger's clause of what lasts: a perfect tense, and "since" as an adverb ("has since left")."""
    verb = predicate(token)
    perfect = bool(helpers(verb) & HAVING)
    return [perfect, any(child.lower == "since" and child.dep == "advmod" for child in verb.children)]
