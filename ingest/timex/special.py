"""Readings of expressions with a form or habit of their own: numeric dates, year ranges, "year-end".

Comes in: the parts that a rule captured and the scene. Goes out: a reading.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ingest.timex.clocks import edtf_time
from ingest.timex.dates import anchor_of, choose, direction_of, modifier, origin_of, read_date
from ingest.timex.granule import Granule, bounds, coarsen, containing, day, of_year, timex_value
from ingest.timex.lexicon import value_of
from ingest.timex.numbers import parse_ordinal
from ingest.timex.reading import UNKNOWN_VALUES, Parts, Reading, Scene, of_granule, unknown, vague


def read_numeric(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """2019-07-10, 7/10/2019, 10.7.2019, 20190710; a number pattern that is no date becomes XXXX-XX-XX."""
    text = next(iter(parts.values()))
    if "isoweek" in parts:
        return iso_week(text)
    found = numeric_day(text, "dotted" in parts)
    if found is None:
        return replace(unknown(UNKNOWN_VALUES["day"]), waits=False)
    reading = of_granule(day(found), "absolute")
    if "t" in text or " " in text:
        clock = f"T{text[11:].upper()}"
        granularity = "second" if clock.count(":") > 1 else "minute"
        return replace(
            reading,
            type="TIME",
            value=reading.value + clock,
            edtf=edtf_time(reading.value, clock),
            granularity=granularity,
        )
    return reading


def read_iso_month(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """2019-07 is a month where it can be no range of years."""
    return of_granule(of_year("month", int(parts["year"]), int(parts["month"]) - 1), "absolute")


def iso_week(text: str) -> Reading:
    """2019-W28 is a week, 2019-W28-3 its Wednesday."""
    year, week, *weekday = (int(number) for number in re.findall(r"\d+", text))
    try:
        found = date.fromisocalendar(year, week, weekday[0] if weekday else 1)
    except ValueError:
        return replace(unknown(UNKNOWN_VALUES["week"]), waits=False)
    return of_granule(day(found) if weekday else containing("week", found), "absolute")


def numeric_day(text: str, day_first: bool) -> date | None:
    """The day that digits spell; in slashed dates the month comes first unless it cannot be one."""
    numbers = [int(number) for number in re.findall(r"\d+", text[:10])]
    if len(numbers) == 1:
        numbers = [int(text[:4]), int(text[4:6]), int(text[6:8])]
    if numbers[0] > 31:
        year, month, number = numbers[:3]
    else:
        first, second, year = numbers[:3]
        month, number = (second, first) if day_first or first > 12 else (first, second)
        year += 0 if year > 99 else 2000 if year < 70 else 1900
    try:
        return date(year, month, number)
    except ValueError:
        return None


def read_year_range(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """One end of "1915-17": two digits take their century from the first year."""
    year = parts["year"]
    if len(year) == 2 and "from_year" in parts:
        year = parts["from_year"][-4:-2] + year
    return read_date({**parts, "year": year}, scene, options)


def read_weekday_of_week(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "Tuesday last week", "Monday of next week"."""
    base, anchor = anchor_of(scene, {**options, "deictic": True})
    origin = origin_of(base)
    weekday = int(value_of("WEEKDAY", parts["weekday"]))
    if origin is None:
        return unknown(f"XXXX-WXX-{weekday + 1}")
    week = containing("week", origin).index + direction_of(parts["ref"], {})
    return of_granule(Granule("day", week * 7 + 1 + weekday), anchor, modifier(parts))


