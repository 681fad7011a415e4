"""Resolution: which function reads which kind of rule. A new kind of rule is one function and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ingest.timex.clocks import read_time
from ingest.timex.dates import read_date
from ingest.timex.feasts import read_feast, read_remembered
from ingest.timex.foreign import read_foreign
from ingest.timex.quantities import read_distance, read_duration, read_event_distance, read_set, read_span
from ingest.timex.reading import Parts, Reading, Scene, unknown, vague
from ingest.timex.results import read_period_ended, read_the_quarter, read_year_ago, read_year_period
from ingest.timex.rules import Rule
from ingest.timex.special import (
    read_day_beyond,
    read_iso_month,
    read_last_night,
    read_next_part,
    read_numeric,
    read_part_of_any_day,
    read_told,
    read_turn_of,
    read_week_of,
    read_week_of_month,
    read_weekday_of_week,
    read_weekend,
    read_year_end,
    read_year_range,
)

Reader = Callable[[Parts, Scene, Mapping[str, Any]], Reading]


def read_vague(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """PRESENT_REF, PAST_REF, FUTURE_REF."""
    return vague(str(options["value"]))


def read_event(parts: Parts, scene: Scene, options: Mapping[str, Any]) -> Reading:
    """ "the day before the summit": waits for the event's day; see `ingest.timex.shift`."""
    return unknown("XXXX-XX-XX")


READERS: dict[str, Reader] = {
    "date": read_date,
    "time": read_time,
    "feast": read_feast,
    "remembered": read_remembered,
    "duration": read_duration,
    "span": read_span,
    "distance": read_distance,
    "set": read_set,
    "vague": read_vague,
    "told": read_told,
    "event": read_event,
    "numeric": read_numeric,
    "foreign": read_foreign,
    "year-range": read_year_range,
    "iso-month": read_iso_month,
    "weekday-of-week": read_weekday_of_week,
    "day-beyond": read_day_beyond,
    "year-end": read_year_end,
    "the-quarter": read_the_quarter,
    "year-ago": read_year_ago,
    "last-night": read_last_night,
    "next-part": read_next_part,
    "weekend": read_weekend,
    "week-of": read_week_of,
    "turn-of": read_turn_of,
    "week-of-month": read_week_of_month,
    "part-of-any-day": read_part_of_any_day,
    "year-period": read_year_period,
    "period-ended": read_period_ended,
    "event-distance": read_event_distance,
}


def read(rule: Rule, parts: Parts, scene: Scene) -> Reading:
    """The reading of one match. Raises KeyError for a rule whose `how` no function reads."""
    return READERS[rule.how](parts, scene, rule.options)
