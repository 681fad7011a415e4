"""Publication dates as people and files write them: takes a text, a number or a `datetime`, gives ISO 8601 text.

Only what names one day of the calendar counts. "Yesterday", "2019-02-30", "July 2019" and "10/07/2019" (two days
are possible) are refused with a `ValueError` that says why; nothing is guessed, nothing depends on today.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

Day = TypeVar("Day", bound=date)

FIRST_YEAR, LAST_YEAR = 1450, 2199  # no press before, no plausible publication after
ADVICE = "Write it as 2019-07-10 or 2019-07-10T08:00:00+02:00"

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
ORDINAL = r"(?:st|nd|rd|th)?"
WRITTEN_DAY = (
    rf"(?:{WEEKDAY},?\s+)?"
    rf"(?:(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}}){ORDINAL}(?:,\s*|\s+)(?P<y1>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}}){ORDINAL}\s+(?:of\s+)?(?P<m2>{MONTH}),?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2}))(?!\d)"
)
"""A pattern (ignore case) of one full day in words or digits, weekday optional; `day_of` reads its match."""

_WHOLE_DAY = re.compile(WRITTEN_DAY, re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_NUMBER = re.compile(r"\d{8,13}(?:\.\d+)?")


def iso_moment(value: object) -> str:
    """A day (`2019-07-10`) or a time (`2019-07-10T08:00:00+02:00`) in ISO 8601. Raises ValueError with the reason."""
    if isinstance(value, datetime):
        return _checked(value).isoformat()
    if isinstance(value, date):
        return _checked(value).isoformat()
    text = " ".join(str(value).split())
    if _NUMBER.fullmatch(text):
        return _from_number(text)
    for parse in (_iso, _in_words, _slashed, _rfc_2822, _by_dateparser):
        moment = parse(text)
        if moment is not None:
            return _checked(moment).isoformat()
    raise ValueError(f"{text!r} is not a full date")


def day_of(match: re.Match[str]) -> date | None:
    """The day that a match of `WRITTEN_DAY` names, None where the calendar has no such day."""
    for form in "123":
        if match[f"y{form}"]:
            month = match[f"m{form}"].rstrip(".").lower()
            try:
                return date(int(match[f"y{form}"]), MONTHS.get(month) or int(month), int(match[f"d{form}"]))
            except ValueError:
                return None
    return None


def _checked(moment: Day) -> Day:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"the year {moment.year} cannot be a year of publication")
    return moment


def _from_number(text: str) -> str:
    """`20190710`, or seconds or milliseconds since 1970, which are UTC."""
    if len(text) == 8:
        return _checked(datetime.strptime(text, "%Y%m%d").date()).isoformat()
    seconds = float(text) / (1000 if float(text) >= 1e11 else 1)
    if seconds < 1e8:  # before 1973: more likely a number of something else
        raise ValueError(f"{text!r} is not a date")
    return _checked(datetime.fromtimestamp(int(seconds), UTC)).isoformat()


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(re.sub(r" ?(?:UTC|GMT)$", "Z", text))
    except ValueError:
        pass
    if re.match(r"\d{4}-\d{1,2}-\d{1,2}(?!\d)", text):
        year, month, day = map(int, re.findall(r"\d+", text)[:3])
        whole = date(year, month, day)  # raises for 2019-02-30: "day is out of range for month"
        return whole if re.fullmatch(r"[\d-]+", text) else None
    return None


def _in_words(text: str) -> date | None:
    match = _WHOLE_DAY.fullmatch(text)
    if match is None:
        return None
    day = day_of(match)
    if day is None:
        raise ValueError(f"the calendar has no {text!r}")
    return day


def _slashed(text: str) -> date | None:
    match = _SLASHED.fullmatch(text)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "." or first > 12 or first == second:
        return date(year, second, first)
    if second > 12:
        return date(year, first, second)
    raise ValueError(f"{text!r} can be two days, month first or day first")


def _rfc_2822(text: str) -> date | None:
    if not re.search(r"\d{4} \d\d:\d\d", text):
        return None
    try:
        return parsedate_to_datetime(text)
    except ValueError:
        return None


def _by_dateparser(text: str) -> date | None:
    """Other forms with a year in four digits and a day, other languages too; never relative ones."""
    if not re.search(r"(?<!\d)\d{4}(?!\d)", text) or len(text) > 60:
        return None
    import dateparser  # costs a third of a second: only where it is needed

    found: datetime | None = dateparser.parse(
        text,
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
        },
    )
    return found if found is None or re.search(r"\d:\d|\d\s*[ap]\.?m", text, re.IGNORECASE) else found.date()
