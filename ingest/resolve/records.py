"""The light records that resolution keeps of a corpus, and the `Resolution` that it hands to `rows`.

A summary holds what comparing articles needs and no text, so that memory grows by a few kilobytes an article.
Weights and scores are whole numbers or rounded, so that no result depends on the order of a sum.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.model import Entity, EventParticipant, LocalClaim, Place, Publication, TimeExpression

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class EventSummary:
    """One local event, `index` its place in `Extraction.events`; `words` are the stems of its title and sentences."""

    index: int
    type: str
    status: str
    title: str
    trigger: str
    start: int
    mention_count: int
    stems: tuple[str, ...]
    words: tuple[str, ...]
    participants: tuple[EventParticipant, ...]
    start_date: str | None
    end_date: str | None
    edtf: str | None
    duration: str | None
    date_precision: str
    date_basis: str
    time: int | None
    place: int | None
    claims: tuple[LocalClaim, ...]
    related: tuple[tuple[str, int], ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class AgreementSummary:
    """One local agreement; `index` is its place in `Extraction.agreements`, `words` the stems of subject and pact."""

    index: int
    subject: str
    kind: str
    status: str
    trigger: str
    start: int
    words: tuple[str, ...]
    parties: tuple[int, ...]
    instrument: str | None
    topic: str | None
    start_date: str | None
    end_date: str | None
    event: int | None


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One article: `sketch` samples its word sequences, `words` are the stems of its opening, `entity_mentions` counts
    the mentions of each entity, `waiting` the expressions that need a publication date, by index, `hanging` those that
    are reckoned from an event.
    """

    id: str
    publication: Publication
    source: str | None
    url: str | None
    sketch: tuple[int, ...]
    words: tuple[str, ...]
    entities: tuple[Entity, ...]
    entity_mentions: tuple[int, ...]
    places: tuple[Place, ...]
    events: tuple[EventSummary, ...]
    agreements: tuple[AgreementSummary, ...]
    waiting: tuple[tuple[int, TimeExpression], ...] = ()
    hanging: tuple[tuple[int, TimeExpression], ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Where a local event went: the joined event, and the rule and score that put it there."""

    event_id: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the corpus as a whole says.

    Keyed by article id: `duplicates` (a copy's original), `publications` (what other articles corroborate), `hanging`
    (expressions, by index, that hang on an event which other articles date),
    `participants`, `places` and `agreements` (the id of each entity, place and agreement, in the article's own order)
    and `links` (of each local event). `tables` holds the finished rows of the tables that belong to no one article.
    """

    duplicates: dict[str, str] = field(default_factory=dict)
    publications: dict[str, Publication] = field(default_factory=dict)
    hanging: dict[str, dict[int, TimeExpression]] = field(default_factory=dict)
    participants: dict[str, tuple[str, ...]] = field(default_factory=dict)
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    agreements: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    tables: tuple[tuple[str, tuple[Row, ...]], ...] = ()
