"""Claims: takes an article's events, gives them with every statement that the article makes of each.

A claim keeps its sentence and the citation marker that supports it. Where an article says itself that its sources
disagree ("some sources naming A and others naming B"), each side becomes a claim of its own and nothing is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from ingest.extract.counts import belongs_to, counts_in
from ingest.extract.disputes import CastLike, Dispute, dispute_in, office_value
from ingest.model import (
    Article,
    Citation,
    EventMention,
    EventParticipant,
    LocalClaim,
    LocalEvent,
    Sentence,
    TimeExpression,
)

READ_ROLES = frozenset({"body", "heading"})


@dataclass(frozen=True, slots=True)
class _Article:
    """What claims are read from; `spans` are the sentences of the `Doc`, `markers` the first one of each."""

    spans: list[Span]
    expressions: Sequence[TimeExpression]
    cast: CastLike
    markers: dict[int, str]
    named_places: frozenset[tuple[int, int]]


def with_claims(
    doc: Doc,
    article: Article,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    cast: CastLike,
    events: Sequence[LocalEvent],
    citations: Sequence[Citation],
) -> list[LocalEvent]:
    """The events with `claims` filled, and with the participants that disputes add, flagged `disputed`."""
    markers: dict[int, str] = {}
    for citation in citations:
        markers.setdefault(citation.sentence, citation.marker)
    named_places = frozenset((m.sentence, m.place) for m in cast.place_mentions)
    read = _Article(list(doc.sents), expressions, cast, markers, named_places)
    readable = [s.position for s in sentences if s.role in READ_ROLES]
    disputes = [d for i in readable if (d := dispute_in(read.spans[i], i, expressions, cast))]
    told: dict[int, list[Dispute]] = {}
    for dispute in disputes:
        target = _disputed_event(dispute, events, read)
        if target is not None:
            told.setdefault(target, []).append(dispute)
    triggers = [_triggers(event, read) for event in events]
    every = frozenset(trigger.i for own in triggers for _, trigger in own)
    return [
        _with_claims(event, told.get(i, []), read, [*_counts(own, every, read)])
        for i, (event, own) in enumerate(zip(events, triggers, strict=True))
    ]


def _with_claims(
    event: LocalEvent, disputes: Sequence[Dispute], read: _Article, counts: Sequence[LocalClaim]
) -> LocalEvent:
    for dispute in disputes:
        event = _with_rivals(event, dispute)
    claims = [
        *_participants(event, read),
        *_offices(event, read, disputes),
        *_dates(event, read),
        *_places(event, read),
        *_statuses(event, read),
        *counts,
        *(claim for dispute in disputes for claim in _rival_claims(dispute, read)),
    ]
    return replace(event, claims=tuple(dict.fromkeys(claims)))


def _claim(read: _Article, attribute: str, value: str, sentence: int, entity: int | None = None) -> LocalClaim:
    return LocalClaim(attribute, value, sentence, entity, read.markers.get(sentence))


# --- what the parts of an event state ------------------------------------------------------------------


def _participants(event: LocalEvent, read: _Article) -> list[LocalClaim]:
    return [
        _claim(read, "participant", read.cast.entities[part.entity].name, sentence, part.entity)
        for part in event.participants
        for sentence in part.sentences
    ]


def _offices(event: LocalEvent, read: _Article, disputes: Sequence[Dispute]) -> list[LocalClaim]:
    """Offices in which participants act; who holds a disputed one is claimed by the dispute."""
    rivals = {entity for d in disputes if d.attribute == "office_holder" for _, entity in d.rivals}
    claims = []
    for part in event.participants:
        if not part.office or part.entity in rivals:
            continue
        entity = read.cast.entities[part.entity]
        stated = [o for o in entity.offices if o.office == part.office]
        code = next((o.country_code for o in stated if o.country_code), entity.country_code)
        sentence = next(
            (o.sentence for o in stated), part.sentences[0] if part.sentences else event.mentions[0].sentence
        )
        claims.append(_claim(read, "office_holder", office_value(part.office, code), sentence, part.entity))
    return claims


def _dates(event: LocalEvent, read: _Article) -> list[LocalClaim]:
    """The days of each dated mention, told where the expression stands that dates it."""
    claims = []
    for mention in event.mentions:
        if mention.start_date:
            told = mention.sentence if mention.time is None else read.expressions[mention.time].sentence
            claims.append(_claim(read, "date", _date_value(event, mention, read.expressions), told))
    return claims


def _date_value(event: LocalEvent, mention: EventMention, expressions: Sequence[TimeExpression]) -> str:
    """EDTF of the expression that dates a mention or of its event, where it says the same days; else the days."""
    if mention.time is not None:
        told = expressions[mention.time]
        if told.edtf and (told.earliest, told.latest) == (mention.start_date, mention.end_date):
            return told.edtf
    if event.edtf and (event.start_date, event.end_date) == (mention.start_date, mention.end_date):
        return event.edtf
    start, end = mention.start_date or "", mention.end_date or ""
    return start if start == end else f"{start}/{end}"


def _places(event: LocalEvent, read: _Article) -> list[LocalClaim]:
    """The place of each mention whose sentence names it; of the first that has one where none does."""
    placed = [m for m in event.mentions if m.place is not None]
    stated = [m for m in placed if (m.sentence, m.place) in read.named_places]
    return [_claim(read, "place", read.cast.places[m.place or 0].name, m.sentence) for m in stated or placed[:1]]


def _statuses(event: LocalEvent, read: _Article) -> list[LocalClaim]:
    return [_claim(read, "status", mention.status, mention.sentence) for mention in event.mentions]


def _triggers(event: LocalEvent, read: _Article) -> list[tuple[int, Token]]:
    """The sentences and tokens of an event's triggers."""
    found = ((m.sentence, next((t for t in read.spans[m.sentence] if t.idx >= m.start), None)) for m in event.mentions)
    return [(sentence, token) for sentence, token in found if token is not None]


