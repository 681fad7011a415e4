"""Agreements: takes an article with its cast and events, gives each thing agreed once, with all its mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from ingest.extract.agreements.attributes import kind_of, status_of
from ingest.extract.agreements.content import subject_of, topic_of
from ingest.extract.agreements.grouping import Group, group, look
from ingest.extract.agreements.instruments import Instrument, find_instruments
from ingest.extract.agreements.judging import judged_kind, judged_status, strengthened
from ingest.extract.agreements.lexicon import has_sense
from ingest.extract.agreements.parties import CastLike, as_states
from ingest.extract.agreements.taking_part import Scene, likely_parties, scene_of
from ingest.extract.agreements.triggers import Candidate, find_candidates
from ingest.extract.encoder.layout import Encoded
from ingest.model import (
    AgreementMention,
    Article,
    Citation,
    LocalAgreement,
    LocalEvent,
    Publication,
    Sentence,
    TimeExpression,
)

__all__ = ["find_agreements", "group_mentions"]

LONG_AGO = 2  # calendar years before that of publication


def find_agreements(
    doc: Doc,
    article: Article,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    cast: CastLike,
    events: Sequence[LocalEvent],
    citations: Sequence[Citation],
    encoded: Encoded,
) -> list[LocalAgreement]:
    """The article's agreements, in the order in which they are first told; an undertaking of nobody named is none."""
    named = find_instruments(doc)
    groups = group_mentions(doc, sentences, cast, encoded, named)
    if not groups:
        return []
    scene = scene_of(doc, cast, encoded)
    told = [_agreement(doc, article, found, scene, named, expressions, cast, events, citations) for found in groups]
    return [agreement for agreement, found in zip(told, groups, strict=True) if agreement.parties or _is_plain(found)]


def _is_plain(found: Group) -> bool:
    """Whether a pact is told by its noun or signing, so that it counts although nobody is named who made it."""
    return any(m.candidate.strong and m.candidate.sense not in {"agree", "commit"} for m in found.members)


def group_mentions(
    doc: Doc,
    sentences: Sequence[Sentence],
    cast: CastLike,
    encoded: Encoded,
    named: Sequence[Instrument] | None = None,
) -> list[Group]:
    """The mentions of each agreement, before anything is said of it."""
    named = find_instruments(doc) if named is None else named
    candidates = strengthened(doc, find_candidates(doc, sentences, named), encoded)
    return group([look(doc, candidate, cast, named) for candidate in candidates])


def _agreement(
    doc: Doc,
    article: Article,
    found: Group,
    scene: Scene,
    named: Sequence[Instrument],
    expressions: Sequence[TimeExpression],
    cast: CastLike,
    events: Sequence[LocalEvent],
    citations: Sequence[Citation],
) -> LocalAgreement:
    members = sorted(found.candidates, key=lambda c: c.token)
    mentions = tuple(_mention(doc, candidate) for candidate in _distinct(members))
    event = _event_of(mentions, events)
    maker = None if event is None else events[event]
    parties = _parties(found, scene, cast, maker)
    kind = judged_kind(kind_of(doc, members, [cast.entities[p] for p in parties]), doc, members, scene.encoded)
    status = status_of(doc, members, kind, _long_ago(doc, members, expressions, article.publication))
    told = {mention.sentence for mention in mentions}
    return LocalAgreement(
        subject=subject_of(doc, _teller(members)),
        kind=kind,
        status=judged_status(status, any(m.status for m in found.members), members, scene.encoded),
        mentions=mentions,
        parties=tuple(parties),
        instrument=_instrument(found, named),
        topic=topic_of(found.words),
        start_date=None if maker is None else maker.start_date,
        end_date=None if maker is None else maker.end_date,
        event=event,
        citations=tuple(i for i, citation in enumerate(citations) if citation.sentence in told),
    )


def _long_ago(
    doc: Doc, members: Sequence[Candidate], expressions: Sequence[TimeExpression], publication: Publication
) -> set[int]:
    """Tokens of members that an expression in their clause puts years before publication."""
    if not publication.earliest:
        return set()
    before = f"{int(publication.earliest[:4]) - LONG_AGO:04}"
    old = [e for e in expressions if e.latest and e.latest[:4] <= before]
    return {
        m.token
        for m in members
        if any(m.sentence == e.sentence and any(e.start <= t.idx < e.end for t in _clause(doc, m)) for e in old)
    }


def _clause(doc: Doc, member: Candidate) -> Iterator[Token]:
    """The words below the verb that makes the agreement; without one, those below what tells of it."""
    verb = doc[member.verb] if member.verb is not None else None
    return (verb if verb is not None and has_sense(verb.lemma_, "make", "sign") else doc[member.token]).subtree


def _distinct(members: Sequence[Candidate]) -> list[Candidate]:
    return list({member.token: member for member in members}.values())


def _teller(members: Sequence[Candidate]) -> Candidate:
    """The mention that says best what was agreed: what was undertaken, else the first that has content of its own."""
    telling = [m for m in members if m.strong and m.content not in {None, m.token}]
    return next((m for m in telling if m.sense in {"agree", "commit", "upgrade"}), (telling or members)[0])


def _mention(doc: Doc, candidate: Candidate) -> AgreementMention:
    token = doc[candidate.token]
    return AgreementMention(token.idx, token.idx + len(token.text), candidate.sentence, token.text)


def _instrument(found: Group, named: Sequence[Instrument]) -> str | None:
    """The name that most mentions use, the longest where several do as often."""
    counts = Counter(key for member in found.members for key in member.names)
    if not counts:
        return None
    best = max(counts, key=lambda key: (counts[key], len(key)))
    return next(i.name for i in named if i.key == best)


def _event_of(mentions: Sequence[AgreementMention], events: Sequence[LocalEvent]) -> int | None:
    """The event that shares most triggers, AGREE before CONSULT before others; else one told in the same sentence."""
    spots = [(mention.start, mention.end) for mention in mentions]
    order = {"AGREE": 2, "CONSULT": 1}
    shared = [
        (order.get(event.type, 0), sum(any(m.start < e and m.end > s for s, e in spots) for m in event.mentions), -i)
        for i, event in enumerate(events)
    ]
    hits = [row for row in shared if row[1]]
    if hits:
        return -max(hits)[2]
    first = mentions[0].sentence
    here = [i for i, e in enumerate(events) if e.type in order and any(m.sentence == first for m in e.mentions)]
    return max(here, key=lambda i: (order[events[i].type], -i), default=None)


def _parties(found: Group, scene: Scene, cast: CastLike, maker: LocalEvent | None) -> list[int]:
    """The likely parties, else those of the event that made it; leaders replaced by the states that they act for."""
    countries = [i for i, entity in enumerate(cast.entities) if entity.kind == "country"]
    parties = likely_parties(found, scene, cast) or list(found.parties)
    if not parties and maker is not None:
        parties = [p.entity for p in maker.participants]
    return as_states(parties, cast.entities, countries, tuple(sorted(scene.pair)))
