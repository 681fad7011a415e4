"""What the event station looks at: takes the parse and what the stations before it found, gives lookups by token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from ingest.extract.encoder.layout import Encoded, nothing_encoded
from ingest.extract.events.tokens import Word, words_of
from ingest.extract.sentences import TELLING_ROLES
from ingest.model import Article, Citation, EntityMention, Quotation, Sentence, TimeExpression

if TYPE_CHECKING:
    from ingest.extract.cast import Cast


@dataclass(frozen=True, slots=True)
class Named:
    """Words that stand for entities, a place or a time: the token that heads them, and what they stand for."""

    head: int
    start: int
    end: int
    sentence: int
    targets: tuple[int, ...]


@dataclass(slots=True)
class Reading:
    """One article laid out by token index; -1 where a token belongs to nothing."""

    doc: Doc
    article: Article
    sentences: Sequence[Sentence]
    expressions: Sequence[TimeExpression]
    cast: Cast
    quotations: Sequence[Quotation]
    citations: Sequence[Citation]
    words: list[Word] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)
    telling: list[bool] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)
    time_of: list[int] = field(default_factory=list)
    actors: list[list[Named]] = field(default_factory=list)
    places: list[list[Named]] = field(default_factory=list)
    times: list[list[Named]] = field(default_factory=list)
    actors_of: dict[int, tuple[int, ...]] = field(default_factory=dict)
    encoded: Encoded = field(default_factory=nothing_encoded)
    days: list[tuple[str, str] | None] = field(default_factory=list)  # of `expressions`, kept by `attaching_when`

    @property
    def published(self) -> str | None:
        """The publication day, ISO, or None where it is not known to the day."""
        publication = self.article.publication
        return publication.earliest if publication.earliest == publication.latest else None


def lay_out(
    doc: Doc,
    article: Article,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    cast: Cast,
    quotations: Sequence[Quotation],
    citations: Sequence[Citation],
) -> Reading:
    """Index everything by token and by sentence, once per article."""
    reading = Reading(doc, article, sentences, expressions, cast, quotations, citations)
    reading.words = words_of(doc)
    reading.sentence_of = [0] * len(doc)
    for position, span in enumerate(doc.sents):
        reading.sentence_of[span.start : span.end] = [position] * (span.end - span.start)
    reading.telling = [s.role in TELLING_ROLES and not s.interpretive and s.end > s.start for s in sentences]
    token_at = _tokens_by_character(doc)
    reading.quoted = _inside(doc, token_at, [(q.start, q.end) for q in quotations])
    reading.time_of = _inside_index(doc, token_at, [(e.start, e.end) for e in expressions])
    reading.times = _by_sentence(reading, token_at, [(e.start, e.end, (i,)) for i, e in enumerate(expressions)])
    mentions: list[EntityMention] = [m for m in cast.mentions if m.entities]
    reading.actors = _by_sentence(reading, token_at, [(m.start, m.end, tuple(m.entities)) for m in mentions])
    reading.places = _by_sentence(reading, token_at, [(m.start, m.end, (m.place,)) for m in cast.place_mentions])
    reading.actors_of = {named.head: named.targets for row in reading.actors for named in row}
    return reading


def _tokens_by_character(doc: Doc) -> list[int]:
    """For each character of the text the token that holds it or, for white space, the one after."""
    found: list[int] = []
    for token in doc:
        found += [token.i] * len(token.text_with_ws)
    return [*found, len(doc)]


def _span(doc: Doc, token_at: list[int], start: int, end: int) -> tuple[int, int]:
    final = len(token_at) - 1
    first = token_at[min(start, final)]
    last = token_at[min(max(start, end - 1), final)]
    return first, min(last + 1, len(doc))


def _inside(doc: Doc, token_at: list[int], ranges: list[tuple[int, int]]) -> list[bool]:
    return [index >= 0 for index in _inside_index(doc, token_at, ranges)]


def _inside_index(doc: Doc, token_at: list[int], ranges: list[tuple[int, int]]) -> list[int]:
    marks = [-1] * len(doc)
    for index, (start, end) in enumerate(ranges):
        first, last = _span(doc, token_at, start, end)
        marks[first:last] = [index] * (last - first)
    return marks


def _by_sentence(
    reading: Reading, token_at: list[int], spans: list[tuple[int, int, tuple[int, ...]]]
) -> list[list[Named]]:
    rows: list[list[Named]] = [[] for _ in reading.sentences]
    for start, end, targets in spans:
        first, last = _span(reading.doc, token_at, start, end)
        if first < last:
            sentence = reading.sentence_of[first]
            rows[sentence].append(Named(span_head(reading.words, first, last), first, last, sentence, targets))
    return [sorted(row, key=lambda named: (named.start, named.end)) for row in rows]


def span_head(words: Sequence[Word], first: int, last: int) -> int:
    """The token of [first, last) whose head lies outside of it."""
    for token in words[first:last]:
        if not first <= token.head.i < last or token.head.i == token.i:
            return token.i
    return first


def chain_to_root(token: Word) -> list[Word]:
    """The token and its heads up to the root of its sentence."""
    return [token, *token.ancestors]
