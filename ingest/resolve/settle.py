"""Settling what hangs on other articles: joined events come in, corroborated publication dates go out, and with them
settled extractions.

An article of unknown day that tells of "this week's summit" was published in a week that holds a day on which another
article puts that summit. The days of publication that fit are found by resolving the expression against each in turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ingest.model import Article, EventMention, Extraction, LocalClaim, LocalEvent, Publication, TimeExpression
from ingest.resolve.assembly import Reports
from ingest.resolve.events import Joined, JoinedEvents
from ingest.resolve.intervals import Interval, interval
from ingest.resolve.lexicons import weights
from ingest.resolve.records import EventSummary
from ingest.timex import settle as settle_expression

WINDOW = {"week": 21, "weekend": 21, "month": 70, "quarter": 200, "season": 200, "half": 400, "year": 800}  # days
NARROW = 14  # days around, for expressions of a day and shorter
EXACT = 4  # days that the other article's date may span


def corroborate(joined: JoinedEvents, reports: Reports) -> dict[str, Publication]:
    """Publication dates of articles that have none, where joined events with days bound them, by article id.

    Where several events bound one article, the days that fit all of them are taken; where none does, it stays unknown.
    """
    bounds: dict[int, Interval | None] = {}
    for event in joined.events:
        if len(event.reports) < 2:
            continue
        for article, told in _waiting(event, reports):
            day = _day_of_others(event, article, reports)
            found = day and days_of_publication(dict(reports.summaries[article].waiting)[told.time or 0], day)
            if found:
                bounds[article] = _both(bounds[article], found) if article in bounds else found
    return {
        reports.summaries[article].id: _publication(found)
        for article, found in sorted(bounds.items())
        if found is not None
    }


def _both(one: Interval | None, other: Interval) -> Interval | None:
    if one is None or not one.overlaps(other):
        return None
    return Interval(max(one.start, other.start), min(one.end, other.end))


def _publication(found: Interval) -> Publication:
    value = found.start if found.start == found.end else None
    return Publication(value, found.start, found.end, "corroborated")


def _waiting(event: Joined, reports: Reports) -> Iterator[tuple[int, EventSummary]]:
    """Reports dated by an expression that waits for its article's publication."""
    for report in event.reports:
        summary, told = reports.summaries[report.article], reports.event(report)
        if told.time is not None and any(told.time == index for index, _ in summary.waiting):
            yield report.article, told


def _day_of_others(event: Joined, article: int, reports: Reports) -> Interval | None:
    """The days on which other articles, and not copies of this one, put the event; None where they differ."""
    spans = set()
    for report in event.reports:
        told = reports.event(report)
        span = interval(told.start_date, told.end_date)
        sure = report.score >= weights()["link"] and reports.voice(report) != reports.original[article]
        if span and sure and span.days <= EXACT:
            spans.add(span)
    return spans.pop() if len(spans) == 1 else None


def days_of_publication(expression: TimeExpression, day: Interval) -> Interval | None:
    """The days of publication on which `expression` would mean `day`; None where none, or no bounded span, fits."""
    middle = date.fromisoformat(day.start)
    reach = WINDOW.get(expression.granularity, NARROW)
    tried = (middle + timedelta(days=n) for n in range(-reach, reach + 1))
    fitting = [tried_day.isoformat() for tried_day in tried if _means(expression, tried_day.isoformat(), day)]
    if not fitting:
        return None
    found = Interval(fitting[0], fitting[-1])
    edges = (middle - timedelta(days=reach)).isoformat(), (middle + timedelta(days=reach)).isoformat()
    return None if found.start == edges[0] or found.end == edges[1] else found


def _means(expression: TimeExpression, published: str, day: Interval) -> bool:
    settled = settle_expression(expression, Publication(published, published, published, "corroborated"))
    span = interval(settled.earliest, settled.latest)
    return span is not None and span.overlaps(day)


# --- the article's own records, once its publication is known --------------------------------------------


def settle_article(article: Article, publication: Publication) -> Article:
    """The article with what others corroborate of its publication."""
    return replace(article, publication=publication)


def settle_extraction(extraction: Extraction, publication: Publication) -> Extraction:
    """Expressions that waited, resolved, and the dates of the events that hang on them. Nothing is parsed again."""
    expressions = tuple(settle_expression(expression, publication) for expression in extraction.expressions)
    changed = {
        i
        for i, (old, new) in enumerate(zip(extraction.expressions, expressions, strict=True))
        if old != new and new.earliest
    }
    events = tuple(_settled_event(event, expressions, changed) for event in extraction.events)
    return replace(extraction, expressions=expressions, events=events)


def _settled_event(event: LocalEvent, expressions: Sequence[TimeExpression], changed: set[int]) -> LocalEvent:
    mentions = tuple(_settled_mention(mention, expressions, changed) for mention in event.mentions)
    claims = (*event.claims, *_new_claims(event.mentions, mentions, expressions))
    event = replace(event, mentions=mentions, claims=tuple(dict.fromkeys(claims)))
    if event.time not in changed or event.start_date is not None or event.time is None:
        return event
    told = expressions[event.time]
    basis = event.date_basis if event.date_basis != "none" else "own_clause"
    return replace(
        event,
        start_date=told.earliest,
        end_date=told.latest,
        edtf=told.edtf,
        date_precision=told.granularity,
        date_basis=basis,
    )


def _settled_mention(mention: EventMention, expressions: Sequence[TimeExpression], changed: set[int]) -> EventMention:
    if mention.time not in changed or mention.start_date is not None or mention.time is None:
        return mention
    told = expressions[mention.time]
    return replace(mention, start_date=told.earliest, end_date=told.latest)


def _new_claims(
    before: Iterable[EventMention], after: Iterable[EventMention], expressions: Sequence[TimeExpression]
) -> Iterator[LocalClaim]:
    for old, new in zip(before, after, strict=True):
        if old != new and new.time is not None:
            told = expressions[new.time]
            yield LocalClaim("date", told.edtf or f"{told.earliest}/{told.latest}", new.sentence)