def read_day_beyond(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "the day before yesterday", "the day after tomorrow"."""
    if scene.publication is None:
        return unknown(UNKNOWN_VALUES["day"])
    return of_granule(day(scene.publication) + (-2 if parts["way"] == "before" else 2), "publication")


def read_year_end(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "year-end": the last day of the year, this one's unless the tense or "since" says that it is past."""
    base, anchor = anchor_of(scene, options)
    origin = origin_of(base)
    if origin is None:
        return unknown("XXXX-12-31")
    year = origin.year - (1 if scene.tense in ("past", "over") else 0)
    return of_granule(day(date(year, 12, 31)), anchor)


def read_last_night(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "last night", "overnight": the night of the day before publication."""
    if scene.publication is None:
        return unknown("XXXX-XX-XXTNI", "TIME", "part_of_day")
    part = value_of("DAYPART", parts["part"]) or "NI"
    reading = of_granule(day(scene.publication - timedelta(days=1)), "publication")
    return replace(reading, type="TIME", value=f"{reading.value}T{part}", granularity="part_of_day")


def read_next_part(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "the next morning", "the following night": that part of the day after the last day told."""
    part = value_of("DAYPART", parts["part"])
    if scene.told is None or scene.told.unit != "day":
        return unknown(f"XXXX-XX-XXT{part}", "TIME", "part_of_day")
    reading = of_granule(scene.told + direction_of(parts["ref"], {}), "expression")
    return replace(reading, type="TIME", value=f"{reading.value}T{part}", granularity="part_of_day")


def read_weekend(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "the weekend": the one just past, or the coming one where the verb looks ahead."""
    base, anchor = anchor_of(scene, options)
    origin = origin_of(base)
    if origin is None:
        return unknown(UNKNOWN_VALUES["weekend"], granularity="weekend")
    found = choose(lambda week: Granule("weekend", week), "week", origin, scene.tense)
    return of_granule(found, anchor) if found else unknown(UNKNOWN_VALUES["weekend"])


def read_told(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "then", "that time": the last date told itself."""
    return of_granule(scene.told, "expression").stepping("the last date told") if scene.told else vague("PAST_REF")


def read_week_of(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "the week of March 6": the ISO week that holds the day."""
    reading = read_date(parts, scene, options)
    if reading.granule is None or bounds(reading.granule) is None:
        return reading
    week = coarsen("week", reading.granule)
    return of_granule(week, reading.anchor).stepping(*reading.steps, f"week {timex_value(week)}")


def read_week_of_month(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "the last week of August", "the first days of May 1940": days 1 to 7, 8 to 14, ... or the last seven."""
    month = read_date({name: text for name, text in parts.items() if name in ("month", "year")}, scene, options)
    extent = bounds(month.granule) if month.granule else None
    if extent is None:
        return month
    word = parts.get("week", parts.get("mod", "first"))
    number = value_of("LASTPART", word) or parse_ordinal(word) or 1
    first = (
        extent[1] - timedelta(days=6) if number < 0 else min(extent[0] + timedelta(days=7 * (number - 1)), extent[1])
    )
    last = min(first + timedelta(days=6), extent[1])
    value = timex_value(containing("week", first + timedelta(days=3))) if "week" in parts else month.value
    return replace(
        month, value=value, first=first, last=last, edtf=f"{first.isoformat()}/{last.isoformat()}", granularity="week"
    ).stepping(f"week {number} of the month")


def read_part_of_any_day(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "at night": a part of no particular day."""
    return replace(unknown(f"XXXX-XX-XXT{value_of('DAYPART', parts['part'])}", "TIME", "part_of_day"), waits=False)


def read_turn_of(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "the turn of the year", "the turn of the century": around its first day, the nearest by tense."""
    base, anchor = anchor_of(scene, options)
    origin = origin_of(base)
    unit = parts["unit"]
    if origin is None:
        return unknown(UNKNOWN_VALUES[unit], granularity=unit)
    granule = containing(unit, origin) + (1 if scene.tense == "future" else 0)
    extent = bounds(granule)
    reading = of_granule(granule, anchor, "START")
    if extent is None or unit == "decade":
        return reading
    around = timedelta(days=14) if unit == "year" else timedelta(days=5 * 365)
    first, last = extent[0] - around, extent[0] + around - timedelta(days=1)
    return replace(
        reading, first=first, last=last, edtf=f"{first.isoformat()}/{last.isoformat()}", granularity="interval"
    )
