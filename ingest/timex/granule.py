"""Calendar arithmetic: a granule is one day, week, month, ... of the proleptic Gregorian calendar.

Comes in: a unit and an index (days and weeks counted from 0001-01-01, a Monday; months, quarters, seasons,
halves, years, decades and centuries from year 0). Goes out: neighbours by addition, first and last day,
the TIMEX3 value and the EDTF form. Weeks are ISO weeks. Seasons are meteorological: spring begins in March, and a
winter bears the year of its January, as annotated histories have it (the winter of 1919-20 is 1920-WI).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

UNITS = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")
SEASON_CODES = ("WI", "SP", "SU", "FA")
MONTHS_OF = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
PARTS_OF_YEAR = {"month": 12, "quarter": 4, "season": 4, "half": 2}
EDTF_PART_BASE = {"quarter": 33, "half": 40}  # ISO 8601-2, table of sub-year groupings
EDTF_SEASONS = (24, 21, 22, 23)


@dataclass(frozen=True, slots=True)
class Granule:
    """One calendar unit: `Granule("month", 2019 * 12 + 6)` is July 2019."""

    unit: str
    index: int

    def __add__(self, count: int) -> Granule:
        return Granule(self.unit, self.index + count)

    @property
    def year(self) -> int:
        """The year it lies in (its first year, for decades and centuries; its Thursday's, for weeks)."""
        if self.unit in PARTS_OF_YEAR:
            return self.index // PARTS_OF_YEAR[self.unit]
        if self.unit in MONTHS_OF:
            return self.index * (MONTHS_OF[self.unit] // 12)
        if self.unit == "day":
            return date.fromordinal(self.index).year
        return date.fromordinal(self.index * 7 + 4).year

    @property
    def part(self) -> int:
        """Its number within its year, from 0: months 0 to 11, quarters and seasons 0 to 3, halves 0 and 1."""
        return self.index % PARTS_OF_YEAR[self.unit]


def day(value: date) -> Granule:
    """The granule of one day."""
    return Granule("day", value.toordinal())


def of_year(unit: str, year: int, part: int) -> Granule:
    """A part of a year, counted from 0: `of_year("quarter", 1989, 2)` is the third quarter."""
    return Granule(unit, year * PARTS_OF_YEAR[unit] + part)


def days_in_month(year: int, month: int) -> int:
    """How many days the month (1 to 12) has; leap years follow the proleptic Gregorian rule."""
    return 29 if month == 2 and calendar.isleap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def bounds(granule: Granule) -> tuple[date, date] | None:
    """First and last day, inclusive; None outside the years 1 to 9999."""
    try:
        first = _first(granule)
        last = first + timedelta(days=1) if granule.unit == "weekend" else _first(granule + 1) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return first, last


def _first(granule: Granule) -> date:
    if granule.unit == "day":
        return date.fromordinal(granule.index)
    if granule.unit in ("week", "weekend"):
        return date.fromordinal(granule.index * 7 + (6 if granule.unit == "weekend" else 1))
    month = granule.index * MONTHS_OF[granule.unit] - (1 if granule.unit == "season" else 0)
    return date(month // 12, month % 12 + 1, 1)


def containing(unit: str, moment: date) -> Granule:
    """The granule of that unit in which the day lies (for a weekend: the one of its week)."""
    if unit == "day":
        return day(moment)
    if unit in ("week", "weekend"):
        return Granule(unit, (moment.toordinal() - 1) // 7)
    month = moment.year * 12 + moment.month - 1 + (1 if unit == "season" else 0)
    return Granule(unit, month // MONTHS_OF[unit])


def coarsen(unit: str, granule: Granule) -> Granule:
    """The granule of a unit at least as coarse that contains this one; a finer unit gives its first."""
    if granule.unit == unit:
        return granule
    if granule.unit in MONTHS_OF and unit in MONTHS_OF:
        shift = (1 if unit == "season" else 0) - (1 if granule.unit == "season" and unit in ("month", "quarter") else 0)
        return Granule(unit, (granule.index * MONTHS_OF[granule.unit] + shift) // MONTHS_OF[unit])
    extent = bounds(granule)
    if extent is None:
        return granule
    # An ISO week belongs to the month and year of its Thursday.
    inner = extent[0] + timedelta(days=3) if granule.unit == "week" and unit != "day" else extent[0]
    return containing(unit, inner)


def is_finer(unit: str, than: str) -> bool:
    """True where `unit` is strictly shorter than `than`."""
    return UNITS.index(unit) < UNITS.index(than)


def timex_value(granule: Granule) -> str:
    """The TIMEX3 value (TimeML 1.2.1, "value"): 1998-02-13, 1998-W07, 1998-W07-WE, 1989-Q3, 1994-WI, 197, 19."""
    if granule.unit == "day":
        return date.fromordinal(granule.index).isoformat()
    if granule.unit in ("week", "weekend"):
        iso = date.fromordinal(granule.index * 7 + 4).isocalendar()
        return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if granule.unit == "weekend" else "")
    if granule.unit in ("decade", "century"):
        return _truncated_year(granule)
    year = year_digits(granule.year)
    if granule.unit == "year":
        return year
    code = {"month": f"{granule.part + 1:02}", "quarter": f"Q{granule.part + 1}", "half": f"H{granule.part + 1}"}
    return f"{year}-{code.get(granule.unit) or SEASON_CODES[granule.part]}"


def year_digits(year: int) -> str:
    """Four digits; `BC0490` for the astronomical year -489, as TimeML and TIDES write it."""
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _truncated_year(granule: Granule) -> str:
    width = 3 if granule.unit == "decade" else 2
    if granule.index >= 0:
        return f"{granule.index:0{width}}"
    return f"BC{-granule.index - 1:0{width}}"


def edtf(granule: Granule) -> str:
    """The ISO 8601-2 form; weeks and weekends, which EDTF lacks, become intervals of days."""
    if granule.unit == "day":
        return timex_value(granule)
    if granule.unit in ("week", "weekend"):
        first, last = bounds(granule) or (date.min, date.min)
        return f"{first.isoformat()}/{last.isoformat()}"
    if granule.index < 0:
        return _edtf_before_year_one(granule)
    if granule.unit in ("decade", "century"):
        return _truncated_year(granule) + "X" * (1 if granule.unit == "decade" else 2)
    year = f"{granule.year:04}"
    if granule.unit == "year":
        return year
    return f"{year}-{_edtf_part(granule):02}"


def _edtf_part(granule: Granule) -> int:
    if granule.unit == "month":
        return granule.part + 1
    return EDTF_SEASONS[granule.part] if granule.unit == "season" else granule.part + EDTF_PART_BASE[granule.unit]


def _edtf_before_year_one(granule: Granule) -> str:
    if granule.unit in ("decade", "century"):
        span = MONTHS_OF[granule.unit] // 12
        return f"{_edtf_year(granule.index * span)}/{_edtf_year(granule.index * span + span - 1)}"
    year = _edtf_year(granule.year)
    if granule.unit == "year":
        return year
    return f"{year}-{_edtf_part(granule):02}"


def _edtf_year(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"