def _counts(triggers: Sequence[tuple[int, Token]], every: frozenset[int], read: _Article) -> Iterator[LocalClaim]:
    """How many, as the sentences of an event's own triggers say it ("39 dead", "129 people"); `every` holds the
    triggers of all events.
    """
    others = every - {trigger.i for _, trigger in triggers}
    for sentence, trigger in triggers:
        span = read.spans[sentence]
        if any(t.pos_ == "NUM" or t.is_digit for t in span):
            for number, value in counts_in(span):
                if belongs_to(number, trigger, others):
                    yield _claim(read, "count", value, sentence)


# --- what an article says to be disputed ---------------------------------------------------------------


def _disputed_event(dispute: Dispute, events: Sequence[LocalEvent], read: _Article) -> int | None:
    """The event that a dispute is about: told in its sentence, named there, or the last one told."""
    here = [i for i, e in enumerate(events) if any(m.sentence == dispute.sentence for m in e.mentions)]
    if here:
        return here[0]
    lemmas = {t.lemma_.lower() for t in read.spans[dispute.sentence]}
    persons = dispute.attribute in {"office_holder", "participant"}
    before = [
        (max(m.sentence for m in e.mentions if m.sentence < dispute.sentence), i)
        for i, e in enumerate(events)
        if any(m.sentence < dispute.sentence for m in e.mentions) and (not persons or e.type == "CONSULT")
    ]
    named = [(s, i) for s, i in before if any(m.trigger.lower() in lemmas for m in events[i].mentions)]
    ranked = named or before
    return max(ranked)[1] if ranked else None


def _with_rivals(event: LocalEvent, dispute: Dispute) -> LocalEvent:
    """The event with each disputed person as a participant, flagged."""
    parts = {part.entity: part for part in event.participants}
    role = "party" if any(p.role == "party" for p in event.participants) else "actor"
    for _, entity in dispute.rivals:
        if entity is None:
            continue
        known = parts.get(entity) or EventParticipant(entity, role, (dispute.sentence,))
        told = tuple(sorted({*known.sentences, dispute.sentence}))
        parts[entity] = replace(known, disputed=True, sentences=told)
    return replace(event, participants=tuple(parts.values()))


def _rival_claims(dispute: Dispute, read: _Article) -> list[LocalClaim]:
    return [_claim(read, dispute.attribute, value, dispute.sentence, entity) for value, entity in dispute.rivals]
