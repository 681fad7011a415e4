"""The drawn timeline: events go in, an SVG without script comes out, safe to put into a page.

Every text goes through `escape`. Colours are classes that `static/dateline.css` fills for light and dark; how sure
a date is shows as the bar's shape, whether it came about as its outline.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from ingest.web.dates import is_vague, phrase
from ingest.web.families import FAMILIES
from ingest.web.layout import AXIS, Band, Bar, Chart, Event, lay_out
from ingest.web.scale import gaps

Link = Callable[[Event], str]


def timeline_svg(events: Iterable[Event], link: Link, title: str = "Timeline") -> Markup:
    """Draw the dated ones of `events` (rows of the view `timeline`); `link` gives the address of an event's page."""
    chart = lay_out(events)
    if chart is None:
        return Markup("")
    count = sum(len(band.bars) for band in chart.bands)
    parts = [
        Markup('<svg class="timeline" viewBox="0 0 {} {}" role="group" aria-label="{}">').format(
            _px(chart.width), _px(chart.height), f"{title}: {count:,} events"
        ),
        _definitions(),
        _axis(chart),
        *(_band(band, chart.width, link) for band in chart.bands),
        Markup("</svg>"),
    ]
    return Markup("").join(parts)


def swatch(kind: str, family: str = "talks") -> Markup:
    """A small bar for the legend: `exact`, `vague` or one of the statuses."""
    shape = _bar_shape(2.0, 3.0, 26.0, 12.0, family, vague=kind == "vague", status=kind)
    return Markup('<svg class="swatch" viewBox="0 0 32 18" width="32" height="18" aria-hidden="true">{}</svg>').format(
        shape
    )


def _definitions() -> Markup:
    """Hatching for each family, and the mask that lets the ends of an uncertain bar fade."""
    hatches = Markup("").join(
        Markup(
            '<pattern id="hatch-{0}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            '<rect class="tint f-{0}" width="5" height="5"/><rect class="f-{0}" width="2" height="5"/></pattern>'
        ).format(family.key)
        for family in FAMILIES
    )
    fade = Markup(
        '<linearGradient id="fade-stops"><stop offset="0" stop-color="#fff" stop-opacity=".15"/>'
        '<stop offset=".22" stop-color="#fff"/><stop offset=".78" stop-color="#fff"/>'
        '<stop offset="1" stop-color="#fff" stop-opacity=".15"/></linearGradient>'
        '<mask id="fade" maskContentUnits="objectBoundingBox">'
        '<rect width="1" height="1" fill="url(#fade-stops)"/></mask>'
    )
    return Markup("<defs>{}{}</defs>").format(hatches, fade)


def _axis(chart: Chart) -> Markup:
    parts = [
        Markup('<rect class="fold" x="{}" y="0" width="{}" height="{}"/>').format(_px(a), _px(b - a), _px(chart.height))
        for a, b in gaps(chart.scale)
    ]
    for tick in chart.scale.ticks():
        level, y = ("major", 16) if tick.major else ("minor", 34)
        top = 4 if tick.major else 24
        parts.append(
            Markup('<line class="grid {}" x1="{x}" x2="{x}" y1="{}" y2="{}"/>').format(
                level, top, _px(chart.height), x=_px(tick.x)
            )
        )
        parts.append(
            Markup('<text class="tick {}" x="{}" y="{}">{}</text>').format(level, _px(tick.x + 4), y, tick.label)
        )
    parts.extend(
        Markup('<text class="fold-mark" x="{}" y="34">⋯</text>').format(_px((a + b) / 2)) for a, b in gaps(chart.scale)
    )
    parts.append(
        Markup('<line class="rule" x1="0" x2="{}" y1="{y}" y2="{y}"/>').format(_px(chart.width), y=_px(AXIS - 2))
    )
    return Markup('<g aria-hidden="true">{}</g>').format(Markup("").join(parts))


def _band(band: Band, width: float, link: Link) -> Markup:
    bars = Markup("").join(_bar(bar, link) for bar in band.bars)
    bottom = band.y + band.height
    return Markup(
        '<g class="band"><line class="band-rule" x1="0" x2="{}" y1="{y}" y2="{y}"/>'
        '<text class="band-name t-{}" x="2" y="{}">{}</text>{}</g>'
    ).format(_px(width), band.family.key, _px(band.y + 15), band.family.label, bars, y=_px(bottom))


def _bar(bar: Bar, link: Link) -> Markup:
    event = bar.event
    start, end, precision = str(event["start_date"]), str(event["end_date"]), str(event["date_precision"])
    status = str(event["status"])
    shape = _bar_shape(
        bar.x, bar.y, bar.width, bar.height, bar.family.key, vague=is_vague(start, end, precision), status=status
    )
    label = Markup("")
    if bar.label:
        label = Markup('<text class="label {}" x="{}" y="{}" text-anchor="{}">{}</text>').format(
            status, _px(bar.label_x), _px(bar.y + bar.height - 2.5), bar.anchor, bar.label
        )
    return Markup('<a href="{}"><title>{}</title>{}{}</a>').format(link(event), describe(event), shape, label)


def describe(event: Event) -> str:
    """An event in a sentence, for those who hover or listen."""
    when = phrase(str(event["start_date"] or ""), str(event["end_date"] or ""), str(event["date_precision"]))
    vague = is_vague(str(event["start_date"]), str(event["end_date"]), str(event["date_precision"]))
    articles = int(str(event["article_count"]))
    parts = [
        f"{'Some time in ' if vague and not when.startswith(('between', 'week')) else ''}{when}",
        str(event["title"]),
        *([str(event["status"])] if event["status"] != "occurred" else []),
        f"{articles} article{'' if articles == 1 else 's'}",
        *(["articles disagree"] if event["conflict_count"] else []),
    ]
    return ". ".join(parts)


def _bar_shape(x: float, y: float, width: float, height: float, family: str, *, vague: bool, status: str) -> Markup:
    fill = Markup(' style="fill:url(#hatch-{})" mask="url(#fade)"').format(family) if vague else Markup("")
    rect = Markup('<rect class="bar f-{} {}" x="{}" y="{}" width="{}" height="{}" rx="{}"{}/>').format(
        family, status, _px(x), _px(y), _px(width), _px(height), _px(min(3.5, height / 2)), fill
    )
    return rect + _status_mark(x, y, width, height, family, status)


def _status_mark(x: float, y: float, width: float, height: float, family: str, status: str) -> Markup:
    """An arrow where it goes on, a stroke through what did not come about."""
    middle = y + height / 2
    if status == "ongoing":
        tip = x + width
        return Markup('<path class="f-{}" d="M{} {}l6 {}l-6 {}z"/>').format(
            family, _px(tip), _px(y), _px(height / 2), _px(height / 2)
        )
    if status in ("cancelled", "denied"):
        return Markup('<line class="through" x1="{}" x2="{}" y1="{y}" y2="{y}"/>').format(
            _px(x - 2), _px(x + width + 2), y=_px(middle)
        )
    return Markup("")


def _px(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
