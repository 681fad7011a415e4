"""Sections of a history: a heading that names years ("1918", "National Convention (1792-1795)") bounds what follows.

Comes in: the text and its candidates. Goes out: where each such section begins, with its first and last year. An
incomplete date of the section belongs to one of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ingest.timex.granule import bounds
from ingest.timex.reading import Scene
from ingest.timex.recognise import Candidate
from ingest.timex.resolve import read

LINE = re.compile(r"^[^\n]+$", re.MULTILINE)
LONGEST = 90  # characters of a heading
ENDINGS = ".!?;,\"”'"
WIDEST = 15  # years: a heading of more says little

Section = tuple[int, int, int]


def sections(text: str, found: Sequence[Candidate]) -> list[Section]:
    """Start, first and last year of each section whose heading names its years, in text order."""
    starts = [candidate.start for candidate in found]
    out: list[Section] = []
    for line in LINE.finditer(text):
        words = line.group().strip()
        if not words or len(words) > LONGEST or words[-1] in ENDINGS:
            continue
        inside = found[bisect_right(starts, line.start() - 1) : bisect_right(starts, line.end())]
        years = [year for candidate in inside if "year" in candidate.parts for year in years_of(candidate)]
        if years and max(years) - min(years) <= WIDEST:
            out.append((line.start(), min(years), max(years)))
    return out


def years_of(candidate: Candidate) -> list[int]:
    """The years that a whole date covers."""
    granule = read(candidate.rule, candidate.parts, Scene(domain="narrative", tense="past")).granule
    extent = bounds(granule) if granule else None
    return [extent[0].year, extent[1].year] if extent else []


def section_at(found: Sequence[Section], place: int) -> tuple[int, int] | None:
    """First and last year of the section at a character; None where no heading names any."""
    index = bisect_right([section[0] for section in found], place) - 1
    return found[index][1:] if index >= 0 else None
