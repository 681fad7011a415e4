"""Expressions that hang on an event: "the day before the summit", "two weeks after the vote".

Comes in: an expression whose `pending` says how far from an event it lies, and the event's days once they are known.
Goes out: the same expression with value, EDTF and days, anchor `event`. Which event it is, the event station says:
the one whose words follow the expression.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from ingest.model import TimeExpression
from ingest.timex.dates import plain_unit
from ingest.timex.granule import UNITS, Granule, bounds, coarsen, containing, edtf, timex_value
from ingest.timex.quantities import amount, shifted_day, unit_name


def hangs_on_event(expression: TimeExpression) -> bool:
    """True where the expression waits for the day of the event that its sentence names after it."""
    return distance_from_event(expression) is not None


def distance_from_event(expression: TimeExpression) -> tuple[float, str] | None:
    """How far from the event, signed, and in which unit: "the day before" is (-1, "day"). None where there is none."""
    stored = json.loads(expression.pending) if expression.pending else {}
    if stored.get("anchor") != "event":
        return None
    parts = stored["parts"]
    number = 1.0 if "num" not in parts else amount(parts)
    return (number * int(stored["sign"]), unit_name(parts)) if number is not None else None


def shift(expression: TimeExpression, start: str | None, end: str | None = None) -> TimeExpression:
    """The expression resolved from its event's days (`start` and `end` ISO days, `end` the same where left out).

    "The day before" a summit of 28 and 29 June is 27 June, "the week after" it the ISO week that follows. An event
    known only as an interval gives an interval. Unchanged where the expression hangs on no event or `start` is None.
    """
    distance = distance_from_event(expression)
    if distance is None or start is None:
        return expression
    count, unit = distance
    edges = (date.fromisoformat(start[:10]), date.fromisoformat((end or start)[:10]))
    origin = edges[0] if count < 0 else edges[1]
    name = plain_unit(unit)[0]
    if name not in UNITS or name in ("day", "weekend") or "num" in json.loads(expression.pending or "{}")["parts"]:
        moved = shifted_day(origin, unit, count)
        granule = containing("day", moved) if moved else None
    else:
        granule = coarsen(name, containing("day", origin)) + int(count)
    extent = bounds(granule) if granule else None
    return _resolved(expression, granule, extent) if granule and extent else expression


def _resolved(expression: TimeExpression, granule: Granule, extent: tuple[date, date]) -> TimeExpression:
    value = expression.value if expression.type == "DURATION" else timex_value(granule)
    return replace(
        expression,
        value=value,
        edtf=edtf(granule),
        earliest=extent[0].isoformat(),
        latest=extent[1].isoformat(),
        granularity=granule.unit,
        anchor="event",
        pending=None,
    )
