"""Dates on the calendar, whole or incomplete: "13 July 2019", "last May", "Friday", "the third quarter".

Comes in: the parts that a rule captured and the scene. Goes out: a reading. What is incomplete is filled from the
scene: in news from the publication day, the tense of the governing verb and distance; in a history from the last
date told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ingest.timex.granule import (
    SEASON_CODES,
    Granule,
    bounds,
    coarsen,
    containing,
    day,
    days_in_month,
    is_finer,
    of_year,
)
from ingest.timex.lexicon import value_of
from ingest.timex.numbers import parse_ordinal, parse_year
from ingest.timex.pick import Cycle, distance, month_day, pick, weekday_cycle, yearly
from ingest.timex.reading import UNKNOWN_VALUES, Parts, Reading, Scene, clipped, of_granule, unknown

HUNDREDS = re.compile(r"1\d00s")  # "the 1800s" are a century, "the 2000s" a decade
DEIXIS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "overnight": -1}
BACKWARD = 1  # a story goes forward: a day back weighs as much as two ahead
FAR_BACK, NEAR = 285, 100  # days: a date this far back yields to one this near ahead, against the tense
FAR_AHEAD, JUST_OVER = 200, 31  # days: a date this far ahead yields to one just over
LOOKS_BACK = frozenset({"past", "over", "none"})
TENSES = {
    "over": "the word before it says that it is over",
    "ahead": "the word before it says that it is to come",
    "none": "no verb tells",
}
COMPARED = frozenset({"earlier", "later"})
YEAR_PARTS = ("month", "quarter", "half", "season")
PIVOT_YEAR = 2000
DIRECTIONS = ("LAST", "NEXT", "BEFORE", "AFTER")


def read_date(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """Resolve any combination of date parts; `options`: `base: told` counts from the last date told."""
    mod = modifier(parts)
    if "deixis" in parts:
        return from_anchor(Granule("day", 0), DEIXIS[parts["deixis"]], scene, options, mod)
    if any(name in parts for name in ("year", "decade", "century")):
        return open_ended(of_granule(absolute(parts, scene), "absolute", options.get("mod", mod)))
    if "unit" in parts:
        return relative_unit(parts, scene, options, mod)
    if "ref" in parts:
        return named_relative(parts, scene, options, mod)
    return incomplete(parts, scene, options, mod)


def open_ended(reading: Reading) -> Reading:
    """ "2025 and beyond" has no last day."""
    if reading.mod != "ON_OR_AFTER":
        return reading
    return replace(reading, last=None, edtf=f"{reading.edtf}/..", granularity="interval")


def modifier(parts: Parts) -> str | None:
    """TIMEX3 `mod` from the words before a date: START, MID, END, APPROX, or None."""
    if "approx" in parts:
        return "APPROX"
    words = parts.get("mod", "").split()
    codes = [value_of(name, word) for word in words for name in ("NEARNESS", "EDGE", "EDGEHALF")]
    return next((code for code in codes if code), None)


# --- whole dates ------------------------------------------------------------------------------------


def absolute(parts: Parts, scene: Scene) -> Granule:
    """The granule of a date that names its year, decade or century."""
    if "century" in parts:
        number = parse_ordinal(parts["century"]) or 1
        return Granule("century", -number if is_before_christ(parts) else number - 1)
    if "decade" in parts and HUNDREDS.fullmatch(parts["decade"]):
        century = int(parts["decade"][:2])
        return Granule("century", -century - 1 if is_before_christ(parts) else century)
    if "decade" in parts:
        index = decade_index(parts["decade"], scene)
        return Granule("decade", -index - 1 if is_before_christ(parts) else index)
    pivot = scene.publication.year if scene.publication else PIVOT_YEAR
    if scene.domain == "narrative" and scene.told:
        pivot = scene.told.year
    if parts.get("era"):
        pivot = 1  # no century is left out beside an era
    year = parse_year(parts["year"], pivot) or pivot
    return in_year(parts, 1 - year if is_before_christ(parts) else year)


def is_before_christ(parts: Parts) -> bool:
    """True where the era is BC or BCE."""
    return bool(value_of("ERA", parts.get("era", "")) == "bc")


def decade_index(text: str, scene: Scene) -> int:
    """ "1990s", "'90s" and "nineties" as the decade's index; two digits mean the last such decade begun."""
    digits = "".join(char for char in text if char.isdigit())
    if len(digits) > 2:
        return int(digits) // 10
    if " " in text and not digits:  # "nineteen sixties"
        return (value_of("CARDINAL", text.split()[0]) or 19) * 10 + int(value_of("DECADES", text.split()[-1])) // 10
    tens = int(digits[:1]) if digits else int(value_of("DECADES", text)) // 10
    now = (scene.publication.year if scene.publication else PIVOT_YEAR) // 10
    return now - (now - tens) % 10


