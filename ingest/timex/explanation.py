"""What `dateline timex --explain` says of one expression: rule, anchor, the steps between, and what came out.

Comes in: a candidate, its reading and its anchor. Goes out: lines for people, in the order of the reasoning.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ingest.model import TimeExpression
from ingest.timex.reading import Reading

SIDES = {"to": "up to", "from": "starting with"}


def steps_of(
    rule: str, parts: Mapping[str, str], reading: Reading, publication: date | None, anchor: TimeExpression | None,
    on_event: bool,
) -> tuple[str, ...]:  # fmt: skip
    """The lines; the reading's first step is its outcome, and comes last."""
    words = ", ".join(f"{named(name)} {text!r}" for name, text in parts.items())
    outcome, *reasons = reading.steps or ("",)
    lines = [f"rule {rule}" + (f" reads {words}" if words else "")]
    if on_event and reading.waits:
        return (*lines, "anchor: the event named after it; waits for that event's day", f"so far: {reading.value}")
    result = outcome if reading.value in outcome else f"{outcome}, so {reading.value}"
    return (*lines, anchor_line(reading, publication, anchor), *reasons, f"result: {result}")


def named(part: str) -> str:
    """A captured part's name; `to_weekday` is that of the other end of a range."""
    side, _, name = part.partition("_")
    return f"({SIDES[side]} {name})" if side in SIDES and name else part


def anchor_line(reading: Reading, publication: date | None, anchor: TimeExpression | None) -> str:
    """Against what it was resolved."""
    if reading.anchor == "publication":
        return f"anchor: publication, {publication}"
    if reading.anchor == "expression" and anchor is not None:
        return f"anchor: {anchor.text!r}, {anchor.value}"
    if reading.anchor == "absolute":
        return "anchor: none needed, the words say the whole"
    return "anchor: none is known" if reading.waits else "anchor: none"
