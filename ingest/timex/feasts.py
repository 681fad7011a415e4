"""Holidays by name: "Christmas Eve", "Thanksgiving", "Easter Monday", "Election Day", resolved to their days.

Comes in: the parts that a rule captured and the scene. Goes out: a reading. `time_holidays.yml` says how each is found:
a fixed day, the nth weekday of a month, or days from Easter, which `dateutil.easter` computes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from dateutil.easter import easter

from ingest.timex.dates import anchor_of, choose, direction_of, modifier, origin_of
from ingest.timex.granule import Granule, containing, day
from ingest.timex.lexicon import LEXICONS, read_table
from ingest.timex.numbers import parse_year
from ingest.timex.pick import pick
from ingest.timex.reading import Parts, Reading, Scene, of_granule, unknown


@lru_cache(maxsize=1)
def feasts() -> dict[str, dict[str, Any]]:
    """The table of `time_holidays.yml`: name -> how its day is found."""
    content: dict[str, dict[str, Any]] = read_table(LEXICONS / "time_holidays.yml")
    return content["holidays"]


def read_feast(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """The day (or, with "weekend" or "week", the weekend or week) of a holiday."""
    name = " ".join(parts["feast"].replace("’", "'").replace(" '", "'").split())
    entry = feasts().get(name) or feasts()[name.removesuffix(" day")]
    mod = modifier(parts)
    unit = str(entry.get("unit", "day"))
    if "year" in parts:
        year = parse_year(parts["year"], 2000) or 2000
        return of_granule(on(entry, unit, year), "absolute", mod)
    base, anchor = anchor_of(scene, options)
    origin = origin_of(base)
    if origin is None:
        return unknown("XXXX-XX-XX", mod=mod)
    granule = _choose(entry, unit, origin, parts, scene, options)
    return of_granule(granule, anchor, mod).stepping(f"{name} counted from {anchor} {origin}")


def _choose(
    entry: Mapping[str, Any], unit: str, origin: date, parts: Parts, scene: Scene, options: Mapping[str, Any]
) -> Granule:
    def cycle(year: int) -> Granule:
        return on(entry, unit, year)

    sign = direction_of(parts.get("ref", "this"), options)
    if sign:
        found = pick(cycle, "year", origin, "before" if sign < 0 else "after")
    else:
        found = choose(cycle, "year", origin, scene.tense)
    return found or cycle(origin.year)


def on(entry: Mapping[str, Any], unit: str, year: int) -> Granule:
    """The granule of a holiday in a year."""
    found = feast_day(entry, year) + timedelta(days=int(entry.get("offset", 0)))
    return day(found) if unit == "day" else containing(unit, found)


def feast_day(entry: Mapping[str, Any], year: int) -> date:
    """The base day of a holiday: fixed, Easter's, or the nth weekday of a month (negative n from its end)."""
    if "fixed" in entry:
        month, number = entry["fixed"]
        return date(year, month, number)
    if "easter" in entry:
        found: date = easter(year)
        return found
    month, weekday, nth = entry["nth"]
    return nth_weekday(year, month, weekday, nth)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday (Monday 0) of a month; -1 is the last."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-nth - 1))
