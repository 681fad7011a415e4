"""Amounts of time: durations ("four days"), distances ("two weeks ago"), spans ("the past three months"), sets.

Comes in: the parts that a rule captured and the scene. Goes out: a reading. A bare duration has a value and no
days; a distance lands on a granule of its own unit; a span has days as well as a length.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ingest.timex.dates import anchor_of, origin_of, plain_unit
from ingest.timex.granule import SEASON_CODES, UNITS, Granule, bounds, coarsen, day, is_finer
from ingest.timex.lexicon import value_of
from ingest.timex.numbers import compact, parse_number
from ingest.timex.reading import UNKNOWN_VALUES, Parts, Reading, Scene, of_granule, unknown, vague

DURATION_CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE", "month": "M",
    "quarter": "Q", "half": "H", "year": "Y", "decade": "E", "century": "C", "period": "X", "term": "X",
}  # fmt: skip
TENTHS = {"century": "decade", "decade": "year"}
YEARS_IN = {"decade": 10, "century": 100}
MODS = {
    "more than": "MORE_THAN", "less than": "LESS_THAN", "fewer than": "LESS_THAN", "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS", "no less than": "EQUAL_OR_MORE",
    "no longer than": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS", "as long as": "EQUAL_OR_LESS", "under": "LESS_THAN",
    "as many as": "EQUAL_OR_LESS", "within": "EQUAL_OR_LESS", "longer than": "MORE_THAN", "well over": "MORE_THAN",
}  # fmt: skip


def amount(parts: Parts) -> float | None:
    """How many units; None where it is vague ("several", bare "weeks", "a months-long")."""
    if "num" not in parts:
        return None
    plural = value_of("UNITS", parts.get("unit", "")) or value_of("SHORTS", parts.get("unit", ""))
    number = None if plural and parts["num"] in ("a", "an") and "half" not in parts else parse_number(parts["num"])
    return number + 0.5 if number is not None and "half" in parts else number


def modifier(parts: Parts) -> str | None:
    """TIMEX3 `mod` of a quantity: "more than a decade" MORE_THAN, "at least" EQUAL_OR_MORE, "about" APPROX."""
    words = parts.get("approx", "")
    if words in MODS:
        return MODS[words]
    code = next((value_of("APPROX", word) for word in words.split() if value_of("APPROX", word)), None)
    if code is None and any(word in parts.get("tail", "").split() for word in ("so", "two", "or")):
        return "APPROX"
    if code is None and "couple" in parts.get("num", ""):
        return "APPROX"
    return code


def duration_value(number: float | None, unit: str) -> str:
    """P4D, PT2H, PXM, P20Y for two decades, PT5H30M for five and a half hours."""
    factor = 2 if unit == "fortnight" else 1000 if unit == "millennium" else 1
    unit = {"fortnight": "week", "millennium": "year"}.get(unit, unit)
    code = DURATION_CODES.get(unit, "D")
    if number is None:
        return f"P{'T' if code[0] == 'T' else ''}X{code[-1] if code[0] == 'T' else code}"
    number *= factor
    if unit in YEARS_IN:
        return f"P{compact(number * YEARS_IN[unit])}Y"
    if number != int(number) and unit in HALVES:
        return mixed_value(number, unit)
    return f"PT{compact(number)}{code[1]}" if code[0] == "T" else f"P{compact(number)}{code}"


HALVES = {"hour": ("PT", "H", 60, "M"), "minute": ("PT", "M", 60, "S"), "year": ("P", "Y", 12, "M")}


def mixed_value(number: float, unit: str) -> str:
    """A broken number in two units: 5.5 hours is PT5H30M, 1.5 years P1Y6M, half an hour PT30M."""
    prefix, code, size, finer = HALVES[unit]
    whole, rest = int(number), (number - int(number)) * size
    if abs(rest - round(rest)) > 0.01:
        return f"{prefix}{compact(number)}{code}"
    return prefix + (f"{whole}{code}" if whole else "") + f"{round(rest)}{finer}"


def unit_name(parts: Parts) -> str:
    """The unit in the singular."""
    word = parts.get("unit", "").split(" ")[-1]
    names = ("UNIT", "UNITS", "SHORT", "SHORTS", "PERIOD")
    return next((str(found) for name in names if (found := value_of(name, word))), "day")


def read_duration(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """A bare length of time, without days."""
    unit = unit_name(parts)
    number = options.get("number", amount(parts))
    value = duration_value(number, unit)
    return Reading("DURATION", value, modifier(parts), granularity=_granularity(unit), steps=(f"length {value}",))


def read_event_distance(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "two weeks" in "two weeks after the vote": a length; its day waits for the event's (`ingest.timex.shift`)."""
    return replace(read_duration(parts, scene, options), waits=amount(parts) is not None)


