"""Holidays by name: "Christmas Eve", "Thanksgiving", "Easter Monday", "Yom Kippur", resolved to their days.

Comes in: the parts that a rule captured and the scene. Goes out: a reading. `time_holidays.yml` says how each is found:
a fixed day, the `holidays` package's or `dateutil.easter`'s, or the nth weekday of a month.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from ingest.timex.dates import anchor_of, choose, direction_of, modifier, origin_of, read_date
from ingest.timex.granule import Granule, containing, day
from ingest.timex.lexicon import LEXICONS, read_table, value_of
from ingest.timex.numbers import parse_ordinal, parse_year
from ingest.timex.pick import pick
from ingest.timex.reading import UNKNOWN_VALUES, Parts, Reading, Scene, of_granule, unknown

MONDAY = 0


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The contents of `time_holidays.yml`."""
    content: dict[str, Any] = read_table(LEXICONS / "time_holidays.yml")
    return content


@lru_cache(maxsize=1)
def feasts() -> dict[str, dict[str, Any]]:
    """How the day of each holiday is found, by its name's letters and digits alone."""
    return {squeezed(name): {"as": _titled(name), **entry} for name, entry in table()["holidays"].items()}


def squeezed(name: str) -> str:
    """A name without spaces and marks, so that "New Year’s Day" and "new year 's day" are one."""
    return re.sub(r"\W", "", name.lower())


def _titled(name: str) -> str:
    return re.sub(r"(?<![\w'])\w", lambda match: match.group().upper(), name)


def names_pattern() -> str:
    """All names of holidays in the pattern language of `time_rules.yml`, the longest first."""
    names = sorted((str(name) for name in table()["holidays"]), key=lambda name: (-len(name), name))
    return "( " + " | ".join(_as_pattern(name) for name in names) + " )"


def _as_pattern(name: str) -> str:
    pattern = re.sub(r"'s\b", " APOSTROPHE_S ", name)
    pattern = re.sub(r"'", " MARKS? ", pattern)
    return re.sub(r"\.", " DOT? ", pattern.replace("-", " HYPHEN? ")).replace("9/11", "NINE_ELEVEN")


def read_feast(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """The day of a holiday, its weekend or its week, or a part of that day."""
    name = squeezed(parts["feast"])
    entry = feasts()[name]
    unit = parts.get("scope", str(entry.get("unit", "day")))
    mod = modifier(parts)
    reading = _granule_of(name, unit, mod, parts, scene, options)
    code = value_of("DAYPART", parts.get("part", ""))
    if code is None or unit != "day":
        return reading
    return replace(reading, type="TIME", value=f"{reading.value}T{code}", granularity="part_of_day")


def _granule_of(
    name: str, unit: str, mod: str | None, parts: Parts, scene: Scene, options: Mapping[str, Any]
) -> Reading:
    absolute = feasts()[name].get("once") or parts.get("year")
    if absolute:
        year = absolute[0] if isinstance(absolute, list) else parse_year(absolute, 2000) or 2000
        found = on(name, unit, year)
        return of_granule(found, "absolute", mod) if found else unknown(UNKNOWN_VALUES[unit], mod=mod)
    base, anchor = anchor_of(scene, options)
    origin = origin_of(base)
    granule = _choose(name, unit, origin, parts, scene, options) if origin else None
    if granule is None:
        return unknown(UNKNOWN_VALUES[unit], granularity=unit, mod=mod)
    return of_granule(granule, anchor, mod).stepping(f"{parts['feast']} counted from {anchor} {origin}")


def _choose(
    name: str, unit: str, origin: date, parts: Parts, scene: Scene, options: Mapping[str, Any]
) -> Granule | None:
    def cycle(year: int) -> Granule | None:
        return on(name, unit, year)

    sign = direction_of(parts.get("ref", "this"), options)
    if sign:
        return pick(cycle, "year", origin, "before" if sign < 0 else "after")
    return choose(cycle, "year", origin, scene.tense)


def on(name: str, unit: str, year: int) -> Granule | None:
    """The granule of a holiday in a year; None where none is known. A Monday's weekend is the one before it."""
    entry = feasts()[name]
    found = feast_day(name, year)
    if found is None:
        return None
    found += timedelta(days=int(entry.get("offset", 0)))
    if unit == "weekend" and found.weekday() == MONDAY:
        found -= timedelta(days=1)
    return day(found) if unit == "day" else containing(unit, found)


@lru_cache(maxsize=4096)
def feast_day(name: str, year: int) -> date | None:
    """The base day of a holiday in a year; None where the library knows none."""
    entry = feasts()[name]
    if "once" in entry:
        return date(*entry["once"])
    if "fixed" in entry:
        month, number = entry["fixed"]
        return date(year, month, number) if 1 <= year <= 9999 else None
    if "easter" in entry:
        return easter_day(year, bool(entry.get("orthodox")))
    if "library" in entry:
        return library_day(entry["library"], entry["as"], entry.get("category", "public"), year)
    month, weekday, nth = entry["nth"]
    return nth_weekday(year, month, weekday, nth)


def easter_day(year: int, orthodox: bool) -> date | None:
    """Easter Sunday; None outside the years for which the method is defined."""
    try:
        found: date = easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN)
    except ValueError:
        return None
    return found


def library_day(country: str, name: str, category: str, year: int) -> date | None:
    """The first day of a holiday in the calendar of a country, by the `holidays` package."""
    import holidays  # takes a third of a second: only for a text that names such a day

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a year that it does not cover: it then finds none
        calendar = holidays.country_holidays(
            country, years=year, observed=False, language="en_US", categories=(category,)
        )
    return next(iter(calendar.get_named(name, lookup="istartswith")), None)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday (Monday 0) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def read_remembered(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """The day in "the September 11 attacks": that of the year which they are known for, once it is long past."""
    month, number = value_of("MONTH", parts["month"]), parse_ordinal(parts["day"])
    years = [year for row in table()["remembered"] for year in row[2:] if row[:2] == [month, number]]
    passed = [year for year in years if scene.publication and year < scene.publication.year]
    if passed:
        return read_date({**parts, "year": str(passed[-1])}, scene, options)
    return read_date(parts, scene, options)
