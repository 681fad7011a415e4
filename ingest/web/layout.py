"""Where bars go: dated events go in, lanes by family without overlaps come out.

Events of one family share a band. The ones that most articles report get labels; where there are too many for that,
the others are bars in narrow lanes below.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.web.dates import day
from ingest.web.families import FAMILIES, Family, family_of
from ingest.web.scale import TimeScale, time_scale

WIDTH = 1160.0
MARGIN = 10.0
LABELLED = 140  # events that get labels; more would make the chart taller than anyone scrolls
LANE, THIN_LANE = 21.0, 9.0
BAND_HEAD, BAND_FOOT = 22.0, 8.0
AXIS = 44.0
SMALLEST_BAR = 7.0
GAP = 8.0
LETTER = 6.05  # average width of a letter of a label, in pixels
LONGEST_LABEL = 58

Event = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Bar:
    """One event on the chart. `label` is empty in narrow lanes; `anchor` says on which side it stands."""

    event: Event
    family: Family
    x: float
    width: float
    y: float
    height: float
    label: str = ""
    anchor: str = "start"
    label_x: float = 0.0


@dataclass(frozen=True, slots=True)
class Band:
    """The bars of one family with their heading."""

    family: Family
    y: float
    height: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A laid-out timeline; all measures in pixels of a canvas `width` by `height`."""

    scale: TimeScale
    bands: tuple[Band, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Placed:
    """A bar on its way to a lane: `left` and `right` bound it with its label."""

    event: Event
    x: float
    width: float
    left: float
    right: float
    label: str = ""
    anchor: str = "start"
    label_x: float = 0.0


def lay_out(events: Iterable[Event]) -> Chart | None:
    """Lay out events that have `start_date` and `end_date`; None where none has."""
    dated = [(event, span) for event in events if (span := _span(event)) is not None]
    if not dated:
        return None
    scale = time_scale([span for _, span in dated], MARGIN, WIDTH - MARGIN)
    labelled = _most_reported([event for event, _ in dated])
    bands: list[Band] = []
    y = AXIS
    for family in FAMILIES:
        members = [(event, span) for event, span in dated if family_of(str(event["type"])) is family]
        if members:
            band = _band(family, members, scale, labelled, y)
            bands.append(band)
            y += band.height
    return Chart(scale, tuple(bands), WIDTH, y)


def _span(event: Event) -> tuple[int, int] | None:
    start, end = day(str(event["start_date"] or "")), day(str(event["end_date"] or ""))
    return (start.toordinal(), max(start, end).toordinal()) if start and end else None


def _most_reported(events: Sequence[Event]) -> set[int]:
    """The events (by `id()`) that get a label, and so the larger bars."""

    def weight(event: Event) -> tuple[int, int]:
        return int(str(event["article_count"])), int(str(event["mention_count"]))

    return {id(event) for event in sorted(events, key=weight, reverse=True)[:LABELLED]}


def _band(
    family: Family, members: Sequence[tuple[Event, tuple[int, int]]], scale: TimeScale, labelled: set[int], y: float
) -> Band:
    large = [_place(event, span, scale, label=True) for event, span in members if id(event) in labelled]
    small = [_place(event, span, scale, label=False) for event, span in members if id(event) not in labelled]
    bars: list[Bar] = []
    below = y + BAND_HEAD
    for group, lane_height in ((large, LANE), (small, THIN_LANE)):
        lanes = pack([(item.left, item.right) for item in group])
        height = lane_height - (8 if lane_height == LANE else 3)
        for item, lane in zip(group, lanes, strict=True):
            top = below + lane * lane_height + (lane_height - height) / 2
            bars.append(Bar(item.event, family, item.x, item.width, top, height, item.label, item.anchor, item.label_x))
        below += (max(lanes) + 1) * lane_height if lanes else 0.0
    return Band(family, y, below + BAND_FOOT - y, tuple(bars))


def _place(event: Event, span: tuple[int, int], scale: TimeScale, *, label: bool) -> _Placed:
    x, end = scale.x(span[0]), scale.x(span[1] + 1)
    width = max(end - x, SMALLEST_BAR)
    x = min(x, WIDTH - MARGIN - width)
    if not label:
        return _Placed(event, x, width, x, x + width + 1.5)
    text = _shortened(_title(event))
    room = len(text) * LETTER + 6
    if x + width + room <= WIDTH - 2:
        return _Placed(event, x, width, x, x + width + room + GAP, text, "start", x + width + 5)
    if x - room >= 2:
        return _Placed(event, x, width, x - room, x + width + GAP, text, "end", x - 5)
    return _Placed(event, x, width, x, x + max(width, room) + GAP, text, "start", x + 8)


def _title(event: Event) -> str:
    disputed = "≠ " if int(str(event["conflict_count"] or 0)) else ""
    doubt = "? " if event["status"] == "alleged" else ""
    return f"{disputed}{doubt}{event['title']}"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1].rstrip() + "…"


def pack(spans: Sequence[tuple[float, float]]) -> list[int]:
    """Give each span (left, right) the first lane in which it overlaps no other; the lanes are in order of `spans`."""
    lanes: list[float] = []
    chosen = [0] * len(spans)
    for index in sorted(range(len(spans)), key=lambda i: spans[i]):
        left, right = spans[index]
        lane = next((n for n, taken in enumerate(lanes) if taken <= left), len(lanes))
        if lane == len(lanes):
            lanes.append(right)
        lanes[lane] = right
        chosen[index] = lane
    return chosen


def days_shown(events: Sequence[Event]) -> tuple[dt.date, dt.date] | None:
    """The first and last day that the events touch."""
    spans = [span for event in events if (span := _span(event)) is not None]
    if not spans:
        return None
    return dt.date.fromordinal(min(a for a, _ in spans)), dt.date.fromordinal(max(b for _, b in spans))
