"""The drawn timeline: events go in, an SVG without script comes out, safe to put into a page.

Every text goes through `escape`. Colours are classes that `static/dateline.css` fills for light and dark; how sure
a date is shows as the bar's shape, whether it came about as its outline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from ingest.web.dates import is_vague, phrase
from ingest.web.families import FAMILIES
from ingest.web.layout import AXIS, LETTER, Band, Bar, Chart, Event, lay_out
from ingest.web.scale import gaps

Link = Callable[[Event], str]


def timeline_svg(events: Iterable[Event], link: Link, title: str = "Timeline") -> Markup:
    """Draw the dated ones of `events` (rows of the view `timeline`); `link` gives the address of an event's page."""
    chart = lay_out(events)
    if chart is None:
        return Markup("")
    name = escape(f"{title}: {sum(len(band.bars) for band in chart.bands):,} events")
    parts = [
        f'<svg class="timeline" viewBox="0 0 {_px(chart.width)} {_px(chart.height)}" role="group" aria-label="{name}">',
        _definitions(),
        _axis(chart),
        *(_band(band, chart.width, link) for band in chart.bands),
        "</svg>",
    ]
    return Markup("".join(parts))


def swatch(kind: str, family: str = "talks") -> Markup:
    """A small bar for the legend: `exact`, `vague` or one of the statuses."""
    shape = _bar_shape(2.0, 3.0, 24.0, 12.0, family, vague=kind == "vague", status=kind)
    # safe: drawn from numbers and names of families
    return Markup(f'<svg class="swatch" viewBox="0 0 34 18" width="34" height="18" aria-hidden="true">{shape}</svg>')


def _definitions() -> str:
    """Hatching for each family, and the mask that lets the ends of an uncertain bar fade."""
    hatches = "".join(
        f'<pattern id="hatch-{family.key}" width="5" height="5" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate(45)"><rect class="tint f-{family.key}" width="5" height="5"/>'
        f'<rect class="f-{family.key}" width="2" height="5"/></pattern>'
        for family in FAMILIES
    )
    stops = "".join(
        f'<stop offset="{offset}" stop-color="#fff" stop-opacity="{opacity}"/>'
        for offset, opacity in ((0, 0.15), (0.22, 1), (0.78, 1), (1, 0.15))
    )
    fade = (
        f'<linearGradient id="fade-stops">{stops}</linearGradient><mask id="fade" maskContentUnits="objectBoundingBox">'
        '<rect width="1" height="1" fill="url(#fade-stops)"/></mask>'
    )
    return f"<defs>{hatches}{fade}</defs>"


def _axis(chart: Chart) -> str:
    height, width = _px(chart.height), _px(chart.width)
    parts = []
    for left, right in gaps(chart.scale):
        parts.append(f'<rect class="fold" x="{_px(left)}" y="0" width="{_px(right - left)}" height="{height}"/>')
        parts.append(f'<text class="fold-mark" x="{_px((left + right) / 2)}" y="34">⋯</text>')
    for tick in chart.scale.ticks():
        level, top, y = ("major", 4, 16) if tick.major else ("minor", 24, 34)
        x = _px(tick.x)
        parts.append(f'<line class="grid {level}" x1="{x}" x2="{x}" y1="{top}" y2="{height}"/>')
        parts.append(f'<text class="tick {level}" x="{_px(tick.x + 4)}" y="{y}">{escape(tick.label)}</text>')
    parts.append(f'<line class="rule" x1="0" x2="{width}" y1="{_px(AXIS - 2)}" y2="{_px(AXIS - 2)}"/>')
    return f'<g aria-hidden="true">{"".join(parts)}</g>'


def _band(band: Band, width: float, link: Link) -> str:
    bottom = _px(band.y + band.height)
    return (
        f'<g class="band"><line class="band-rule" x1="0" x2="{_px(width)}" y1="{bottom}" y2="{bottom}"/>'
        f'<text class="band-name t-{band.family.key}" x="2" y="{_px(band.y + 15)}">{escape(band.family.label)}</text>'
        f"{''.join(_bar(bar, link) for bar in band.bars)}</g>"
    )


def _bar(bar: Bar, link: Link) -> str:
    event, status = bar.event, escape(str(bar.event["status"]))
    shape = _bar_shape(bar.x, bar.y, bar.width, bar.height, bar.family.key, vague=_vague(event), status=status)
    label = ""
    if bar.label:
        disputed = '<tspan class="unequal">≠ </tspan>' if event["conflict_count"] else ""
        inside = (
            " inside" if _solid(event) and bar.x <= bar.label_x < bar.x + bar.width - len(bar.label) * LETTER else ""
        )
        label = (
            f'<text class="label {status}{inside}" x="{_px(bar.label_x)}" y="{_px(bar.y + bar.height - 2.5)}"'
            f' text-anchor="{bar.anchor}">{disputed}{escape(bar.label)}</text>'
        )
    return f'<a href="{escape(link(event))}"><title>{escape(describe(event))}</title>{shape}{label}</a>'


def _solid(event: Event) -> bool:
    """Whether its bar is filled with its colour, so that words upon it must be light."""
    return event["status"] in ("occurred", "ongoing") and not _vague(event)


def _vague(event: Event) -> bool:
    return is_vague(str(event["start_date"]), str(event["end_date"]), str(event["date_precision"]))


def describe(event: Event) -> str:
    """An event in a sentence, for those who hover or listen."""
    when = phrase(str(event["start_date"] or ""), str(event["end_date"] or ""), str(event["date_precision"]))
    vague = _vague(event)
    articles = int(str(event["article_count"]))
    parts = [
        f"{'Some time in ' if vague and not when.startswith(('between', 'week')) else ''}{when}",
        str(event["title"]),
        *([str(event["status"])] if event["status"] != "occurred" else []),
        f"{articles} article{'' if articles == 1 else 's'}",
        *(["articles disagree"] if event["conflict_count"] else []),
    ]
    return ". ".join(parts)


def _bar_shape(x: float, y: float, width: float, height: float, family: str, *, vague: bool, status: str) -> str:
    fill = f' style="fill:url(#hatch-{family})" mask="url(#fade)"' if vague else ""
    rect = (
        f'<rect class="bar f-{family} {status}" x="{_px(x)}" y="{_px(y)}" width="{_px(width)}" height="{_px(height)}"'
        f' rx="{_px(min(3.5, height / 2))}"{fill}/>'
    )
    return rect + _status_mark(x, y, width, height, family, status)


def _status_mark(x: float, y: float, width: float, height: float, family: str, status: str) -> str:
    """An arrow where it goes on, a stroke through what did not come about."""
    if status == "ongoing":
        half = _px(height / 2)
        return f'<path class="f-{family}" d="M{_px(x + width)} {_px(y)}l6 {half}l-6 {half}z"/>'
    if status in ("cancelled", "denied"):
        middle = _px(y + height / 2)
        return f'<line class="through" x1="{_px(x - 2)}" x2="{_px(x + width + 2)}" y1="{middle}" y2="{middle}"/>'
    return ""


def _px(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
