"""Times of day: "5:30 p.m. EST on Nov. 6", "Friday morning", "noon", "0735 GMT", and the day they belong to.

Comes in: the parts that a rule captured and the scene. Goes out: a reading of type TIME. The day is the one that the
expression names, else the one of its sentence, else the last told, else the publication's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ingest.timex.dates import modifier, read_date
from ingest.timex.granule import Granule, day, timex_value
from ingest.timex.lexicon import value_of
from ingest.timex.numbers import parse_number
from ingest.timex.reading import Parts, Reading, Scene, of_granule, unknown

DATE_PARTS = frozenset({"year", "month", "day", "weekday", "deixis", "unit", "ref", "season", "decade"})


def read_time(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """A time of day on its day; `options` as in `read_date`."""
    clock, granularity = time_of_day(parts)
    base = day_of(parts, scene, options)
    mod = "APPROX" if "approx" in parts else modifier(parts)
    if base.granule is None or base.granule.unit != "day":
        if base.granule is None:
            return unknown(
                f"{base.value if base.value.startswith('X') else 'XXXX-XX-XX'}{clock}", "TIME", granularity, mod
            )
        return replace(base, type="TIME", value=f"{base.value}{clock}", mod=mod, granularity=granularity)
    value = f"{timex_value(base.granule)}{clock}"
    return replace(
        base,
        type="TIME",
        value=value,
        mod=mod,
        edtf=edtf_time(timex_value(base.granule), clock, offset(parts)),
        granularity=granularity,
    ).stepping(f"time of day {clock}")


def day_of(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """The day of a time: named by its own parts, else by its sentence, the last date told, or the publication."""
    own = {name: text for name, text in parts.items() if name in DATE_PARTS}
    if own:
        return ahead_of(read_date(own, scene, options), parts, scene)
    this = bool(options.get("deictic")) and scene.domain == "news"  # "this morning" is the publication's
    if scene.day is not None and not this:
        return of_granule(scene.day, "expression").stepping("day of its sentence")
    if scene.told is not None and is_day(scene.told) and not this:
        return of_granule(scene.told, "expression").stepping("last day told")
    if scene.publication is not None:
        return of_granule(day(scene.publication), "publication").stepping("day of publication")
    return unknown("XXXX-XX-XX")


def ahead_of(reading: Reading, parts: Parts, scene: Scene) -> Reading:
    """ "Friday morning local time" in a story filed on Thursday: it is Friday already where it happened."""
    weekday, tomorrow = value_of("WEEKDAY", parts.get("weekday", "")), None
    if scene.publication is not None and scene.publication < date.max:
        tomorrow = scene.publication + timedelta(days=1)
    if "local" not in parts or "month" in parts or tomorrow is None or tomorrow.weekday() != weekday:
        return reading
    return of_granule(day(tomorrow), "publication").stepping("local time, a day ahead of publication")


def time_of_day(parts: Parts) -> tuple[str, str]:
    """The T part of a value and its granularity: ("T19:15", "minute"), ("TEV", "part_of_day")."""
    if "part" in parts:
        word = parts["part"].split()[-1]
        codes = [value_of(name, word) for name in ("DAYPART", "DAYPARTS", "EARLYHOURS")]
        return f"T{next((code for code in codes if code), 'NI')}", "part_of_day"
    if "past" in parts:
        return spoken_clock(parts)
    if "noon" in parts:
        return f"T{value_of('NOON', parts['noon'])}{zone(parts)}", "hour"
    return clock_value(parts) if "clock" in parts else ("TNI", "part_of_day")  # "tonight"


SPOKEN = {"half": 30, "quarter": 15}


def spoken_clock(parts: Parts) -> tuple[str, str]:
    """ "half past nine" is T09:30, "quarter to five" T04:45, "ten past two" T02:10."""
    word = parts["minutes"].split()[-1]
    minutes = SPOKEN.get(word) or int(parse_number(word) or 0)
    value, _ = clock_value(parts)
    hour, rest = int(value[1:3]), value[6:]
    if parts["past"] in ("to", "before"):
        hour, minutes = (hour - 1) % 24, 60 - minutes
    return f"T{hour:02}:{minutes:02}{rest}", "minute"


def clock_value(parts: Parts) -> tuple[str, str]:
    """ "5 p.m." is T17:00, "10:35:20" T10:35:20, "0735 GMT" T07:35Z."""
    digits = parts["clock"].replace(":", " ").replace(".", " ").split()
    if len(digits) == 1 and len(digits[0]) == 4 and digits[0].isdigit():
        digits = [digits[0][:2], digits[0][2:]]
    hour = int(value_of("CARDINAL", digits[0]) or digits[0])
    meridiem = value_of("MERIDIEM", parts.get("meridiem", ""))
    if meridiem:
        hour = hour % 12 + (12 if meridiem == "pm" else 0)
    elif any(word in parts.get("half", "") for word in ("afternoon", "evening", "night")) and hour < 12:
        hour += 12
    minute = digits[1] if len(digits) > 1 else "00"
    second = f":{digits[2]}" if len(digits) > 2 else ""
    granularity = "second" if second else "minute" if len(digits) > 1 else "hour"
    return f"T{hour:02}:{minute}{second}{zone(parts)}", granularity


def zone(parts: Parts) -> str:
    """ "Z" for GMT and UTC, +HH or +HH:MM for an offset that is named; else nothing (local time)."""
    word = parts.get("zone", "")
    if word in ("gmt", "utc"):
        return "Z"
    if word.startswith(("gmt", "utc")):
        hours, _, minutes = word[4:].partition(":")
        return f"{word[3]}{int(hours[:2]):02}" + (f":{minutes or hours[2:]}" if minutes or hours[2:] else "")
    return ""


def offset(parts: Parts) -> str:
    """The offset from UTC that a zone's name or "UTC+3" tells, as ISO 8601 writes it (+03:00); else nothing."""
    word = parts.get("zone", "")
    known = zone(parts) if word.startswith(("gmt", "utc")) else str(value_of("ZONE", word) or "")
    return known if known in ("", "Z") or ":" in known else f"{known}:00"


def edtf_time(day_value: str, clock: str, shift: str = "") -> str:
    """ISO 8601-2 wants hours, minutes and seconds; a part of day has no EDTF, so the day stands for it."""
    body = clock[1:6]
    if len(body) < 5 or body[2] != ":" or body == "24:00":
        return day_value
    rest = clock[6:]
    seconds, zulu = (rest[:3], rest[3:]) if rest.startswith(":") else (":00", rest)
    return f"{day_value}T{body}{seconds}" + (shift or ("Z" if zulu == "Z" else ""))


def is_day(granule: Granule | None) -> bool:
    """True for a granule of one day."""
    return granule is not None and granule.unit == "day"
