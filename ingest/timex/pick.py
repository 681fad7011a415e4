"""Which of many: "Friday", "May", "the third quarter" name a granule that comes back; this finds the one meant.

Comes in: the repeating granule as a function from a cycle's number to a granule, and the day to count from. Goes
out: the latest one before, the first one after, or the nearest.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ingest.timex.granule import Granule, bounds, containing, of_year

Cycle = Callable[[int], Granule | None]


def weekday_cycle(weekday: int) -> Cycle:
    """The given weekday (Monday 0) of each week, by the week's index."""
    return lambda week: Granule("day", week * 7 + 1 + weekday)


def yearly(unit: str, part: int) -> Cycle:
    """The same part (from 0) of every year."""
    return lambda year: of_year(unit, year, part)


def month_day(month: int, number: int) -> Cycle:
    """The same day of every year; None in years that lack it (29 February)."""

    def at(year: int) -> Granule | None:
        try:
            return Granule("day", date(year, month, number).toordinal())
        except ValueError:
            return None

    return at


def pick(cycle: Cycle, cycle_unit: str, origin: date, direction: str) -> Granule | None:
    """The occurrence meant.

    `direction`: `past` (latest that has begun on `origin`), `before` (latest that ended before it), `future` (first not
    yet over), `after` (first that begins after it), `nearest` (least distance, the past on a tie).
    """
    centre = containing(cycle_unit, origin).index
    found = [granule for step in range(-9, 10) if (granule := cycle(centre + step)) and bounds(granule)]
    spans = [(granule, *(bounds(granule) or (origin, origin))) for granule in found]
    if direction in ("past", "before"):
        fitting = [g for g, first, last in spans if (first <= origin if direction == "past" else last < origin)]
        return fitting[-1] if fitting else None
    if direction in ("future", "after"):
        fitting = [g for g, first, last in spans if (last >= origin if direction == "future" else first > origin)]
        return fitting[0] if fitting else None
    return min(spans, key=lambda span: (distance(span[1], span[2], origin), span[1] > origin))[0] if spans else None


def distance(first: date, last: date, origin: date) -> int:
    """Days between the origin and the nearer end of the span; 0 inside it."""
    return max((first - origin).days, (origin - last).days, 0)
