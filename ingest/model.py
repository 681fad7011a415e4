"""The plain records that one station hands to the next.

Everything here is immutable and holds only strings, numbers and tuples, so that a record can be
pickled, cached and compared. Offsets (`start`, `end`) count Python characters into `Article.text`.
Dates are ISO 8601 text; `earliest`/`latest` and `start_date`/`end_date` are inclusive days. An index
(`sentence`, `entity`, `time`, `place`, ...) points into the tuple of the same `Extraction`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

# --- reading ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file, its front matter or a manifest says of an article; None where it is silent.

    `published` is a valid ISO day or time; `published_basis` is `metadata` or `manifest`.
    """

    id: str | None = None
    title: str | None = None
    author: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    license: str | None = None
    published: str | None = None
    published_basis: str = "metadata"


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article as read: its body in paragraphs separated by line ends, before any normalising.

    `path` is relative to the folder given, POSIX style; an item of a list is `file.jsonl#3` (from 1).
    `notes` are warnings that did not cost the article.
    """

    path: str
    sha256: str
    text: str
    metadata: Metadata
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that could not be used; `reason` says what is wrong and what to do."""

    path: str
    reason: str
    sha256: str | None = None


# --- normalising and publication context -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `role`: `body`, `heading`, `furniture`, `dateline`, `pull_quote`, `reference`."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class CitedReference:
    """One entry of the numbered list at an article's foot."""

    number: int
    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """When the article appeared. `value` is a day or a time, or None; `basis` as in `articles.published_basis`.

    `earliest`/`latest` bound it: equal for a day, an interval where only other articles tell it.
    """

    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str = "unknown"


@dataclass(frozen=True, slots=True)
class Article:
    """A normalised article with its publication context: what the per-article half reads."""

    id: str
    path: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    publication: Publication = field(default_factory=Publication)
    title: str | None = None
    author: str | None = None
    source: str | None = None
    url: str | None = None
    language: str = "en"
    license: str | None = None
    references: tuple[CitedReference, ...] = ()
    notes: tuple[str, ...] = ()


# --- time ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One TIMEX3, with its EDTF form, its days, and the rule that resolved it.

    `anchor` is `publication`, `expression`, `event`, `absolute` or `none`; `anchor_index` the anchoring expression
    in the same tuple, or the anchoring event in `Extraction.events`, dated or not. `pending` is what
    `ingest.timex.settle` needs to resolve the expression once a publication date is known (rule and captured parts, as
    JSON), or `ingest.timex.shift` once its event's days are; None where nothing waits.
    """

    start: int
    end: int
    sentence: int
    text: str
    type: str
    value: str
    mod: str | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    granularity: str = "day"
    anchor: str = "none"
    anchor_index: int | None = None
    rule: str = ""
    pending: str | None = None


# --- extraction ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sentence:
    """`role` is its block's; `interpretive` marks analysis that reports no happening (no date, source or marker)."""

    position: int
    start: int
    end: int
    role: str
    interpretive: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """An office that an article states for someone ("Prime Minister", "JP"), and where it does."""

    office: str
    country_code: str | None
    sentence: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone who can take part. `kind`: `person`, `country`, `organisation`, `group`. `aliases`: (form, count)."""

    name: str
    kind: str
    country_code: str | None = None
    aliases: tuple[tuple[str, int], ...] = ()
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityMention:
    """Words that stand for one or more entities ("Takaichi", "the two leaders", "he"); `rule` says why."""

    start: int
    end: int
    sentence: int
    entities: tuple[int, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """A named place. `kind`: `country`, `region`, `city`, `water`, `site`, `other`."""

    name: str
    kind: str
    country_code: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place."""

    start: int
    end: int
    sentence: int
    place: int


@dataclass(frozen=True, slots=True)
class EventMention:
    """One trigger in the text, with what its own clause says."""

    start: int
    end: int
    sentence: int
    trigger: str
    type: str
    status: str
    start_date: str | None = None
    end_date: str | None = None
    time: int | None = None
    date_rule: str | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class EventParticipant:
    """An entity's part in an event: `role` is `actor`, `recipient` or `party`; `sentences` state it."""

    entity: int
    role: str
    sentences: tuple[int, ...]
    office: str | None = None
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class LocalClaim:
    """What one sentence states of an event; attributes as in `claims.attribute`."""

    attribute: str
    value: str
    sentence: int
    entity: int | None = None
    citation_marker: str | None = None


@dataclass(frozen=True, slots=True)
class LocalEvent:
    """One happening as one article tells it: all its mentions, joined.

    `start_date`/`end_date`, `edtf`, `date_precision`, `date_basis`, `status`, `duration` as in the `events` table;
    `time` is the expression that dates it (it may be pending). `related`: (relation, index of the other local event).
    """

    type: str
    status: str
    title: str
    mentions: tuple[EventMention, ...]
    participants: tuple[EventParticipant, ...] = ()
    start_date: str | None = None
    end_date: str | None = None
    edtf: str | None = None
    duration: str | None = None
    date_precision: str = "unknown"
    date_basis: str = "none"
    time: int | None = None
    place: int | None = None
    claims: tuple[LocalClaim, ...] = ()
    citations: tuple[int, ...] = ()
    related: tuple[tuple[str, int], ...] = ()
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """One trigger of an agreement."""

    start: int
    end: int
    sentence: int
    trigger: str


@dataclass(frozen=True, slots=True)
class LocalAgreement:
    """One thing agreed, as one article tells it; `event` is the local event that made it, `parties` are entities."""

    subject: str
    kind: str
    status: str
    mentions: tuple[AgreementMention, ...]
    parties: tuple[int, ...] = ()
    instrument: str | None = None
    topic: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    event: int | None = None
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """One number of a citation marker: `[2, 4]` gives two, both with marker `[2, 4]`."""

    start: int
    end: int
    sentence: int
    marker: str
    number: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """One run of direct speech between quotation marks; `text` is the slice between the marks."""

    start: int
    end: int
    sentence: int
    text: str
    speaker: int | None = None
    speaker_text: str | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one article."""

    article_id: str
    sentences: tuple[Sentence, ...] = ()
    expressions: tuple[TimeExpression, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[EntityMention, ...] = ()
    places: tuple[Place, ...] = ()
    place_mentions: tuple[PlaceMention, ...] = ()
    events: tuple[LocalEvent, ...] = ()
    agreements: tuple[LocalAgreement, ...] = ()
    citations: tuple[Citation, ...] = ()
    quotations: tuple[Quotation, ...] = ()
