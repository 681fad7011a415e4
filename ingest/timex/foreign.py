"""Whole dates in other languages within an English text: "le 3 mai 2019", "3 de mayo de 2019", "2019年5月3日".

`foreign_spans` finds them: a number, the name of a month in another language, a year. `read_foreign` has dateparser
read one. Both are idle for a text that holds no such form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from ingest.timex.granule import Granule, day, of_year
from ingest.timex.lexicon import cue, value_of
from ingest.timex.reading import UNKNOWN_VALUES, Parts, Reading, Scene, of_granule, unknown

FORM = re.compile(
    r"""(?<![\d.,/-])(?:\b(?:le|el|il|den)\s)?\b\d{1,2}(?:er|º|\.)?\s(?:de\s|d['’])?(?P<month>[^\W\d_]{3,})\.?
        \s(?:del?\s)?\d{4}\b
    |\b(?P<alone>[^\W\d_]{3,})\sdel?\s\d{4}\b
    |\d{4}\s?(?P<sign>[年년])\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?""",
    re.VERBOSE,
)
BY_SIGN = {"年": ("ja", "zh"), "년": ("ko",)}


def foreign_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where dates in other languages stand, in text order."""
    for match in FORM.finditer(text):
        if languages_of(match):
            yield match.span()


def languages_of(match: re.Match[str]) -> tuple[str, ...]:
    """The languages whose date it may be, none where its word is an English month or no month at all."""
    if match.group("sign"):
        return BY_SIGN[match.group("sign")]
    word = (match.group("month") or match.group("alone")).lower()
    return () if value_of("MONTH", word) else months().get(word, ())


@lru_cache(maxsize=1)
def months() -> Mapping[str, tuple[str, ...]]:
    """Names of months to the languages that use them. Source: CLDR, by Babel."""
    from babel import Locale  # only for a text that holds a number, a word and a year in a row

    found: dict[str, tuple[str, ...]] = {}
    for language in sorted(cue("languages")):
        forms = Locale.parse(language).months
        names = {name for form in ("format", "stand-alone") for width in ("wide", "abbreviated")
                 for name in forms[form][width].values()}  # fmt: skip
        for name in sorted(names):
            word = name.lower().rstrip(".").removeprefix("de ")
            if language not in found.get(word, ()):
                found[word] = (*found.get(word, ()), language)
    return found


def read_foreign(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """The day or the month that dateparser reads; a form that names no day on the calendar stays unknown."""
    granule = granule_of(parts["foreign"])
    if granule is None:
        return replace(unknown(UNKNOWN_VALUES["day"]), waits=False)
    return of_granule(granule, "absolute").stepping("read by dateparser")


@lru_cache(maxsize=256)
def granule_of(text: str) -> Granule | None:
    """What the words say; None where they are no date."""
    from dateparser.date import DateDataParser  # slow to import, and seldom needed

    match = FORM.fullmatch(text)
    if match is None:
        return None
    reader = DateDataParser(languages=list(languages_of(match)), settings={"REQUIRE_PARTS": ["month", "year"]})
    read = reader.get_date_data(text)
    if read.date_obj is None:
        return None
    found = date(read.date_obj.year, read.date_obj.month, read.date_obj.day)
    return day(found) if read.period == "day" else of_year("month", found.year, found.month - 1)
