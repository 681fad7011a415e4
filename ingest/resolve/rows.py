"""The rows of the database: the corpus and its resolution come in, (table, row) pairs of the public schema go out.

Rows of what belongs to no one article come first, then each article's own, in the order of the corpus. Ids of an
article's own rows are made of its id and their place in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.model import Article, Extraction, TimeExpression
from ingest.resolve.claims import claim_id
from ingest.resolve.records import Resolution, Row
from ingest.resolve.settle import settled
from ingest.resolve.statements import with_offices
from ingest.resolve.summaries import source_name

Pair = tuple[str, Row]


def rows(corpus: Iterable[tuple[Article, Extraction]], resolution: Resolution) -> Iterator[Pair]:
    """Every row of every table of the schema, but those of `runs`, `inputs` and `event_types`.

    Who has no name ("local officials") has a row only where it takes part in something, speaks, or is claimed to.
    """
    who: list[Pair] = []
    concerned: set[object] = set()
    for table, row in _all_rows(corpus, resolution):
        if table in ("participants", "participant_aliases"):
            who.append((table, row))
            continue
        concerned.update((row.get("participant_id"), row.get("speaker_id")))
        yield table, row
    kept = {
        row["id"]
        for table, row in who
        if table == "participants" and (row["id"] in concerned or str(row["name"]) != str(row["name"]).lower())
    }
    for table, row in who:
        if row.get("id", row.get("participant_id")) in kept:
            yield table, row


def _all_rows(corpus: Iterable[tuple[Article, Extraction]], resolution: Resolution) -> Iterator[Pair]:
    for table, finished in resolution.tables:
        for row in finished:
            yield table, row
    for article, extraction in corpus:
        publication, hanging = resolution.publications.get(article.id), resolution.hanging.get(article.id, {})
        article, extraction = settled(article, extraction, publication, hanging)
        yield from _Rows(article, with_offices(extraction), resolution).all()


class _Rows:
    """The rows of one article."""

    def __init__(self, article: Article, extraction: Extraction, resolution: Resolution) -> None:
        self.article, self.extraction, self.resolution = article, extraction, resolution
        self.participants = resolution.participants[article.id]
        self.places = resolution.places[article.id]
        self.links = resolution.links[article.id]
        self.agreements = resolution.agreements[article.id]

    def all(self) -> Iterator[Pair]:
        """All of them, each table's in reading order."""
        yield "articles", self._article()
        for parts in (
            self._references, self._sentences, self._expressions, self._citations, self._mentions,
            self._event_citations, self._agreement_mentions, self._agreement_citations, self._quotations, self._claims,
        ):  # fmt: skip
            yield from parts()

    def _id(self, letter: str, number: int) -> str:
        return f"{self.article.id}-{letter}{number}"

    def _slice(self, start: int, end: int) -> str:
        return self.article.text[start:end]

    def _article(self) -> Row:
        article, published = self.article, self.article.publication
        source = source_name(article)
        return {
            "id": article.id,
            "source_id": self.resolution.sources[source] if source else None,
            "title": article.title,
            "author": article.author,
            "url": article.url,
            "language": article.language,
            "license": article.license,
            "published": published.value,
            "published_earliest": published.earliest,
            "published_latest": published.latest,
            "published_basis": published.basis,
            "text": article.text,
            "word_count": len(article.text.split()),
            "path": article.path,
            "content_sha256": article.sha256,
            "duplicate_of": self.resolution.duplicates.get(article.id),
        }

    def _references(self) -> Iterator[Pair]:
        for reference in self.article.references:
            yield (
                "cited_references",
                {
                    "id": self._id("r", reference.number),
                    "article_id": self.article.id,
                    "number": reference.number,
                    "text": reference.text,
                    "url": reference.url,
                },
            )

    def _sentences(self) -> Iterator[Pair]:
        for sentence in self.extraction.sentences:
            yield (
                "sentences",
                {
                    "id": self._id("s", sentence.position),
                    "article_id": self.article.id,
                    "position": sentence.position,
                    "start_char": sentence.start,
                    "end_char": sentence.end,
                    "text": self._slice(sentence.start, sentence.end),
                    "role": sentence.role,
                    "interpretive": int(sentence.interpretive),
                },
            )

    def _expressions(self) -> Iterator[Pair]:
        for i, told in enumerate(self.extraction.expressions):
            yield (
                "time_expressions",
                {
                    "id": self._id("t", i),
                    "article_id": self.article.id,
                    "sentence_id": self._id("s", told.sentence),
                    "start_char": told.start,
                    "end_char": told.end,
                    "text": told.text,
                    "type": told.type,
                    "value": told.value,
                    "mod": told.mod,
                    "edtf": told.edtf,
                    "earliest": told.earliest,
                    "latest": told.latest,
                    "granularity": told.granularity,
                    "anchor": told.anchor,
                    "anchor_id": self._anchor_id(told),
                    "rule": told.rule or None,
                },
            )

    def _anchor_id(self, told: TimeExpression) -> str | None:
        """The row that an expression is reckoned from: another expression's, or an event's."""
        if told.anchor_index is None or told.anchor not in ("expression", "event"):
            return None
        if told.anchor == "event":
            return self.links[told.anchor_index].event_id
        return self._id("t", told.anchor_index)

    def _citations(self) -> Iterator[Pair]:
        listed = {reference.number for reference in self.article.references}
        for i, citation in enumerate(self.extraction.citations):
            yield (
                "citations",
                {
                    "id": self._id("k", i),
                    "article_id": self.article.id,
                    "sentence_id": self._id("s", citation.sentence),
                    "marker": citation.marker,
                    "number": citation.number,
                    "start_char": citation.start,
                    "end_char": citation.end,
                    "reference_id": self._id("r", citation.number) if citation.number in listed else None,
                },
            )

    def _mentions(self) -> Iterator[Pair]:
        number = 0
        for event, link in zip(self.extraction.events, self.links, strict=True):
            for mention in event.mentions:
                yield (
                    "event_mentions",
                    {
                        "id": self._id("m", number),
                        "event_id": link.event_id,
                        "article_id": self.article.id,
                        "sentence_id": self._id("s", mention.sentence),
                        "trigger": mention.trigger,
                        "start_char": mention.start,
                        "end_char": mention.end,
                        "type": mention.type,
                        "status": mention.status,
                        "start_date": mention.start_date,
                        "end_date": mention.end_date,
                        "time_expression_id": self._id("t", mention.time) if mention.time is not None else None,
                        "date_rule": mention.date_rule,
                        "place_id": self.places[mention.place] if mention.place is not None else None,
                        "link_rule": link.rule,
                        "link_score": link.score,
                    },
                )
                number += 1

    def _event_citations(self) -> Iterator[Pair]:
        pairs = {
            (link.event_id, citation): None
            for event, link in zip(self.extraction.events, self.links, strict=True)
            for citation in event.citations
        }
        for event_id, citation in pairs:
            yield "event_citations", {"event_id": event_id, "citation_id": self._id("k", citation)}

    def _agreement_mentions(self) -> Iterator[Pair]:
        number = 0
        for agreement, agreement_id in zip(self.extraction.agreements, self.agreements, strict=True):
            for mention in agreement.mentions:
                yield (
                    "agreement_mentions",
                    {
                        "id": self._id("a", number),
                        "agreement_id": agreement_id,
                        "article_id": self.article.id,
                        "sentence_id": self._id("s", mention.sentence),
                        "start_char": mention.start,
                        "end_char": mention.end,
                    },
                )
                number += 1

    def _agreement_citations(self) -> Iterator[Pair]:
        pairs = {
            (agreement_id, citation): None
            for agreement, agreement_id in zip(self.extraction.agreements, self.agreements, strict=True)
            for citation in agreement.citations
        }
        for agreement_id, citation in pairs:
            yield "agreement_citations", {"agreement_id": agreement_id, "citation_id": self._id("k", citation)}

    def _quotations(self) -> Iterator[Pair]:
        for i, quotation in enumerate(self.extraction.quotations):
            yield (
                "quotations",
                {
                    "id": self._id("q", i),
                    "article_id": self.article.id,
                    "sentence_id": self._id("s", quotation.sentence),
                    "speaker_id": self.participants[quotation.speaker] if quotation.speaker is not None else None,
                    "speaker_text": quotation.speaker_text,
                    "cue": quotation.cue,
                    "text": quotation.text,
                    "start_char": quotation.start,
                    "end_char": quotation.end,
                },
            )

    def _claims(self) -> Iterator[Pair]:
        for number, (event, link) in enumerate(zip(self.extraction.events, self.links, strict=True)):
            for i, claim in enumerate(event.claims):
                yield (
                    "claims",
                    {
                        "id": claim_id(self.article.id, number, i),
                        "event_id": link.event_id,
                        "attribute": claim.attribute,
                        "value": claim.value,
                        "participant_id": self.participants[claim.entity] if claim.entity is not None else None,
                        "article_id": self.article.id,
                        "sentence_id": self._id("s", claim.sentence),
                        "citation_marker": claim.citation_marker,
                    },
                )
