"""Puts events together: takes groups of triggers, gives `LocalEvent`s with dates, places, participants and a title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.extract.events.joining import Trigger
from ingest.extract.events.reading import Reading
from ingest.extract.events.titles import title_of
from ingest.model import EventMention, EventParticipant, LocalEvent, TimeExpression


def assemble(reading: Reading, triggers: Sequence[Trigger]) -> LocalEvent:
    """One event from its triggers in text order."""
    kind = _vote(triggers)
    time = _time(reading, triggers)
    expression = reading.expressions[time] if time is not None else None
    place = next((t.place for t in triggers if t.place is not None), None)
    status = triggers[0].status
    mentions = tuple(_mention(reading, t, kind, status, place) for t in triggers)
    participants = _participants(triggers)
    sentences = {t.candidate.sentence for t in triggers}
    return LocalEvent(
        type=kind,
        status=status,
        title=_title(reading, triggers, kind, participants, place),
        mentions=mentions,
        participants=participants,
        start_date=expression.earliest if expression else None,
        end_date=expression.latest if expression else None,
        edtf=expression.edtf if expression else None,
        date_precision=expression.granularity if expression else "unknown",
        date_basis="own_clause" if expression else "none",
        time=time,
        place=place,
        citations=tuple(i for i, c in enumerate(reading.citations) if c.sentence in sentences),
        confidence=max(t.score for t in triggers),
    )


def _vote(triggers: Sequence[Trigger]) -> str:
    weights: Counter[str] = Counter()
    for trigger in triggers:
        weights[trigger.type] += trigger.score  # type: ignore[assignment]
    return weights.most_common(1)[0][0]


def _time(reading: Reading, triggers: Sequence[Trigger]) -> int | None:
    """The narrowest expression among those of the triggers' own clauses, the first of equals."""
    times = [t.time for t in triggers if t.time is not None]
    return min(times, key=lambda i: _width(reading.expressions[i])) if times else None


def _width(expression: TimeExpression) -> int:
    if not (expression.earliest and expression.latest):
        return 1 << 30
    first, last = (
        int(day[:4]) * 372 + int(day[5:7]) * 31 + int(day[8:10]) for day in (expression.earliest, expression.latest)
    )
    return last - first


def _mention(reading: Reading, trigger: Trigger, kind: str, status: str, place: int | None) -> EventMention:
    span = reading.doc[trigger.candidate.start : trigger.candidate.end]
    expression = reading.expressions[trigger.time] if trigger.time is not None else None
    return EventMention(
        start=span.start_char,
        end=span.end_char,
        sentence=trigger.candidate.sentence,
        trigger=span.text,
        type=kind,
        status=status,
        start_date=expression.earliest if expression else None,
        end_date=expression.latest if expression else None,
        time=trigger.time,
        date_rule="own_clause" if expression else None,
        place=trigger.place if trigger.place is not None else place,
    )


def _participants(triggers: Sequence[Trigger]) -> tuple[EventParticipant, ...]:
    roles: dict[int, str] = {}
    sentences: dict[int, set[int]] = {}
    for trigger in triggers:
        for entity, role in trigger.roles:
            roles.setdefault(entity, role)
            sentences.setdefault(entity, set()).add(trigger.candidate.sentence)
    return tuple(EventParticipant(e, role, tuple(sorted(sentences[e]))) for e, role in sorted(roles.items()))


def _title(
    reading: Reading,
    triggers: Sequence[Trigger],
    kind: str,
    participants: Sequence[EventParticipant],
    place: int | None,
) -> str:
    head = reading.doc[max(triggers, key=lambda t: (not t.candidate.verbal, t.score)).candidate.token]
    names = [(reading.cast.entities[p.entity].name, p.role) for p in participants]
    where = reading.cast.places[place].name if place is not None else None
    actors = [n for n, role in names if role != "recipient"]
    return title_of(reading, head, kind, actors, [n for n, role in names if role == "recipient"], where)
