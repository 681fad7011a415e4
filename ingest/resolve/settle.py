"""Settling what hangs on other articles: joined events come in, corroborated publication dates go out, and with them
settled extractions.

An article of unknown day that tells of "this week's summit" was published in a week that holds a day on which another
article puts that summit. The days of publication that fit are found by resolving the expression against each in turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ingest.anchored import with_days
from ingest.model import Article, EventMention, Extraction, LocalClaim, LocalEvent, Publication, TimeExpression
from ingest.resolve.assembly import Reports
from ingest.resolve.events import Joined, JoinedEvents
from ingest.resolve.hanging import BASIS
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


# --- the article's own records, once its publication or the events that it hangs on are known --------------


def settled(
    article: Article, extraction: Extraction, publication: Publication | None, hanging: Mapping[int, TimeExpression]
) -> tuple[Article, Extraction]:
    """An article and its extraction with what others tell of its publication and of the events it reckons from."""
    if publication is not None:
        article, extraction = replace(article, publication=publication), settle_extraction(extraction, publication)
    return article, hang_extraction(extraction, hanging) if hanging else extraction


def settle_extraction(extraction: Extraction, publication: Publication) -> Extraction:
    """Expressions that waited, resolved, and the dates of the events that hang on them. Nothing is parsed again.

    What is reckoned from those events waits on, since joined events know their days better (`hang_extraction`).
    """
    expressions = tuple(settle_expression(expression, publication) for expression in extraction.expressions)
    changed = _changed(extraction, expressions)
    return _with_claims(extraction, expressions, tuple(with_days(e, expressions, changed) for e in extraction.events))


def hang_extraction(extraction: Extraction, hanging: Mapping[int, TimeExpression]) -> Extraction:
    """The extraction with the expressions that other articles settled, by index, and the dates of their events."""
    expressions = tuple(hanging.get(i, expression) for i, expression in enumerate(extraction.expressions))
    dated = (with_days(event, expressions, hanging) for event in extraction.events)
    events = tuple(
        replace(new, date_basis=BASIS) if new.start_date != old.start_date else new
        for old, new in zip(extraction.events, dated, strict=True)
    )
    return _with_claims(extraction, expressions, events)


def _changed(extraction: Extraction, expressions: Sequence[TimeExpression]) -> set[int]:
    pairs = zip(extraction.expressions, expressions, strict=True)
    return {i for i, (old, new) in enumerate(pairs) if old != new and new.earliest}


def _with_claims(
    extraction: Extraction, expressions: tuple[TimeExpression, ...], events: tuple[LocalEvent, ...]
) -> Extraction:
    """The extraction with these expressions and events, what is dated only now stated as claims."""
    told = (
        replace(new, claims=tuple(dict.fromkeys((*new.claims, *_new_claims(old.mentions, new.mentions, expressions)))))
        for old, new in zip(extraction.events, events, strict=True)
    )
    return replace(extraction, expressions=expressions, events=tuple(told))


def _new_claims(
    before: Iterable[EventMention], after: Iterable[EventMention], expressions: Sequence[TimeExpression]
) -> Iterator[LocalClaim]:
    for old, new in zip(before, after, strict=True):
        if old != new and new.time is not None:
            told = expressions[new.time]
            yield LocalClaim("date", told.edtf or f"{told.earliest}/{told.latest}", new.sentence)
