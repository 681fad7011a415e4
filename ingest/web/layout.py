"""Where bars go: dated events go in, lanes by family without overlaps come out.

Events of one family share a band. The ones that most articles report get labels; where there are too many for that,
the others are bars in narrow lanes below.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.web.dates import day
from ingest.web.families import FAMILIES, Family, family_of
from ingest.web.scale import TimeScale, time_scale

WIDTH = 1160.0
MARGIN = 10.0
LABEL_LANES = 14  # lanes of a band whose bars have labels; more would make the chart taller than anyone scrolls
LANE, NARROW_LANE = 21.0, 9.0
BAND_HEAD, BAND_FOOT = 22.0, 8.0
AXIS = 44.0
SMALLEST_BAR = 7.0
GAP = 8.0
LONG = 11 * 366  # days; a decade is no longer
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
    scale = time_scale(_shaping([span for _, span in dated]), MARGIN, WIDTH - MARGIN)
    bands: list[Band] = []
    y = AXIS
    for family in FAMILIES:
        members = [(event, span) for event, span in dated if family_of(str(event["type"])) is family]
        if members:
            band = _band(family, members, scale, y)
            bands.append(band)
            y += band.height
    return Chart(scale, tuple(bands), WIDTH, y)


def _shaping(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that shape the axis: one of decades ("this century") that others lie in runs off its ends instead."""
    short = [span for span in spans if span[1] - span[0] <= LONG]
    if not short:
        return list(spans)
    first, last = min(start for start, _ in short), max(end for _, end in short)
    return [span for span in spans if span[1] - span[0] <= LONG or span[1] < first or span[0] > last]


def _span(event: Event) -> tuple[int, int] | None:
    start, end = day(str(event["start_date"] or "")), day(str(event["end_date"] or ""))
    return (start.toordinal(), max(start, end).toordinal()) if start and end else None


def _band(family: Family, members: Sequence[tuple[Event, tuple[int, int]]], scale: TimeScale, y: float) -> Band:
    """Give labels to the most reported members until the lanes for labels are full; the rest go below, narrow."""
    labelled = [_place(event, span, scale, label=True) for event, span in members]
    lanes = pack([(item.left, item.right) for item in labelled], _order_of_importance(members), LABEL_LANES)
    large = [(item, lane) for item, lane in zip(labelled, lanes, strict=True) if lane is not None]
    rest = [_place(*member, scale, label=False) for member, lane in zip(members, lanes, strict=True) if lane is None]
    narrow = zip(rest, pack([(item.left, item.right) for item in rest], range(len(rest))), strict=True)
    bars: list[Bar] = []
    below = y + BAND_HEAD
    for group, pitch in ((large, LANE), ([(item, lane or 0) for item, lane in narrow], NARROW_LANE)):
        bars.extend(_bar(item, family, below + lane * pitch, pitch) for item, lane in group)
        below += (max(lane for _, lane in group) + 1) * pitch if group else 0.0
    return Band(family, y, below + BAND_FOOT - y, tuple(bars))


def _bar(item: _Placed, family: Family, top: float, pitch: float) -> Bar:
    height = pitch - (8 if pitch == LANE else 3)
    y = top + (pitch - height) / 2
    return Bar(item.event, family, item.x, item.width, y, height, item.label, item.anchor, item.label_x)


def _order_of_importance(members: Sequence[tuple[Event, object]]) -> list[int]:
    """Indices, the most reported first; equals in an order that spreads them over time, not from one end."""

    def rank(index: int) -> tuple[int, int, float]:
        event = members[index][0]
        return -int(str(event["article_count"])), -int(str(event["mention_count"])), _spread(index)

    return sorted(range(len(members)), key=rank)


def _spread(index: int) -> float:
    """The van der Corput sequence: any first part of it lies evenly over all indices."""
    value, share = 0.0, 0.5
    while index:
        value += share * (index & 1)
        index >>= 1
        share /= 2
    return value


def _place(event: Event, span: tuple[int, int], scale: TimeScale, *, label: bool) -> _Placed:
    x, end = scale.x(span[0]), scale.x(span[1] + 1)
    width = max(end - x, SMALLEST_BAR)
    x = min(x, WIDTH - MARGIN - width)
    if not label:
        return _Placed(event, x, width, x, x + width + 1.5)
    text = _shortened(_title(event))
    disputed = bool(event["conflict_count"])
    room = len(text) * LETTER + (18 if disputed else 6)
    past = 11 if event["status"] == "ongoing" else 5  # clear of the arrow
    if x + width + room <= WIDTH - 2:
        return _Placed(event, x, width, x, x + width + room + GAP, text, "start", x + width + past)
    if x - room >= 2:
        return _Placed(event, x, width, x - room, x + width + GAP, text, "end", x - 5)
    return _Placed(event, x, width, x, x + max(width, room) + GAP, text, "start", x + 8)


def _title(event: Event) -> str:
    doubt = "? " if event["status"] == "alleged" else ""
    return f"{doubt}{event['title']}"


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1].rstrip() + "…"


def pack(spans: Sequence[tuple[float, float]], order: Iterable[int], most: int | None = None) -> list[int | None]:
    """Give each span (left, right), in the order of these indices, the first lane in which it overlaps no other.

    Returns a lane for each span, None for those that find no room in `most` lanes. What begins earlier stands higher.
    """
    lanes: list[list[tuple[float, float]]] = []
    chosen: list[int | None] = [None] * len(spans)
    for index in order:
        left, right = spans[index]
        for number, lane in enumerate(lanes):
            at = bisect_left(lane, (left, right))
            if (at == 0 or lane[at - 1][1] <= left) and (at == len(lane) or lane[at][0] >= right):
                lane.insert(at, (left, right))
                chosen[index] = number
                break
        else:
            if most is None or len(lanes) < most:
                lanes.append([(left, right)])
                chosen[index] = len(lanes) - 1
    by_start = sorted(range(len(lanes)), key=lambda number: lanes[number][0])
    final = {number: place for place, number in enumerate(by_start)}
    return [None if number is None else final[number] for number in chosen]
