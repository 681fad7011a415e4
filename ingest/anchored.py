"""Dates by way of other events: an article's expressions and events come in, and go out with the days that follow.

"The day before the summit" has anchor `event` and the summit's place in `Extraction.events`; it gets its days when the
summit has them, and gives them to the events whose `time` it is. Each round dates what hangs on something dated, so
that nothing ever dates itself: expressions and events that hang on one another in a circle stay without days.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from ingest.model import EventMention, LocalEvent, Publication, TimeExpression
from ingest.timex.dates import plain_unit
from ingest.timex.granule import bounds, containing, edtf
from ingest.timex.settle import common_value
from ingest.timex.shift import distance_from_event, hangs_on_event, shift

EXACT = frozenset({"second", "minute", "hour", "part_of_day", "day"})
AT_LEAST, AT_MOST = frozenset({"MORE_THAN", "EQUAL_OR_MORE"}), frozenset({"LESS_THAN", "EQUAL_OR_LESS"})  # TIMEX3 mods
COARSE = frozenset({"week", "month", "quarter", "year", "decade", "century"})
LASTING = 31  # days that a happening told from one day to another may last; more is a period in which it fell


def settle_on_events(
    expressions: Sequence[TimeExpression], events: Sequence[LocalEvent], publication: Publication
) -> tuple[tuple[TimeExpression, ...], tuple[LocalEvent, ...]]:
    """The expressions that hang on dated events, resolved, and the events that they date, as far as that leads."""
    told, dated = list(expressions), list(events)
    vague = is_vague(publication)
    changed: set[int] = set()
    while True:
        for i, expression in enumerate(told):
            k = anchor_of(expression)
            if k is not None and dated[k].time != i:
                anchor = dated[k]
                found = on_days(expression, anchor.start_date, anchor.end_date, anchor.date_precision, vague)
                planned = any(event.time == i and event.status == "planned" for event in dated)
                told[i] = found if planned or not is_ahead(found, anchor.start_date, publication) else expression
        fresh = {i for i, (old, new) in enumerate(zip(expressions, told, strict=True)) if old != new} - changed
        if not fresh:
            return tuple(told), tuple(dated)
        dated = [with_days(event, told, fresh) for event in dated]
        changed |= fresh


def is_vague(publication: Publication) -> bool:
    """Whether an article's day is not known as a day, so that an interval told in it may be one day unknown."""
    return publication.earliest is None or publication.earliest != publication.latest


def is_ahead(expression: TimeExpression, start: str | None, publication: Publication) -> bool:
    """Whether an expression was reckoned from a day up to its article's (`start`) to one that lies after the article.

    Then its event has a wrong day, or what it dates is a plan.
    """
    last, first = publication.latest, expression.earliest
    return bool(last and first and start) and (start or "") <= (last or "") < (first or "")


def anchor_of(expression: TimeExpression) -> int | None:
    """The event on whose days an expression still waits; None where it waits for none, or nobody knows for which."""
    waits = expression.anchor == "event" and hangs_on_event(expression)
    return expression.anchor_index if waits else None


def on_days(
    expression: TimeExpression, start: str | None, end: str | None, precision: str, vague: bool = False
) -> TimeExpression:
    """The expression reckoned from its event's days; unchanged where the event has none.

    From an event that fell on some unknown day between both ("in May") it is counted from the first and from the last.
    """
    if not (start and end) or expression.mod in AT_LEAST:
        return expression
    if expression.mod in AT_MOST:
        return _between(expression, start, end)
    if start == end or precision in EXACT or (precision == "interval" and not vague and _days(start, end) <= LASTING):
        return _as_told(shift(expression, start, end), expression)
    early, late = (_as_told(shift(expression, day, day), expression) for day in (start, end))
    if early.earliest is None or late.latest is None:
        return expression
    return replace(
        early,
        value=early.value if early.value == late.value else _value_of_both(early.earliest, late.latest),
        edtf=f"{early.earliest}/{late.latest}",
        latest=late.latest,
        granularity="interval",
    )


def _between(expression: TimeExpression, start: str, end: str) -> TimeExpression:
    """ "Less than a week after": any day from that of the event on."""
    found = shift(expression, start, end)
    if found.earliest is None or found.latest is None:
        return expression
    first, last = min(start, found.earliest), max(end, found.latest)
    return replace(found, edtf=f"{first}/{last}", earliest=first, latest=last, granularity="interval")


def _as_told(shifted: TimeExpression, expression: TimeExpression) -> TimeExpression:
    """No finer than it was told: "a month after" means the month in which the day falls, as "a month later" does."""
    distance = distance_from_event(expression)
    unit = plain_unit(distance[1])[0] if distance else ""
    if unit not in COARSE or shifted.earliest is None or shifted.granularity != "day":
        return shifted
    granule = containing(unit, date.fromisoformat(shifted.earliest))
    extent = bounds(granule)
    if extent is None:
        return shifted
    first, last = (day.isoformat() for day in extent)
    return replace(shifted, edtf=edtf(granule), earliest=first, latest=last, granularity=unit)


def _value_of_both(first: str, last: str) -> str:
    return common_value(date.fromisoformat(first), date.fromisoformat(last))


def _days(start: str, end: str) -> int:
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days + 1


def with_days(event: LocalEvent, expressions: Sequence[TimeExpression], changed: Collection[int]) -> LocalEvent:
    """An event and its mentions, where undated, with the days of their expressions, if these are among `changed`."""
    event = replace(event, mentions=tuple(_mention_with_days(m, expressions, changed) for m in event.mentions))
    if event.time is None or event.time not in changed or event.start_date is not None:
        return event
    told = expressions[event.time]
    return replace(
        event,
        start_date=told.earliest,
        end_date=told.latest,
        edtf=told.edtf,
        date_precision=told.granularity,
        date_basis=event.date_basis if event.date_basis != "none" else "own_clause",
    )


def _mention_with_days(
    mention: EventMention, expressions: Sequence[TimeExpression], changed: Collection[int]
) -> EventMention:
    if mention.time is None or mention.time not in changed or mention.start_date is not None:
        return mention
    told = expressions[mention.time]
    return replace(mention, start_date=told.earliest, end_date=told.latest)
