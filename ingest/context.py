"""The publication context of an article: takes what is stated and where it lay, gives a `Publication` and notes.

Order of trust, first to last:

1. `metadata`, `manifest`: what the file says, or the manifest where the file is silent;
2. `url`: folders `/2019/07/10/`, `/2019/jul/10/`, else one day in its last part (`…-20190710`, `…-2019-07-10`);
3. `filename`: the same in the path of the file (for a list of articles, which is dated by its export, no);
4. `dateline`: a line that is a date, or a dateline at the head of the text ("LONDON, 3 March 2020 (Reuters) -"). One
   without a year ("TOKYO, May 28 —") takes it from a URL or path that names year and month; alone it gives nothing.

The first that speaks is believed; another that differs by more than a day is noted. The file's own times and the day
of the build are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import unquote, urlsplit

from ingest.model import Block, Metadata, Publication
from ingest.read.dates import FIRST_YEAR, MONTH, MONTHS, WRITTEN_DAY, day_of

FIRST_PRINTED_IN_A_NAME = 1800  # digits in a name or address below this year are a number of something else
LAST_PRINTED_IN_A_NAME = 2099
HEAD = 3  # paragraphs at the head of a text in which a dateline is looked for
A_DAY = 1

FOLDERS = re.compile(
    r"(?<!\d)(?P<y>\d{4})/(?P<m>\d{1,2}|[a-z]{3,9})/(?P<d>\d{1,2})(?=/|$)|(?<!\d)(?P<y2>\d{4})-(?P<m2>\d\d)-(?P<d2>\d\d)/",
    re.IGNORECASE,
)
IN_NAME = re.compile(r"(?<![A-Za-z\d])(\d{4})([-_.]?)(\d{2})\2(\d{2})(?![A-SU-Za-z\d])")
YEAR_AND_MONTH = re.compile(r"(?<!\d)(\d{4})[/-](\d{2})(?!\d)")
ITEM = re.compile(r"\.(?:jsonl?|ndjson)(?:#\d+)?$", re.IGNORECASE)
ARCHIVED = re.compile(r"https?://.*?(?=https?://)", re.IGNORECASE)

CAPITALS = r"[A-Z][A-Z.'’-]{2,}(?:[ /][A-Z][A-Z.'’-]+){0,3}"
NAME = r"(?!(?:In|On|At|By|From|Since|Until)\b)[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
REGION = r"(?:,\s+(?-i:[A-Z][\w.'’ -]{1,30}?))?"
AGENCY = r"(?:\s*\([^()]{2,40}\))?"
DATE = rf"\(?(?:{WRITTEN_DAY}|(?P<monthday>{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH}))\)?"
DASH = r"\s*(?:—|–|--?|:|/)(?=\s)"


def _dateline_of(city: str) -> re.Pattern[str]:
    return re.compile(rf"(?-i:{city}){REGION}{AGENCY},?\s+{DATE}{AGENCY}{DASH}", re.IGNORECASE)


OPENING = _dateline_of(rf"(?:{CAPITALS}|{NAME})")  # "Lima, 3 March 2020 –" may be a story's own date further down
FURTHER_DOWN = _dateline_of(CAPITALS)
MONTH_DAY = re.compile(rf"(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{MONTH})", re.IGNORECASE)
DAY_ANYWHERE = re.compile(WRITTEN_DAY, re.IGNORECASE)
NOT_FIRST = re.compile(r"(?:last )?(?:updated|modified)\b", re.IGNORECASE)


def publication(
    metadata: Metadata, path: str, text: str, blocks: Sequence[Block]
) -> tuple[Publication, tuple[str, ...]]:
    """When the article appeared, by the most trusted that says so, and notes where others disagree."""
    found = list(_stated(metadata, path, text, blocks))
    if not found:
        return Publication(), ()
    basis, value = found[0]
    day = value[:10]
    notes = tuple(
        f"published {value} by {basis}, but {other[:10]} by {where}: {basis} is believed"
        for where, other in found[1:]
        if abs((date.fromisoformat(other[:10]) - date.fromisoformat(day)).days) > A_DAY
    )
    return Publication(value, day, day, basis), notes


def _stated(metadata: Metadata, path: str, text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Basis and value of every statement, in the order of trust."""
    if metadata.published:
        yield metadata.published_basis, metadata.published
    address = urlsplit(ARCHIVED.sub("", metadata.url or "")).path
    if from_url := day_in_path(unquote(address)):
        yield "url", from_url.isoformat()
    file = "" if ITEM.search(path) else path.rpartition(".")[0]
    if from_name := day_in_path(file):
        yield "filename", from_name.isoformat()
    hint = YEAR_AND_MONTH.search(address) or YEAR_AND_MONTH.search(file)
    head = [(b.role, text[b.start : b.end]) for b in blocks if b.role in ("dateline", "body", "heading")][:HEAD]
    if from_text := _dateline(head, hint):
        yield "dateline", from_text.isoformat()


def day_in_path(path: str) -> date | None:
    """The one day that an address or a file's path is named after, None for none or several."""
    folders = {
        day for m in FOLDERS.finditer(path) if (day := _day(m["y"] or m["y2"], m["m"] or m["m2"], m["d"] or m["d2"]))
    }
    if len(folders) == 1:
        return folders.pop()
    name = path.rstrip("/").rpartition("/")[2]
    named = {day for m in IN_NAME.finditer(name) if (day := _day(m[1], m[3], m[4]))}
    return named.pop() if len(named) == 1 and not folders else None


def _day(year: str, month: str, day: str) -> date | None:
    if not FIRST_PRINTED_IN_A_NAME <= int(year) <= LAST_PRINTED_IN_A_NAME:
        return None
    number = int(month) if month.isdigit() else MONTHS.get(month.lower(), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def _dateline(head: Sequence[tuple[str, str]], hint: re.Match[str] | None) -> date | None:
    for position, (role, paragraph) in enumerate(head):
        city_and_day = OPENING if position == 0 else FURTHER_DOWN
        if role == "dateline":
            match = DAY_ANYWHERE.search(paragraph)
            if match and not NOT_FIRST.match(paragraph) and (day := _plausible(day_of(match))):
                return day
        elif match := city_and_day.match(paragraph):
            day = day_of(match) if match["monthday"] is None else _with_year(match["monthday"], hint)
            if day := _plausible(day):
                return day
    return None


def _with_year(month_day: str, hint: re.Match[str] | None) -> date | None:
    """ "May 28" in the year of an address that has the same year and month in it."""
    match = MONTH_DAY.fullmatch(month_day.strip())
    if match is None or hint is None:
        return None
    month, day = match["m1"] or match["m2"], match["d1"] or match["d2"]
    if MONTHS[month.rstrip(".").lower()] != int(hint[2]):
        return None
    return _day(hint[1], hint[2], day)


def _plausible(day: date | None) -> date | None:
    return day if day is not None and day.year >= FIRST_YEAR else None
