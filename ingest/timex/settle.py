"""Settling: resolves a stored expression when its article's publication day becomes known, or known as an interval.

Comes in: a `TimeExpression` whose `pending` holds its rule and captured parts, and the publication. Goes out: the same
expression with value, EDTF and days. Nothing is parsed again.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from ingest.model import Publication, TimeExpression
from ingest.timex.granule import bounds, containing, timex_value
from ingest.timex.reading import Reading, Scene
from ingest.timex.resolve import read
from ingest.timex.rules import load_rules


def settle(expression: TimeExpression, publication: Publication) -> TimeExpression:
    """The expression resolved against the publication; unchanged where nothing waits or nothing is known.

    With `earliest` and `latest` apart, "today" becomes that interval and "this week" the weeks that cover it.
    """
    earliest, latest = publication.earliest or publication.value, publication.latest or publication.value
    if not expression.pending or not earliest or not latest:
        return expression
    stored = json.loads(expression.pending)
    if stored.get("anchor") == "event":
        return expression
    first = _settled(expression, stored, date.fromisoformat(earliest[:10]))
    if earliest[:10] == latest[:10]:
        return first
    return merge(first, _settled(expression, stored, date.fromisoformat(latest[:10])))


def _settled(expression: TimeExpression, stored: dict[str, Any], day: date) -> TimeExpression:
    reading = reread(stored, day)
    if reading.waits:
        return expression
    return replace(
        expression, type=reading.type, value=reading.value, mod=reading.mod, edtf=reading.edtf,
        earliest=reading.first.isoformat() if reading.first else None,
        latest=reading.last.isoformat() if reading.last else None,
        granularity=reading.granularity, anchor="publication", pending=None,
    )  # fmt: skip


def reread(stored: dict[str, Any], day: date | None) -> Reading:
    """Read stored parts again against a publication day; what they hang on is read first."""
    anchors = {name: reread(stored[name], day).granule for name in ("told", "day", "quarter") if name in stored}
    scene = Scene(
        publication=day,
        domain=stored["domain"],
        tense=stored["tense"],
        told=anchors.get("told"),
        day=anchors.get("day"),
        quarter=anchors.get("quarter"),
    )
    return read(load_rules().by_id(stored["rule"]), stored["parts"], scene)


def merge(early: TimeExpression, late: TimeExpression) -> TimeExpression:
    """One expression from its readings at both ends of the publication interval: the interval that covers both."""
    if early == late:
        return early
    if early.earliest is None or late.latest is None:
        return early
    first, last = min(early.earliest, late.earliest or early.earliest), max(early.latest or late.latest, late.latest)
    same = early.value == late.value
    value = early.value if same else common_value(date.fromisoformat(first), date.fromisoformat(last))
    pending = early.pending or late.pending
    return replace(
        early, value=value, earliest=first, latest=last, pending=pending,
        edtf=early.edtf if early.edtf == late.edtf else f"{first}/{last}",
        granularity=early.granularity if same else "interval",
    )  # fmt: skip


def common_value(first: date, last: date) -> str:
    """The TIMEX3 value of the finest unit that holds both days; XXXX where none does."""
    for unit in ("day", "week", "month", "quarter", "year", "decade"):
        granule = containing(unit, first)
        extent = bounds(granule)
        if extent and extent[1] >= last:
            return timex_value(granule)
    return "XXXX"
