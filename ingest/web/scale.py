"""The time axis: the intervals of events go in, a mapping from days to pixels with its ticks comes out.

News bunches: a week of summits, and a treaty of 1951 in the background. The axis is therefore linear within a
unit (day, month, year or decade, by the span), but units with more events are wider, and long runs of
units without any are folded into a visible break. Days are proleptic Gregorian ordinals.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

BREAK = 26.0  # pixels that a folded run of empty units takes
YEAR_ROOM, MONTH_ROOM, WEEK_ROOM = 38.0, 30.0, 46.0  # pixels that a label of each kind needs


@dataclass(frozen=True, slots=True)
class Unit:
    """How finely an axis is divided: by how much events widen a unit, and how many empty ones are folded."""

    name: str
    empty: float
    used: float
    slope: float
    fold: int


DAYS = Unit("day", 1.0, 1.0, 0.3, 15)
MONTHS = Unit("month", 0.8, 1.0, 0.4, 4)
YEARS = Unit("year", 0.5, 0.3, 2.0, 2)
DECADES = Unit("decade", 0.5, 0.3, 2.0, 2)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the axis: days `start` up to, not including, `end` on pixels `left` to `right`."""

    start: int
    end: int
    left: float
    right: float
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis; `major` ones bear years (or months), the others what lies between."""

    x: float
    label: str
    major: bool


class TimeScale:
    """Maps days to pixels; `segments` are in order and touch each other."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.segments = tuple(segments)
        self._starts = [segment.start for segment in segments]

    def x(self, day: int) -> float:
        """The pixel at which a day begins."""
        index = max(0, bisect_right(self._starts, day) - 1)
        segment = self.segments[index]
        share = (day - segment.start) / (segment.end - segment.start)
        return segment.left + min(1.0, max(0.0, share)) * (segment.right - segment.left)

    def ticks(self) -> list[Tick]:
        """Labels that fit beside each other: years above, what fits of their months or days below.

        Folded stretches have none.
        """
        years = list(_years(segment for segment in self.segments if not segment.folded))
        majors = self._widest_first(years)
        minors = [mark for first, stop in years for mark in self._within(first, stop)]
        return [Tick(x, label, True) for x, label in majors] + [Tick(x, label, False) for x, label in minors]

    def _widest_first(self, years: Sequence[tuple[int, int]]) -> list[tuple[float, str]]:
        """Labels of years; where two are too close, the one with more room on the axis stays."""
        chosen: list[tuple[float, str]] = []
        for first, _ in sorted(years, key=lambda year: self.x(year[0]) - self.x(year[1])):
            x = self.x(first)
            if x + YEAR_ROOM <= self.segments[-1].right and all(abs(x - other) >= YEAR_ROOM for other, _ in chosen):
                chosen.append((x, str(dt.date.fromordinal(first).year)))
        return sorted(chosen)

    def _within(self, first: int, stop: int) -> list[tuple[float, str]]:
        """Marks inside one shown stretch of a year: each week, or every so many months, or none."""
        width = (self.x(stop) - self.x(first)) / (stop - first)
        if width * 7 >= WEEK_ROOM:
            days = [day for day in range(first, stop) if dt.date.fromordinal(day).weekday() == 0]
            return self._fitting(((day, _day_label(day)) for day in days), WEEK_ROOM)
        step = next((n for n in (1, 2, 3, 6) if width * 30.4 * n >= MONTH_ROOM), None)
        if step is None:
            return []
        months = [day for day in range(first, stop) if _begins_month(day, step)]
        return self._fitting(((day, f"{dt.date.fromordinal(day):%b}") for day in months), MONTH_ROOM - 4)

    def _fitting(self, marks: Iterable[tuple[int, str]], room: float) -> list[tuple[float, str]]:
        fitting: list[tuple[float, str]] = []
        for day, label in marks:
            x = self.x(day)
            if x + room / 2 <= self.segments[-1].right and (not fitting or x - fitting[-1][0] >= room):
                fitting.append((x, label))
        return fitting


