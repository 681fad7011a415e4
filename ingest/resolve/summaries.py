"""Reading the corpus once: (Article, Extraction) pairs come in, summaries in order of publication go out.

Articles whose publication day is unknown come last; equals are ordered by id, so that the order of the input never
matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from ingest.model import Article, Extraction, LocalAgreement, LocalEvent, TimeExpression
from ingest.resolve.duplicates import sketch
from ingest.resolve.records import AgreementSummary, ArticleSummary, EventSummary
from ingest.resolve.statements import with_offices
from ingest.resolve.words import Rarity, stem, stems

OPENING = 1500  # characters from which an article's own words are taken
LAST = "9999-12-31"


def summarise_corpus(corpus: Iterable[tuple[Article, Extraction]]) -> tuple[list[ArticleSummary], Rarity]:
    """Summaries in order of publication, then id, and the rarity of every stem; nothing else stays in memory."""
    summaries, rarity = [], Rarity()
    for article, extraction in corpus:
        rarity.count(stems(f"{article.title or ''} {article.text}"))
        summaries.append(summarise(article, extraction))
    summaries.sort(key=lambda summary: (summary.publication.earliest or LAST, summary.id))
    return summaries, rarity


def summarise(article: Article, extraction: Extraction) -> ArticleSummary:
    """What comparing needs of one article."""
    extraction = with_offices(extraction)
    return ArticleSummary(
        id=article.id,
        publication=article.publication,
        source=source_name(article),
        url=article.url,
        sketch=sketch(article.text),
        words=tuple(sorted(stems(f"{article.title or ''} {article.text[:OPENING]}"))),
        entities=extraction.entities,
        entity_mentions=_mention_counts(extraction),
        places=extraction.places,
        events=tuple(_event(i, event, article, extraction) for i, event in enumerate(extraction.events)),
        agreements=tuple(_agreement(i, agreement) for i, agreement in enumerate(extraction.agreements)),
        waiting=tuple(_waiting(extraction)) if article.publication.earliest is None else (),
        hanging=tuple(hanging_of(extraction.expressions)),
    )


def _waiting(extraction: Extraction) -> Iterator[tuple[int, TimeExpression]]:
    """Expressions that date events once the publication is known; in direct speech "today" is the speaker's."""
    needed = {event.time for event in extraction.events}
    for i, expression in enumerate(extraction.expressions):
        quoted = any(q.start <= expression.start < q.end for q in extraction.quotations)
        if i in needed and expression.pending is not None and expression.anchor != "event" and not quoted:
            yield i, expression


def hanging_of(expressions: Iterable[TimeExpression]) -> Iterator[tuple[int, TimeExpression]]:
    """The expressions that are reckoned from an event, dated or not, by their place."""
    for i, expression in enumerate(expressions):
        if expression.anchor == "event" and expression.anchor_index is not None:
            yield i, expression


def source_name(article: Article) -> str | None:
    """The publisher as the article names it, else the host of its address."""
    if article.source:
        return article.source
    host = urlsplit(article.url).hostname if article.url else None
    return host or None


def _mention_counts(extraction: Extraction) -> tuple[int, ...]:
    counts = [0] * len(extraction.entities)
    for mention in extraction.mentions:
        for entity in mention.entities:
            counts[entity] += 1
    return tuple(counts)


def _event(index: int, event: LocalEvent, article: Article, extraction: Extraction) -> EventSummary:
    first = min(event.mentions, key=lambda mention: mention.start)
    sentences = {mention.sentence for mention in event.mentions}
    spans = (extraction.sentences[position] for position in sorted(sentences))
    text = " ".join([event.title, *(article.text[span.start : span.end] for span in spans)])
    return EventSummary(
        index=index,
        type=event.type,
        status=event.status,
        title=event.title,
        trigger=first.trigger,
        start=first.start,
        mention_count=len(event.mentions),
        stems=tuple(sorted({stem(word) for mention in event.mentions for word in mention.trigger.split()})),
        words=tuple(sorted(stems(text))),
        participants=event.participants,
        start_date=event.start_date,
        end_date=event.end_date,
        edtf=event.edtf,
        duration=event.duration,
        date_precision=event.date_precision,
        date_basis=event.date_basis,
        time=event.time,
        place=event.place,
        claims=event.claims,
        related=event.related,
        confidence=event.confidence,
    )


def _agreement(index: int, agreement: LocalAgreement) -> AgreementSummary:
    first = min(agreement.mentions, key=lambda mention: mention.start)
    return AgreementSummary(
        index=index,
        subject=agreement.subject,
        kind=agreement.kind,
        status=agreement.status,
        trigger=first.trigger,
        start=first.start,
        words=tuple(sorted(stems(f"{agreement.subject} {agreement.instrument or ''}"))),
        parties=agreement.parties,
        instrument=agreement.instrument,
        topic=agreement.topic,
        start_date=agreement.start_date,
        end_date=agreement.end_date,
        event=agreement.event,
    )