def _granularity(unit: str) -> str:
    return {"fortnight": "week", "millennium": "century", "night": "day", "period": "interval", "term": "interval"}.get(
        unit, unit
    )


def read_span(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "the past three months", "the next two weeks", "within ten days": a length that ends or begins at the anchor."""
    length = read_duration(parts, scene, options)
    number, unit = options.get("number", amount(parts)), unit_name(parts)
    sign = _sign(parts, options)
    base, anchor = anchor_of(scene, options)
    origin = origin_of(base)
    edge = shifted_day(origin, unit, number * sign) if origin and number else None
    if origin is None or edge is None:
        return Reading(
            "DURATION", length.value, length.mod, granularity="interval", steps=length.steps, waits=bool(number)
        )
    first, last = sorted((origin, edge))
    form = f"{first.isoformat()}/{last.isoformat()}"
    return Reading(
        "DURATION", length.value, length.mod, None, first, last, form, "interval", anchor,
        (*length.steps, f"{'up to' if sign < 0 else 'from'} {anchor} {origin}"),
    )  # fmt: skip


def shifted_day(origin: date, unit: str, count: float) -> date | None:
    """The day that lies so many units away; None outside the years 1 to 9999."""
    unit, scale = plain_unit(unit)
    count *= scale
    if unit in ("second", "minute", "hour"):
        days = round(count / 24) if unit == "hour" else 0
        return origin + timedelta(days=days)
    try:
        if unit in ("day", "week", "weekend"):
            return origin + timedelta(days=round(count * (1 if unit == "day" else 7)))
        months = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}[unit]
        return same_day(origin, round(count * months))
    except (KeyError, ValueError, OverflowError):
        return None


def same_day(origin: date, months: int) -> date:
    """The same day of the month so many months away, or the month's last. Raises ValueError outside the calendar."""
    year, month = divmod(origin.year * 12 + origin.month - 1 + months, 12)
    last = (bounds(Granule("month", year * 12 + month)) or (origin, origin))[1].day
    return date(year, month + 1, min(origin.day, last))


def _sign(parts: Parts, options: Mapping[str, Any]) -> int:
    if "sign" in options:
        return int(options["sign"])
    for name in ("LAST", "NEXT", "BEFORE", "AFTER", "LATER", "EARLIER"):
        for word in parts.get("ref", parts.get("way", "")).split():
            if found := value_of(name, word):
                return int(found)
    return -1


def read_distance(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "two weeks ago", "three days later", "a year earlier": a granule so many units from the anchor."""
    number, unit = options.get("number", amount(parts)), unit_name(parts)
    sign = _sign(parts, options)
    if number is None and options.get("base") == "told":
        return replace(unknown(UNKNOWN_VALUES.get(plain_unit(unit)[0], "XXXX-XX-XX"), granularity=unit), waits=False)
    if number is None:
        return vague("PAST_REF" if sign < 0 else "FUTURE_REF")
    scene, options = results_scene(scene, unit, number, options)
    base, anchor = anchor_of(scene, options)
    unit, scale = plain_unit(unit)
    if base is None:
        return unknown(UNKNOWN_VALUES.get(unit, "XXXX-XX-XX"), granularity=unit)
    if unit not in UNITS and base.unit != "day":
        return replace(unknown(UNKNOWN_VALUES["day"], granularity=unit), waits=False)
    if unit not in UNITS:
        return of_granule(base, anchor, modifier(parts)).stepping(f"{number:g} {unit} away lies within {anchor}'s day")
    granule = distant(base, unit, number * sign * scale)
    if granule is None:
        return unknown(UNKNOWN_VALUES[unit], granularity=unit)
    return of_granule(granule, anchor, modifier(parts)).stepping(f"{sign * number:+g} {unit} from {anchor}")


def results_scene(
    scene: Scene, unit: str, number: float, options: Mapping[str, Any]
) -> tuple[Scene, Mapping[str, Any]]:
    """ "a year ago" in a report on a quarter means the same quarter a year before: then the quarter is the anchor."""
    if unit != "year" or number != 1 or scene.quarter is None or not options.get("results"):
        return scene, options
    return scene_at(scene, scene.quarter, scene.quarter_index), {**options, "base": "told"}


def scene_at(scene: Scene, granule: Granule, index: int | None) -> Scene:
    """The same scene with another date as the last one told."""
    return replace(scene, told=granule, told_index=index)


def distant(base: Granule, unit: str, count: float) -> Granule | None:
    """The granule `count` units away, of the unit itself; a quarter moved by years stays a quarter."""
    if base.unit == "quarter" and unit == "year":
        return base + round(4 * count)
    if count != int(count) and unit in TENTHS:
        return distant(base, TENTHS[unit], count * 10)  # "half a century ago" is five decades ago
    if count != int(count):
        origin = origin_of(base)
        moved = shifted_day(origin, unit, count) if origin else None
        return coarsen(unit if unit != "year" else "month", day(moved)) if moved else None
    if is_finer(unit, base.unit):
        return None
    return coarsen(unit, base) + int(count)


def read_set(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "every Tuesday", "twice a year", "annually", "each summer": what comes back."""
    value = str(options["value"]) if "value" in options else set_value(parts)
    code = value.lstrip("PT0123456789X-")[:1]
    unit = unit_name(parts) if "unit" in parts else {"W": "week", "M": "month", "Y": "year"}.get(code, "day")
    if "frequency" not in parts and "unit" not in parts:
        unit = "day"
    return Reading("SET", value, granularity=_granularity(unit), steps=(f"repeats: {value}",))


def set_value(parts: Parts) -> str:
    """P1D for "daily" and "every day", XXXX-WXX-2 for "every Tuesday", XXXX-07 for "each July"."""
    if "frequency" in parts:
        return str(value_of("FREQUENCY", parts["frequency"]))
    if "weekday" in parts:
        weekday = value_of("WEEKDAY", parts["weekday"])
        weekday = value_of("WEEKDAYS", parts["weekday"]) if weekday is None else weekday
        part = value_of("DAYPART", parts.get("part", "")) or value_of("DAYPARTS", parts.get("part", ""))
        return f"XXXX-WXX-{weekday + 1}" + (f"T{part}" if part else "")
    if "month" in parts:
        return f"XXXX-{value_of('MONTH', parts['month']):02}"
    if "season" in parts:
        season = value_of("SEASON", parts["season"])
        season = value_of("SEASONS", parts["season"]) if season is None else season
        return f"XXXX-{SEASON_CODES[int(season or 0)]}"
    if "part" in parts:
        return f"XXXX-XX-XXT{value_of('DAYPART', parts['part']) or value_of('DAYPARTS', parts['part'])}"
    number = 2 if parts.get("num") in ("other", "second") else amount(parts) if "num" in parts else 1
    return duration_value(number, unit_name(parts))
