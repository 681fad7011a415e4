"""What a database says of one article, in the shape in which annotations are compared with it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field

EVENT_MENTIONS = """
select m.event_id, m.start_char, m.end_char, e.type, m.status, m.start_date, m.end_date, p.name
from event_mentions m join events e on e.id = m.event_id left join places p on p.id = m.place_id
where m.article_id = ? order by m.start_char
"""
EVENT_PARTICIPANTS = """
select distinct event_id, participant_id from claims
where article_id = ? and attribute = 'participant' and participant_id is not null
order by participant_id
"""
AGREEMENT_MENTIONS = """
select m.agreement_id, m.start_char, m.end_char, a.kind, a.status, a.instrument
from agreement_mentions m join agreements a on a.id = m.agreement_id where m.article_id = ?
"""
QUOTATIONS = "select text, speaker_id, speaker_text from quotations where article_id = ?"


@dataclass
class StoredEvent:
    """An event as one article's mentions and claims tell it; `participants` are sets of names."""

    type: str
    status: str
    start: str | None = None
    end: str | None = None
    place: str | None = None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    participants: list[set[str]] = field(default_factory=list)


@dataclass
class StoredAgreement:
    """An agreement that one article mentions."""

    kind: str
    status: str
    instrument: str | None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    parties: list[set[str]] = field(default_factory=list)


def aliases(db: sqlite3.Connection) -> dict[str, set[str]]:
    """Every name of every participant."""
    found: dict[str, set[str]] = defaultdict(set)
    for participant, name in db.execute("select id, name from participants"):
        found[participant].add(name)
    for participant, alias in db.execute("select participant_id, alias from participant_aliases"):
        found[participant].add(alias)
    return found


def events_of(db: sqlite3.Connection, article: str, names: dict[str, set[str]]) -> dict[str, StoredEvent]:
    """Events by id. An event's interval is the narrowest that its mentions in this article state."""
    events: dict[str, StoredEvent] = {}
    for event, start_char, end_char, kind, status, start, end, place in db.execute(EVENT_MENTIONS, [article]):
        stored = events.setdefault(event, StoredEvent(kind, status))
        stored.mentions.append((start_char, end_char))
        if start and (stored.start is None or (start >= stored.start and end <= (stored.end or end))):
            stored.start, stored.end = start, end
        stored.place = stored.place or place
    for event, participant in db.execute(EVENT_PARTICIPANTS, [article]):
        if event in events:
            events[event].participants.append(names[participant])
    return events


def agreements_of(db: sqlite3.Connection, article: str, names: dict[str, set[str]]) -> dict[str, StoredAgreement]:
    """Agreements by id."""
    agreements: dict[str, StoredAgreement] = {}
    for agreement, start_char, end_char, kind, status, instrument in db.execute(AGREEMENT_MENTIONS, [article]):
        stored = agreements.setdefault(agreement, StoredAgreement(kind, status, instrument))
        stored.mentions.append((start_char, end_char))
    for agreement, stored in agreements.items():
        parties = db.execute(
            "select distinct participant_id from agreement_parties where agreement_id = ?", [agreement]
        )
        stored.parties = [names[party] for (party,) in parties]
    return agreements


def quotations_of(db: sqlite3.Connection, article: str, names: dict[str, set[str]]) -> list[tuple[str, set[str]]]:
    """(words, names of the speaker) of each quotation."""
    return [
        (text, names.get(speaker, set()) | ({said_by} if said_by else set()))
        for text, speaker, said_by in db.execute(QUOTATIONS, [article])
    ]
