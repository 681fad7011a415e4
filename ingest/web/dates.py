"""Days in words: the interval in which an event lies and its precision go in, what a reader calls it comes out."""

from __future__ import annotations

import calendar
import datetime as dt
import re

EXACT = frozenset({"second", "minute", "hour", "part_of_day", "day", "interval", "weekend"})
"""Precisions at which the interval is the event's own extent; at any other it lies somewhere within."""

DURATION = re.compile(r"P(?P<time>T?)(?P<number>\d+(?:\.\d+)?)(?P<unit>[YMWDHS])")
DURATION_UNITS = {
    ("", "Y"): "year",
    ("", "M"): "month",
    ("", "W"): "week",
    ("", "D"): "day",
    ("T", "H"): "hour",
    ("T", "M"): "minute",
    ("T", "S"): "second",
}


def is_vague(start: str | None, end: str | None, precision: str) -> bool:
    """Whether the event lies somewhere within its interval rather than filling it."""
    return precision not in EXACT and start != end


def phrase(start: str | None, end: str | None, precision: str = "day") -> str:
    """Name an interval of ISO days, as "28 May 2024", "10–14 June 2024", "week of 27 May 2024" or "1990s"."""
    if not start or not end:
        return "undated"
    first, last = day(start), day(end)
    if first is None or last is None:
        return f"{start} to {end}"
    if precision == "week" and (last - first).days == 6:
        return f"week of {_full(first)}"
    if is_vague(start, end, precision):
        return _period(first, last) or f"between {_full(first)} and {_full(last)}"
    return _range(first, last)


def day(text: str) -> dt.date | None:
    """The day that an ISO date or time names, None where it names none that the calendar knows."""
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def duration_phrase(duration: str) -> str:
    """An ISO 8601 duration in words, as "4 days"; what has no simple form stays as it is."""
    found = DURATION.fullmatch(duration)
    if not found:
        return duration
    number, noun = found["number"], DURATION_UNITS.get((found["time"], found["unit"]))
    if noun is None:
        return duration
    return f"{number} {noun}{'' if number == '1' else 's'}"


def value_phrase(attribute: str, value: str) -> str:
    """What a claim states, in words: a day or an interval of days by its name, anything else as it is."""
    if attribute != "date":
        return value
    start, _, end = value.partition("/")
    if len(start) != 10 or day(start) is None or (end and day(end) is None):
        return value
    return phrase(start, end or start, "interval")


def _period(first: dt.date, last: dt.date) -> str | None:
    """A whole month, year, decade or century by its name; None for any other interval."""
    if (first.day, last.day) != (1, calendar.monthrange(last.year, last.month)[1]):
        return None
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        return f"{first:%B} {first.year}"
    if months == 3 and first.month % 3 == 1:
        return f"{_ordinal(first.month // 3 + 1)} quarter of {first.year}"
    if first.month == 1 and months == 12:
        return str(first.year)
    if first.month == 1 and months == 120 and first.year % 10 == 0:
        return f"{first.year}s"
    if first.month == 1 and months == 1200 and first.year % 100 in (0, 1):
        return f"{_ordinal(first.year // 100 + 1)} century"
    if first.year == last.year:
        return f"{first:%B} to {last:%B} {last.year}"
    return f"{first:%B} {first.year} to {last:%B} {last.year}"


def _range(first: dt.date, last: dt.date) -> str:
    if first == last:
        return _full(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_full(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {_full(last)}"
    return f"{_full(first)} – {_full(last)}"


def _full(date: dt.date) -> str:
    return f"{date.day} {date:%B} {date.year}"


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 10 < number % 100 < 14 else endings.get(number % 10, 'th')}"
