"""Agreements: takes an article with its cast and events, gives each thing agreed once, with all its mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc

from ingest.extract.agreements.attributes import kind_of, status_of
from ingest.extract.agreements.content import instrument_of, subject_of, topic_of
from ingest.extract.agreements.grouping import Group, group
from ingest.extract.agreements.parties import CastLike, as_states
from ingest.extract.agreements.triggers import Candidate, find_candidates
from ingest.model import (
    AgreementMention,
    Article,
    Citation,
    LocalAgreement,
    LocalEvent,
    Sentence,
    TimeExpression,
)

__all__ = ["find_agreements"]


def find_agreements(
    doc: Doc,
    article: Article,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    cast: CastLike,
    events: Sequence[LocalEvent],
    citations: Sequence[Citation],
) -> list[LocalAgreement]:
    """The article's agreements, in the order in which they are first told."""
    groups = group(doc, find_candidates(doc, sentences), cast)
    return [_agreement(doc, found, cast, events, citations) for found in groups]


def _agreement(
    doc: Doc, found: Group, cast: CastLike, events: Sequence[LocalEvent], citations: Sequence[Citation]
) -> LocalAgreement:
    mentions = tuple(_mention(doc, candidate) for candidate in _distinct(found.members))
    event = _event_of(mentions, events)
    parties = _parties(found, cast, None if event is None else events[event])
    teller = next((m for m in found.members if m.strong and m.content != m.token), found.members[0])
    subject = subject_of(doc, teller)
    names = [name[0] for m in found.members if (name := instrument_of(doc, m))]
    kind = kind_of(doc, found.members, [cast.entities[p] for p in parties])
    told = {mention.sentence for mention in mentions}
    return LocalAgreement(
        subject=subject,
        kind=kind,
        status=status_of(doc, found.members, kind),
        mentions=mentions,
        parties=tuple(parties),
        instrument=Counter(names).most_common(1)[0][0] if names else None,
        topic=topic_of(found.words),
        start_date=None if event is None else events[event].start_date,
        end_date=None if event is None else events[event].end_date,
        event=event,
        citations=tuple(i for i, citation in enumerate(citations) if citation.sentence in told),
    )


def _distinct(members: Sequence[Candidate]) -> list[Candidate]:
    return list({member.token: member for member in members}.values())


def _mention(doc: Doc, candidate: Candidate) -> AgreementMention:
    token = doc[candidate.token]
    return AgreementMention(token.idx, token.idx + len(token.text), candidate.sentence, token.text)


def _event_of(mentions: Sequence[AgreementMention], events: Sequence[LocalEvent]) -> int | None:
    """The AGREE or CONSULT event that shares most triggers, else one told in the first mention's sentence."""
    spots = {(mention.start, mention.end) for mention in mentions}
    for types in ({"AGREE"}, {"CONSULT"}, None):
        scored = [
            (sum(1 for m in event.mentions if any(m.start < end and m.end > start for start, end in spots)), -i)
            for i, event in enumerate(events)
            if types is None or event.type in types
        ]
        if scored and max(scored)[0]:
            return -max(scored)[1]
    first = mentions[0].sentence
    return next(
        (i for i, e in enumerate(events) if e.type == "AGREE" and any(m.sentence == first for m in e.mentions)), None
    )


def _parties(found: Group, cast: CastLike, event: LocalEvent | None) -> list[int]:
    """Those that the mentions name; where these are fewer than two, the participants of the event that made it too."""
    parties = list(found.parties)
    if len(parties) < 2 and event is not None:
        parties += [p.entity for p in event.participants if p.entity not in parties]
    countries = [i for i, entity in enumerate(cast.entities) if entity.kind == "country"]
    return as_states(parties, cast.entities, countries)
