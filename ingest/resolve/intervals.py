"""Days and spans of days: ISO and EDTF text comes in, comparable intervals go out."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[?~%]?(?:T.*)?$")


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Inclusive days, ISO."""

    start: str
    end: str

    def contains(self, other: Interval) -> bool:
        """Whether every day of `other` is one of these."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Interval) -> bool:
        """Whether they have a day in common."""
        return self.start <= other.end and other.start <= self.end

    @property
    def days(self) -> int:
        """How many days it has."""
        return (date.fromisoformat(self.end) - date.fromisoformat(self.start)).days + 1


def interval(start: str | None, end: str | None) -> Interval | None:
    """Both days, or None where one is missing."""
    return Interval(start[:10], end[:10]) if start and end else None


def read_edtf(value: str) -> Interval | None:
    """The days of a plain EDTF date ("2024-05", "2024-05-28~") or closed interval; None for every other form."""
    parts = [_bounds(part) for part in value.split("/")]
    if len(parts) > 2 or None in parts:
        return None
    first, last = parts[0], parts[-1]
    if first is None or last is None or first.start > last.end:
        return None
    return Interval(first.start, last.end)


def _bounds(text: str) -> Interval | None:
    found = DATE.match(text)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if year < 1 or month > 12:
        return None
    if day:
        return Interval(text[:10], text[:10]) if day <= calendar.monthrange(year, month)[1] else None
    if month:
        return Interval(f"{found[1]}-{month:02}-01", f"{found[1]}-{month:02}-{calendar.monthrange(year, month)[1]}")
    return Interval(f"{found[1]}-01-01", f"{found[1]}-12-31")
