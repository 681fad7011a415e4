"""The part that each entity has: takes an event and its entities, gives `EventParticipant`s with role and sentences."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extract.events.attaching import Grouped
from ingest.extract.events.offices import office_in
from ingest.extract.events.reading import Named, Reading
from ingest.extract.events.syntax import PASSIVE_SUBJECTS, SUBJECTS
from ingest.extract.events.taking_part import MUTUAL
from ingest.extract.events.tokens import Word
from ingest.model import EventParticipant

ACTING = SUBJECTS | {"agent", "poss"}
TRAVEL = frozenset(["visit", "trip", "tour", "travel", "arrive", "fly", "journey"])


def participants_of(reading: Reading, event: Grouped, entities: Sequence[int]) -> tuple[EventParticipant, ...]:
    """One record an entity; the sentences are those of the event that mention it, else the event's first."""
    return tuple(_participant(reading, event, entity) for entity in entities)


def _participant(reading: Reading, event: Grouped, entity: int) -> EventParticipant:
    sentences = sorted({c.sentence for c in event.clauses})
    here = [named for s in sentences for named in reading.actors[s] if entity in named.targets]
    stated = tuple(sorted({named.sentence for named in here})) or (sentences[0],)
    return EventParticipant(entity, _role(reading, event, entity, here), stated, office_in(reading, entity, here))


def _role(reading: Reading, event: Grouped, entity: int, here: Sequence[Named]) -> str:
    """That of the syntax where it has one; in a mutual type all are parties but a visitor and a host."""
    told = [c.roles[entity] for c in event.clauses if entity in c.roles]
    travels = any(c.lemma in TRAVEL for c in event.clauses)
    if event.type in MUTUAL and not travels:
        return "party"
    if told and told[0] != "party":
        return told[0]
    tops = [_top(reading.words[named.head]) for named in here]
    if any(t.dep in ACTING for t in tops):
        return "actor"
    if any(t.dep in PASSIVE_SUBJECTS for t in tops) or here:
        return "recipient"
    return "actor"


def _top(token: Word) -> Word:
    """The head of the noun phrase that the token modifies or is coordinated in."""
    while token.dep in {"compound", "amod", "nmod", "conj", "appos", "poss"} and token.head is not token:
        token = token.head
    return token
