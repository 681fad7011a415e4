"""Readings in reports on a company's results: "the quarter", "the year-ago period", "the year ended March 31".

Comes in: the parts that a rule captured and the scene. Goes out: a reading. Such prose counts from the quarter that it
reports on, which the scene holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ingest.timex.dates import part_number, read_date
from ingest.timex.granule import containing, of_year
from ingest.timex.quantities import amount, distant, read_duration, shifted_day, unit_name
from ingest.timex.reading import UNKNOWN_VALUES, Parts, Reading, Scene, of_granule, unknown

MIDDLE = timedelta(days=45)  # a quarter is the one that holds its middle, whichever day it ends on
DATE_NAMES = ("month", "day", "year")


def read_the_quarter(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "the quarter", "the latest period" in results: the quarter told last, else the one before publication."""
    if scene.quarter is not None:
        return of_granule(scene.quarter, "expression")
    if scene.publication is None:
        return unknown(UNKNOWN_VALUES["quarter"], granularity="quarter")
    return of_granule(containing("quarter", scene.publication) + -1, "publication")


def read_year_ago(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "the year-ago quarter", "year-earlier": the quarter told last, a year back; else the year before publication."""
    told = scene.quarter
    if "quarter" in parts and scene.publication is not None:
        year = told.year if told else scene.publication.year
        return of_granule(of_year("quarter", year - 1, part_number("quarter", parts["quarter"])), "publication")
    if told is not None:
        return of_granule(distant(told, "year", -1) or told, "expression").stepping("a year before the quarter told")
    if scene.publication is None:
        return unknown(UNKNOWN_VALUES["year"], granularity="year")
    return of_granule(containing("year", scene.publication) + -1, "publication")


def read_year_period(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "the 1988 period" in results: the same quarter as the one told, in that year; else the year."""
    reading = read_date({"year": parts["year"]}, scene, options)
    if scene.quarter is None or reading.granule is None:
        return reading
    return of_granule(of_year("quarter", reading.granule.year, scene.quarter.part), "expression")


def read_period_ended(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "the year ended March 31", "the three months to June": the period, and the day or month that ends it."""
    tense = "over" if parts.get("way") == "ended" else scene.tense
    end = read_date({name: parts[name] for name in DATE_NAMES if name in parts}, replace(scene, tense=tense), options)
    if "unit" not in parts and "quarter" not in parts:
        return end
    quarter = unit_name(parts) == "quarter" and "num" not in parts
    if end.last is None and quarter:
        return replace(unknown(UNKNOWN_VALUES["quarter"], granularity="quarter"), waits=end.waits)
    if end.last is None:
        return replace(_length(parts, scene), waits=end.waits)
    if quarter:
        return _quarter_ended(parts, scene, end, end.last)
    unit, number = unit_name(parts), amount(parts) or 1
    return _ending(_length(parts, scene), end, shifted_day(end.last + timedelta(days=1), unit, -number))


def _length(parts: Parts, scene: Scene) -> Reading:
    return read_duration(parts, scene, {} if "num" in parts else {"number": 1})


def _quarter_ended(parts: Parts, scene: Scene, end: Reading, last: date) -> Reading:
    """A quarter by its number keeps the number ("the fourth quarter ended June 30"); its days are those told."""
    if "quarter" in parts:
        named = of_granule(of_year("quarter", last.year, part_number("quarter", parts["quarter"])), end.anchor)
    else:
        named = of_granule(containing("quarter", last - MIDDLE), end.anchor)
    if named.last == last:
        return named
    return _ending(named, end, shifted_day(last + timedelta(days=1), "month", -3))


def _ending(reading: Reading, end: Reading, first: date | None) -> Reading:
    if first is None or end.last is None:
        return reading
    return replace(
        reading,
        first=first,
        last=end.last,
        edtf=f"{first.isoformat()}/{end.last.isoformat()}",
        anchor=end.anchor,
        granularity="interval",
    ).stepping(f"until {end.value}")