def in_year(parts: Parts, year: int) -> Granule:
    """The granule that month, day, quarter, half or season name within a year; else the year."""
    if "month" in parts:
        month = value_of("MONTH", parts["month"]) or parse_ordinal(parts["month"]) or 1
        number = parse_ordinal(parts["day"]) if "day" in parts else None
        if number and year > 0 and 1 <= number <= days_in_month(year, month):
            return day(date(year, month, number))
        return of_year("month", year, month - 1)
    for unit in YEAR_PARTS[1:]:
        if unit in parts:
            return of_year(unit, year, part_number(unit, parts[unit]))
    return Granule("year", year)


def part_number(unit: str, text: str) -> int:
    """The part of the year, from 0: "third" quarter is 2, "last" half is 1, "summer" season is 1."""
    if unit == "season":
        return int(value_of("SEASON", text) or 0)
    number = value_of("LASTPART", text) or parse_ordinal(text) or 1
    return number - 1 if number > 0 else {"quarter": 3, "half": 1}[unit]


# --- what hangs on an anchor -------------------------------------------------------------------------


def anchor_of(scene: Scene, options: Mapping[str, Any]) -> tuple[Granule | None, str]:
    """The granule to count from and the anchor's name: the last date told, or the publication day."""
    if options.get("base") == "told" and scene.told is not None:
        return scene.told, "expression"
    if scene.domain == "narrative" and scene.told is not None and not options.get("deictic"):
        return scene.told, "expression"
    if scene.publication is not None:
        return day(scene.publication), "publication"
    return None, "none"


def from_anchor(
    shape: Granule, count: int, scene: Scene, options: Mapping[str, Any], mod: str | None, kind: str = "DATE"
) -> Reading:
    """The granule of `shape`'s unit that lies `count` units after the anchor's own.

    "The same day" after a year or a month that was told is no day of it that could be known.
    """
    base, anchor = anchor_of(scene, options)
    finer = base is not None and is_finer(shape.unit, base.unit)
    if base is None or (finer and (bounds(base) is None if count else anchor == "expression")):
        return unknown(UNKNOWN_VALUES[shape.unit], granularity=shape.unit, mod=mod)
    found = coarsen(shape.unit, base) + count
    reading = of_granule(found, anchor, mod, kind)
    return reading.stepping(f"{count:+d} {shape.unit} from {anchor}")


def relative_unit(parts: Parts, scene: Scene, options: Mapping[str, Any], mod: str | None) -> Reading:
    """ "last week", "this year", "June last year", "next year's first quarter", "the end of the month"."""
    if scene.domain == "narrative" and "next" in parts.get("ref", ""):
        options = {"base": "told"}  # a history's "next year" follows the one told
    unit, scale = plain_unit(parts["unit"])
    count = direction_of(parts.get("ref", "this"), options) * scale
    if unit != "year" or not any(part in parts for part in YEAR_PARTS):
        reading = from_anchor(Granule(unit, 0), count, scene, options, mod)
        if COMPARED & set(parts.get("mod", "").split()) and scene.publication and not count:
            return clipped(reading, mod, scene.publication)
        return reading
    base, anchor = anchor_of(scene, options)
    if base is None:
        return unknown(incomplete_value(parts), mod=mod)
    year = coarsen("year", base).index + count
    return of_granule(in_year(parts, year), anchor, mod).stepping(f"year {year} from {anchor}")


def plain_unit(unit: str) -> tuple[str, int]:
    """A unit's name and how many granules it takes: a fortnight is two weeks, a millennium ten centuries."""
    name = (
        value_of("UNIT", unit) or value_of("UNITS", unit) or value_of("SHORT", unit) or value_of("SHORTS", unit) or unit
    )
    return {"fortnight": ("week", 2), "millennium": ("century", 10), "night": ("day", 1)}.get(name, (name, 1))


