"""Offices in which participants act, as far as their own sentences state them: an extraction comes in, one with these
stated as claims goes out, so that reports which name different holders of an office can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.model import EventParticipant, Extraction, LocalClaim, LocalEvent, Office


def with_offices(extraction: Extraction) -> Extraction:
    """The extraction, every participant with the office that a sentence of the event or of the part gives."""
    return replace(extraction, events=tuple(_with_offices(event, extraction) for event in extraction.events))


def _with_offices(event: LocalEvent, extraction: Extraction) -> LocalEvent:
    told = {mention.sentence for mention in event.mentions}
    claimed = {claim.entity for claim in event.claims if claim.attribute == "office_holder"}
    participants, claims = [], []
    for part in event.participants:
        office = next(_stated(part, told, extraction), None)
        if office is None:
            participants.append(part)
            continue
        participants.append(replace(part, office=part.office or office.office))
        if part.entity not in claimed:
            claims.append(_claim(part, office, extraction))
    return replace(event, participants=tuple(participants), claims=(*event.claims, *claims))


def _stated(part: EventParticipant, told: set[int], extraction: Extraction) -> Iterator[Office]:
    """Offices of a person that stand in a sentence which tells of the event, or of the person's part in it."""
    entity = extraction.entities[part.entity]
    if entity.kind == "person":
        yield from (office for office in entity.offices if office.sentence in told or office.sentence in part.sentences)


def _claim(part: EventParticipant, office: Office, extraction: Extraction) -> LocalClaim:
    marker = next((c.marker for c in extraction.citations if c.sentence == office.sentence), None)
    country = office.country_code or extraction.entities[part.entity].country_code
    value = f"{office.office} of {country}" if country else office.office
    return LocalClaim("office_holder", value, office.sentence, part.entity, marker)