def time_scale(intervals: Sequence[tuple[int, int]], left: float, right: float) -> TimeScale:
    """The axis for events that cover the days `intervals` (first, last) between two pixels; at least one event."""
    first, last = min(start for start, _ in intervals), max(end for _, end in intervals)
    unit = _unit_for(last - first + 1)
    edges = _edges(unit, first, last)
    counts = _counts(edges, intervals)
    runs = _runs(unit, counts)
    weights = [sum(_weight(unit, counts[i]) for i in run) for run, folded in runs if not folded]
    free = right - left - BREAK * sum(folded for _, folded in runs)
    pixels = max(free, (right - left) * 0.3) / (sum(weights) or 1.0)
    segments: list[Segment] = []
    x = left
    for run, folded in runs:
        for indices in [run] if folded else [[i] for i in run]:
            width = BREAK if folded else pixels * _weight(unit, counts[indices[0]])
            segments.append(Segment(edges[indices[0]], edges[indices[-1] + 1], x, x + width, folded))
            x += width
    return TimeScale(segments)


def _unit_for(days: int) -> Unit:
    if days <= 62:
        return DAYS
    if days <= 366 * 6:
        return MONTHS
    return YEARS if days <= 366 * 150 else DECADES


def _edges(unit: Unit, first: int, last: int) -> list[int]:
    """The days at which units begin, the one after the last unit too."""
    if unit is DAYS:
        return list(range(first - 1, last + 3))
    day, end = dt.date.fromordinal(first), dt.date.fromordinal(last)
    months = {"month": 1, "year": 12, "decade": 120}[unit.name]
    number = (day.year * 12 + day.month - 1) // months * months
    stop = (end.year * 12 + end.month - 1) // months * months + months
    return [_month_start(n) for n in range(number, stop + 1, months)]


def _month_start(number: int) -> int:
    year, month = divmod(number, 12)
    if year < 1:
        return 1
    if year > dt.MAXYEAR:
        return dt.date.max.toordinal() + 1
    return dt.date(year, month + 1, 1).toordinal()


def _counts(edges: Sequence[int], intervals: Iterable[tuple[int, int]]) -> list[float]:
    """Events per unit; one that covers several counts a part in each, one that covers very many at its ends."""
    counts = [0.0] * (len(edges) - 1)
    for start, end in intervals:
        a, b = bisect_right(edges, start) - 1, bisect_right(edges, end) - 1
        covered = range(a, b + 1) if b - a < 24 else (a, b)
        for index in covered:
            counts[index] += 1 / len(covered)
    return counts


def _runs(unit: Unit, counts: Sequence[float]) -> list[tuple[list[int], bool]]:
    """Part the units into runs, each folded (long and empty) or not."""
    runs = []
    for empty, group in groupby(range(len(counts)), key=lambda i: counts[i] == 0):
        run = list(group)
        runs.append((run, empty and len(run) >= unit.fold))
    return runs


def _weight(unit: Unit, count: float) -> float:
    return unit.used + unit.slope * min(count, count**0.5) if count else unit.empty


def _years(segments: Iterable[Segment]) -> Iterator[tuple[int, int]]:
    """The stretches of each year that are shown: first day, and the day after the last."""
    shown: dict[int, tuple[int, int]] = {}
    for segment in segments:
        first_year = dt.date.fromordinal(segment.start).year
        last_year = dt.date.fromordinal(segment.end - 1).year
        for year in range(first_year, last_year + 1):
            first = max(segment.start, dt.date(year, 1, 1).toordinal())
            stop = min(segment.end, dt.date(year, 12, 31).toordinal() + 1)
            shown[year] = (min(first, shown.get(year, (first, stop))[0]), max(stop, shown.get(year, (first, stop))[1]))
    yield from sorted(shown.values())


def _begins_month(day: int, step: int) -> bool:
    date = dt.date.fromordinal(day)
    return date.day == 1 and (date.month - 1) % step == 0


def _day_label(day: int) -> str:
    date = dt.date.fromordinal(day)
    return f"{date.day} {date:%b}"


def gaps(scale: TimeScale) -> list[tuple[float, float]]:
    """Pixels of the folded stretches."""
    return [(segment.left, segment.right) for segment in scale.segments if segment.folded]