def direction_of(words: str, options: Mapping[str, Any]) -> int:
    """-1, 0 or +1 for "last", "this", "next"; the strongest word wins ("this past", "this coming")."""
    if "count" in options:
        return int(options["count"])
    signs = [value_of(name, word) or 0 for word in words.split() for name in DIRECTIONS]
    return next((int(sign) for sign in signs if sign), 0)


def named_relative(parts: Parts, scene: Scene, options: Mapping[str, Any], mod: str | None) -> Reading:
    """ "last May", "next Tuesday", "this summer", "the previous Friday"."""
    base, anchor = anchor_of(scene, options)
    origin = origin_of(base)
    found = cycle_of(parts)
    if origin is None or found is None:
        return unknown(incomplete_value(parts), mod=mod)
    cycle, cycle_unit = found
    sign = direction_of(parts["ref"], options)
    if sign:
        granule = pick(cycle, cycle_unit, origin, "before" if sign < 0 else "after")
    elif cycle_unit == "week":
        granule = _of_this_week(cycle, origin, scene.tense)
    else:
        granule = cycle(origin.year)
    if granule is None:
        return unknown(incomplete_value(parts), mod=mod)
    return of_granule(granule, anchor, mod).stepping(f"{parts['ref']!r} from {anchor} {origin}")


def _of_this_week(cycle: Cycle, origin: date, tense: str) -> Granule | None:
    """The day in the week of the origin, unless that lies ahead of what has happened: "this Sunday, he crossed the
    Channel" in a story of Tuesday.
    """
    granule = cycle(containing("week", origin).index)
    extent = bounds(granule) if granule else None
    ahead = extent is not None and extent[0] > origin
    return pick(cycle, "week", origin, "past") if ahead and tense in ("past", "over") else granule


def origin_of(base: Granule | None) -> date | None:
    """The day to count from: a granule's last day; None where it has none."""
    extent = bounds(base) if base else None
    return extent[1] if extent else None


# --- incomplete dates --------------------------------------------------------------------------------


def cycle_of(parts: Parts) -> tuple[Cycle, str] | None:
    """The repeating granule that the parts name, and the unit of its cycle."""
    if "month" in parts:
        month = value_of("MONTH", parts["month"]) or 1
        number = parse_ordinal(parts["day"]) if "day" in parts else None
        if number and number <= days_in_month(2000, month):
            return month_day(month, number), "year"
        return yearly("month", month - 1), "year"
    for unit in YEAR_PARTS[1:]:
        if unit in parts:
            return yearly(unit, part_number(unit, parts[unit])), "year"
    if "day" in parts:
        weekday = value_of("WEEKDAY", parts.get("weekday", ""))
        return day_of_month(parse_ordinal(parts["day"]) or 1, weekday), "month"
    if "weekday" in parts:
        return weekday_cycle(int(value_of("WEEKDAY", parts["weekday"]))), "week"
    return None


def day_of_month(number: int, weekday: int | None = None) -> Cycle:
    """The same day of every month; None in months that lack it, or where it is no such weekday."""

    def at(month: int) -> Granule | None:
        year, index = divmod(month, 12)
        if not 1 <= number <= days_in_month(year, index + 1):
            return None
        found = date(year, index + 1, number)
        return day(found) if weekday in (None, found.weekday()) else None

    return at


def incomplete(parts: Parts, scene: Scene, options: Mapping[str, Any], mod: str | None) -> Reading:
    """A date that lacks its year, month or week."""
    found = cycle_of(parts)
    base, anchor = anchor_of(scene, {**options, "base": "told"} if "day" in parts and "month" not in parts else options)
    if scene.domain == "narrative" and scene.story is not None and ("day" not in parts or "month" in parts):
        base, anchor = scene.story, "expression"
    if found is None or base is None:
        return unknown(incomplete_value(parts), mod=mod, granularity=granularity_of(parts))
    cycle, cycle_unit = found
    if anchor == "expression":
        granule = continue_story(cycle, cycle_unit, base, scene.section)
    else:
        origin = origin_of(base) or date.min
        granule = choose(cycle, cycle_unit, origin, scene.tense)
        granule = in_order(granule, found, parts, origin, scene.tense) if granule else None
    if granule is None:
        return unknown(incomplete_value(parts), mod=mod)
    how = TENSES.get(scene.tense, f"{scene.tense} tense") if anchor == "publication" else "the story goes on"
    return of_granule(granule, anchor, mod).stepping(f"{how}, counted from {anchor}")


