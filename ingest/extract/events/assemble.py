"""Puts events together: takes what was decided of each happening, gives `LocalEvent`s.

Confidence is the trained probability that the group of triggers is a happening of its own, times the mean of one and
the share of its type: `p(event) * (1 + p(type)) / 2`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extract.events.clauses import Clause
from ingest.extract.events.deciding import Decided
from ingest.extract.events.intervals import Interval
from ingest.extract.events.links import links_of
from ingest.extract.events.reading import Reading
from ingest.extract.events.roles import participants_of
from ingest.extract.events.span import duration_at
from ingest.extract.events.titles import title_of
from ingest.model import EventMention, EventParticipant, LocalEvent

INHERITING = ("agreed_at", "part_of")


@dataclass(frozen=True, slots=True)
class When:
    """When a happening lies: the stretch of time, the sentence whose mention states it, and on what ground."""

    interval: Interval
    sentence: int
    basis: str
    rule: str


def assemble(reading: Reading, decided: Sequence[Decided]) -> list[LocalEvent]:
    """One `LocalEvent` for each decided event, in the same order."""
    links = links_of([d.event for d in decided])
    times = [_when(reading, d) for d in decided]
    times = [_inherited(index, times, links, decided) for index in range(len(decided))]
    places = [_place(index, decided, links) for index in range(len(decided))]
    return [_event(reading, d, times[i], places[i], links[i]) for i, d in enumerate(decided)]


def _when(reading: Reading, decided: Decided) -> When | None:
    interval = decided.time
    if interval is None:
        return None
    clauses = decided.event.clauses
    stated = reading.expressions[interval.time].sentence
    rule = None if interval.kind == "told" else interval.kind
    own = [c for c in clauses if c.time == interval.time]
    if own:
        return When(interval, own[0].sentence, "own_clause", rule or "own_clause")
    if any(c.sentence == stated for c in clauses):
        return When(interval, stated, "own_clause", rule or "same_sentence")
    return When(interval, clauses[0].sentence, "discourse", rule or "discourse")


def _inherited(
    index: int, times: Sequence[When | None], links: Sequence[tuple[tuple[str, int], ...]], decided: Sequence[Decided]
) -> When | None:
    """An undated happening takes the date of the occasion that it is part of."""
    if times[index] is not None:
        return times[index]
    for relation, other in links[index]:
        occasion = times[other]
        if relation in INHERITING and occasion is not None:
            return When(occasion.interval, decided[index].event.clauses[0].sentence, "inherited", relation)
    return None


def _place(index: int, decided: Sequence[Decided], links: Sequence[tuple[tuple[str, int], ...]]) -> int | None:
    if decided[index].place is not None:
        return decided[index].place
    return next((decided[o].place for r, o in links[index] if r in INHERITING and decided[o].place is not None), None)


def _event(
    reading: Reading, decided: Decided, when: When | None, place: int | None, links: tuple[tuple[str, int], ...]
) -> LocalEvent:
    event = decided.event
    told = when.interval if when else None
    participants = participants_of(reading, event, [entity for entity, _ in decided.entities])
    sentences = {c.sentence for c in event.clauses}
    return LocalEvent(
        type=event.type,
        status=event.status,
        title=_title(reading, event.clauses, event.type, participants, place),
        mentions=_mentions(reading, event.clauses, event.type, event.status, when, place),
        participants=participants,
        start_date=told.earliest if told else None,
        end_date=told.latest if told else None,
        edtf=told.edtf if told else None,
        duration=next(filter(None, (duration_at(reading, c.token, c.sentence) for c in event.clauses)), None),
        date_precision=told.granularity if told else "unknown",
        date_basis=when.basis if when else "none",
        time=told.time if told else None,
        place=place,
        citations=tuple(i for i, c in enumerate(reading.citations) if c.sentence in sentences),
        related=links,
        confidence=round(event.chance * (1 + event.share) / 2, 3),
    )


def _mentions(
    reading: Reading, clauses: Sequence[Clause], kind: str, status: str, when: When | None, place: int | None
) -> tuple[EventMention, ...]:
    dated = next((k for k, c in enumerate(clauses) if when and c.sentence == when.sentence), -1)
    return tuple(
        _mention(reading, clause, kind, status, when if number == dated else None, place)
        for number, clause in enumerate(clauses)
    )


def _mention(
    reading: Reading, clause: Clause, kind: str, status: str, when: When | None, place: int | None
) -> EventMention:
    span = reading.doc[clause.start : clause.end]
    told = when.interval if when else None
    return EventMention(
        start=span.start_char,
        end=span.end_char,
        sentence=clause.sentence,
        trigger=span.text,
        type=kind,
        status=status,
        start_date=told.earliest if told else None,
        end_date=told.latest if told else None,
        time=told.time if told else None,
        date_rule=when.rule if when else None,
        place=place,
    )


def _title(
    reading: Reading, clauses: Sequence[Clause], kind: str, participants: Sequence[EventParticipant], place: int | None
) -> str:
    nominal = [c.token for c in clauses if not c.verbal]
    names = [(reading.cast.entities[p.entity].name, p.role) for p in participants]
    where = reading.cast.places[place].name if place is not None else None
    return title_of(
        nominal[0] if nominal and kind in {"CONSULT", "DISASTER"} else clauses[0].token,
        kind,
        [name for name, role in names if role != "recipient"],
        [name for name, role in names if role == "recipient"],
        where,
    )