def in_order(granule: Granule, found: tuple[Cycle, str], parts: Parts, origin: date, tense: str) -> Granule | None:
    """Keep "from Monday to Wednesday" in order: of what is over the first yields to the second, else the second."""
    side = "to_" if any(name.startswith("to_") for name in parts) else "from_"
    partner = cycle_of({name.removeprefix(side): text for name, text in parts.items() if name.startswith(side)})
    other = choose(*partner, origin, tense) if partner else None
    here, there = bounds(granule), bounds(other) if other else None
    if here is None or there is None or (here[0] <= there[0] if side == "to_" else there[0] <= here[0]):
        return granule
    if side == "to_":
        return pick(*found, there[0], "past") if tense in LOOKS_BACK else granule
    return granule if tense in LOOKS_BACK else pick(*found, there[0], "after")


def choose(cycle: Cycle, cycle_unit: str, origin: date, tense: str) -> Granule | None:
    """By tense, and by distance where the tense would lead far away.

    A weekday is the latest one up to and including the origin unless the verb looks ahead.
    """
    past, future = pick(cycle, cycle_unit, origin, "past"), pick(cycle, cycle_unit, origin, "future")
    if past is None or future is None:
        return past or future
    if cycle_unit == "week" or tense in ("over", "ahead"):
        return future if tense in ("future", "present", "ahead") else past
    back, ahead = (distance(*(bounds(granule) or (origin, origin)), origin) for granule in (past, future))
    if tense == "past":
        return future if back > FAR_BACK and ahead < NEAR else past
    if tense == "future":
        return past if ahead > FAR_AHEAD and back < JUST_OVER else future
    return past if back <= ahead else future


def continue_story(
    cycle: Cycle, cycle_unit: str, told: Granule, section: tuple[int, int] | None = None
) -> Granule | None:
    """In a history: the occurrence nearest to the last date told, within the years of the section's heading."""
    span = bounds(told)
    centre = coarsen(cycle_unit, told).index
    cycles = [centre - 1, centre, centre + 1]
    bounded = section if section and cycle_unit == "year" and told.year <= section[1] else None
    if bounded:
        cycles = list(range(bounded[0], bounded[1] + 2))
    found = [granule for number in cycles if (granule := cycle(number)) and bounds(granule)]
    if bounded:
        found = [granule for granule in found if lies_in(granule, bounded)]
    if span is None or not found:
        return cycle(centre)

    def cost(granule: Granule) -> int:
        first, last = bounds(granule) or span
        return max((first - span[1]).days, (span[0] - last).days * BACKWARD, 0)

    return min(found, key=cost)


def lies_in(granule: Granule, section: tuple[int, int]) -> bool:
    """True where some of its days are in the years of the section."""
    first, last = bounds(granule) or (date.max, date.min)
    return first.year <= section[1] and last.year >= section[0]


def granularity_of(parts: Parts) -> str:
    """The finest unit that the parts name."""
    if "day" in parts or "weekday" in parts:
        return "day"
    return next((unit for unit in YEAR_PARTS if unit in parts), "year")


def incomplete_value(parts: Parts) -> str:
    """The TIMEX3 value with X for what is missing: XXXX-05-26, XXXX-WXX-1, XXXX-Q3, XXXX-SU."""
    if "month" in parts:
        month = f"XXXX-{value_of('MONTH', parts['month']):02}"
        return f"{month}-{parse_ordinal(parts['day']):02}" if "day" in parts else month
    if "weekday" in parts:
        return f"XXXX-WXX-{value_of('WEEKDAY', parts['weekday']) + 1}"
    for unit in ("quarter", "half"):
        if unit in parts:
            return f"XXXX-{unit[0].upper()}{part_number(unit, parts[unit]) + 1}"
    if "season" in parts:
        return f"XXXX-{SEASON_CODES[part_number('season', parts['season'])]}"
    if "day" in parts:
        return f"XXXX-XX-{parse_ordinal(parts['day']):02}"
    return UNKNOWN_VALUES["year"]
