"""What to weigh when attaching things to events: takes an event's triggers, gives a row of numbers for each entity,
time expression and place that could belong to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.extract.categories import STATUSES, TYPES
from ingest.extract.events.clauses import Clause, bounds
from ingest.extract.events.models import Numbers
from ingest.extract.events.reading import Named, Reading
from ingest.extract.events.relations import PREPOSITION_NUMBER, WIDTH, relation
from ingest.extract.events.syntax import is_passive, predicate

KINDS = ("person", "country", "organisation", "group")
PLACE_KINDS = ("country", "region", "city", "water", "site", "other")
GRAINS = [
    "second",
    "minute",
    "hour",
    "part_of_day",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "interval",
]
ROLES = ("actor", "recipient", "party")
NOWHERE = [-1.0] * WIDTH
OFTEN = 3  # mentions that make an entity a candidate anywhere in its article
DISCOURSE = 3  # sentences back that may still date a happening
IN_MIND = (20, 8)  # sentences before and after an event whose names a reader has in mind, however long the article
UNREAD = -12.0  # below all log odds of the encoder


@dataclass(slots=True)
class Grouped:
    """An event before it is assembled: its clauses in text order and what is settled of it so far."""

    clauses: list[Clause]
    rows: list[int]
    type: str
    status: str
    chance: float
    share: float


def _event_numbers(event: Grouped) -> list[float]:
    first = event.clauses[0]
    return [
        TYPES.index(event.type),
        STATUSES.index(event.status),
        len(event.clauses),
        min(first.sentence, IN_MIND[0]),
        first.verbal,
        is_passive(predicate(first.token)),
    ]


def _nearest(event: Grouped, row: Sequence[Named], reading: Reading) -> tuple[list[float], Clause | None, Named | None]:
    """The relation of the closest pair of a trigger and one of the words, by steps in the parse, then by distance."""
    best: list[float] | None = None
    pair: tuple[Clause | None, Named | None] = (None, None)
    for clause in event.clauses:
        for named in row:
            if named.sentence == clause.sentence:
                numbers = relation(clause.token, reading.words[named.head])
                if best is None or _closeness(numbers) < _closeness(best):
                    best, pair = numbers, (clause, named)
    return (best, *pair) if best is not None else (NOWHERE, None, None)


def _closeness(numbers: list[float]) -> tuple[float, float]:
    return numbers[0] + numbers[1] + 2 * numbers[13], numbers[12]


def participant_rows(reading: Reading, event: Grouped, told: Sequence[Clause]) -> tuple[list[int], Numbers]:
    """Entities named around an event, and their numbers; `told` are the clauses of all likely triggers."""
    mentions: dict[int, list[Named]] = {}
    sentences = {c.sentence for c in event.clauses}
    rows_in_mind = [reading.actors[s] for s in _in_mind(sentences, len(reading.actors))]
    for named in (named for row in rows_in_mind for named in row):
        for entity in named.targets:
            mentions.setdefault(entity, []).append(named)
    entities = [entity for entity in sorted(mentions) if _near(mentions[entity], sentences)]
    total = max(1, sum(len(row) for row in rows_in_mind))
    rows = [_participant_row(reading, event, told, entity, mentions[entity], sentences, total) for entity in entities]
    read = _read(reading, event, "part", [mentions[entity] for entity in entities])
    return entities, np.column_stack([np.array(rows, dtype=np.float64), read]) if rows else np.zeros((0, 0))


def _read(reading: Reading, event: Grouped, relation: str, things: Sequence[Sequence[Named]]) -> Numbers:
    """What the encoder says of the event and each thing: log odds at its best mention in the event's sentences and,
    second, in those around them; UNREAD where it has no mention there.
    """
    heads = sorted({named.head for thing in things for named in thing})
    odds = reading.encoded.related(relation, [c.token.i for c in event.clauses], heads).max(axis=0)
    at = dict(zip(heads, odds.tolist(), strict=True))
    sentences = {c.sentence for c in event.clauses}
    around = {s + k for s in sentences for k in range(-DISCOURSE, 2)}
    return np.array(
        [
            [max((at[n.head] for n in thing if n.sentence in where), default=UNREAD) for where in (sentences, around)]
            for thing in things
        ],
        dtype=np.float64,
    ).reshape(len(things), 2)


def _in_mind(sentences: set[int], count: int) -> list[int]:
    """The sentences around those of an event, in order; `count` are all of the article."""
    before, after = IN_MIND
    return sorted({k for s in sentences for k in range(max(0, s - before), min(count, s + after + 1))})


def _near(mentions: Sequence[Named], sentences: set[int]) -> bool:
    """Whether an entity is named in the sentences of an event, shortly before, or often enough to be in mind."""
    return len(mentions) >= OFTEN or any(s - 2 <= m.sentence <= s for m in mentions for s in sentences)


def _participant_row(
    reading: Reading,
    event: Grouped,
    told: Sequence[Clause],
    entity: int,
    mentions: list[Named],
    sentences: set[int],
    total: int,
) -> list[float]:
    here = [m for m in mentions if m.sentence in sentences]
    numbers, clause, named = _nearest(event, here, reading)
    first = event.clauses[0].sentence
    roles = [c.roles[entity] for c in event.clauses if entity in c.roles]
    nearest_before = min((first - m.sentence for m in mentions if m.sentence <= first), default=99)
    kind = reading.cast.entities[entity].kind
    head = reading.words[named.head] if named else None
    return [
        *numbers,
        *_event_numbers(event),
        len(roles),
        ROLES.index(roles[0]) if roles else -1,
        len(here),
        len({m.sentence for m in here}) / len(sentences),
        len(mentions),
        len(mentions) / total,
        min(min(m.sentence for m in mentions), IN_MIND[0]),
        nearest_before,
        any(m.sentence == first for m in mentions),
        KINDS.index(kind) if kind in KINDS else -1,
        len(named.targets) if named else 0,
        head.pos == "PRON" if head is not None else -1,
        head.ent_type in {"GPE", "LOC", "NORP"} if head is not None else -1,
        _rank(reading, clause, named),
        len(reading.actors[clause.sentence]) if clause else 0,
        entity == 0,
        reading.quoted[head.i] if head is not None else -1,
        clause.verbal if clause else -1,
        _owner_takes_part(reading, event, named),
        max((len(c.roles) for c in event.clauses), default=0),
        *_rivals(event, told, clause, named),
        sum(1 for c in told if entity in c.roles and c not in event.clauses and c.sentence in sentences),
        _acts_for(reading, event, entity),
    ]


def _rivals(event: Grouped, told: Sequence[Clause], clause: Clause | None, named: Named | None) -> list[int]:
    """How many triggers of other events stand closer to the words than the event's own, and how many between."""
    if clause is None or named is None:
        return [-1, -1]
    own = clause.token.i
    low, high = sorted((own, named.head))
    others = [c.token.i for c in told if c.sentence == named.sentence and c not in event.clauses]
    closer = sum(1 for i in others if abs(i - named.head) < abs(own - named.head))
    return [closer, sum(1 for i in others if low < i < high)]


def _acts_for(reading: Reading, event: Grouped, entity: int) -> int:
    """1 where someone who takes part by rule holds an office of this country, 2 where the entity does of one."""
    entities = reading.cast.entities
    own = entities[entity]
    partners = [entities[e] for c in event.clauses for e in c.roles if e != entity]
    if own.country_code and own.kind == "country":
        return int(any(office.country_code == own.country_code for p in partners for office in p.offices))
    codes = {office.country_code for office in own.offices if office.country_code}
    return 2 * int(any(p.country_code in codes for p in partners))


def _rank(reading: Reading, clause: Clause | None, named: Named | None) -> int:
    """How many mentions of the sentence stand closer to the trigger."""
    if clause is None or named is None:
        return -1
    distance = abs(named.head - clause.token.i)
    return sum(1 for other in reading.actors[clause.sentence] if abs(other.head - clause.token.i) < distance)


def _owner_takes_part(reading: Reading, event: Grouped, named: Named | None) -> int:
    """Whether the mention modifies, or is modified by, one that takes part by rule ("Japanese Prime Minister X")."""
    if named is None:
        return -1
    token = reading.words[named.head]
    near = [token.head, *token.children, *token.head.children]
    linked = {e for t in near if t.i != token.i for e in reading.actors_of.get(t.i, ())} - set(named.targets)
    return int(any(e in c.roles for c in event.clauses for e in linked))


def time_rows(reading: Reading, event: Grouped, told: Sequence[Clause]) -> tuple[list[int], Numbers]:
    """Dated expressions of the event's sentences, of those before and of the lead, and their numbers.

    What stands in a quotation dates only what is told in one: a speaker's "today" is not the article's.
    """
    spoken = any(reading.quoted[c.token.i] for c in event.clauses)
    sentences = {c.sentence for c in event.clauses}
    reach = {s - k for s in sentences for k in range(DISCOURSE + 1)} | {0, 1}
    found = [
        named
        for row in reading.times
        for named in row
        if named.sentence in reach
        and _may_date(reading, named.targets[0])
        and (spoken or not reading.quoted[named.head])
    ]
    rows = [_time_row(reading, event, told, named, sentences, found) for named in found]
    if not rows:
        return [], np.zeros((0, 0))
    read = _read(reading, event, "time", [[named] for named in found])
    return [named.targets[0] for named in found], np.column_stack([np.array(rows, dtype=np.float64), read])


def _may_date(reading: Reading, index: int) -> bool:
    expression = reading.expressions[index]
    return expression.type in {"DATE", "TIME"} and (expression.earliest is not None or expression.pending is not None)


def _time_row(
    reading: Reading,
    event: Grouped,
    told: Sequence[Clause],
    named: Named,
    sentences: set[int],
    found: Sequence[Named],
) -> list[float]:
    expression = reading.expressions[named.targets[0]]
    numbers, clause, _ = _nearest(event, [named], reading)
    token = reading.words[named.head]
    first_word = reading.words[named.start]
    gaps = [s - named.sentence for s in sentences if s >= named.sentence]
    rivals = [f for f in found if f.sentence == named.sentence]
    own = bounds(expression)
    return [
        *numbers,
        *_event_numbers(event),
        min(gaps, default=-9),
        named.sentence in sentences,
        named.sentence == event.clauses[0].sentence,
        named.sentence,
        sum(1 for c in event.clauses if c.time == named.targets[0]),
        any(c.time is not None for c in event.clauses),
        any(c.time is not None and bounds(reading.expressions[c.time]) == own for c in event.clauses),
        GRAINS.index(expression.granularity) if expression.granularity in GRAINS else -1,
        ("absolute", "publication", "expression", "event", "none").index(expression.anchor),
        expression.type == "TIME",
        expression.mod is not None,
        _against_publication(reading, own),
        len(rivals),
        len(found),
        sum(1 for f in found if bounds(reading.expressions[f.targets[0]]) == own),
        first_word.i - token.sent_start,
        _preposition_before(reading, named),
        token.pos == "NOUN",
        token.dep in {"compound", "amod", "nummod", "poss"},
        min((abs(f.head - c.token.i) for c in event.clauses for f in rivals if f.sentence == c.sentence), default=-1),
        clause.verbal if clause else -1,
        reading.quoted[token.i],
        *_rivals(event, told, clause, named),
        sum(1 for c in told if c.time == named.targets[0] and c not in event.clauses),
    ]


def _against_publication(reading: Reading, own: tuple[str, str] | None) -> int:
    """0 unknown, 1 before the publication day, 2 it, 3 around it, 4 after it."""
    day = reading.published
    if own is None or day is None:
        return 0
    if own[1] < day:
        return 1
    if own[0] > day:
        return 4
    return 2 if own == (day, day) else 3


def _preposition_before(reading: Reading, named: Named) -> int:
    """The preposition just before or at the head of the expression, as a number."""
    words = [reading.words[i].lower for i in (named.start - 1, named.start) if i >= 0]
    return next((PREPOSITION_NUMBER[w] for w in words if w in PREPOSITION_NUMBER), 0)


def place_rows(reading: Reading, event: Grouped, told: Sequence[Clause]) -> tuple[list[int], Numbers]:
    """Places that the article names, and their numbers."""
    mentions: dict[int, list[Named]] = {}
    for row in reading.places:
        for named in row:
            mentions.setdefault(named.targets[0], []).append(named)
    sentences = {c.sentence for c in event.clauses}
    places = sorted(mentions)
    if not places:
        return [], np.zeros((0, 0))
    rows = [_place_row(reading, event, told, place, mentions[place], sentences, len(places)) for place in places]
    read = _read(reading, event, "place", [mentions[place] for place in places])
    return places, np.column_stack([np.array(rows, dtype=np.float64), read])


def _place_row(
    reading: Reading,
    event: Grouped,
    told: Sequence[Clause],
    place: int,
    mentions: list[Named],
    sentences: set[int],
    total: int,
) -> list[float]:
    here = [m for m in mentions if m.sentence in sentences]
    numbers, clause, named = _nearest(event, here, reading)
    first = event.clauses[0].sentence
    kind = reading.cast.places[place].kind
    head = reading.words[named.head] if named else None
    return [
        *numbers,
        *_event_numbers(event),
        sum(1 for c in event.clauses if c.place == place),
        any(c.place is not None for c in event.clauses),
        len(here),
        len(mentions),
        min(m.sentence for m in mentions),
        min((abs(first - m.sentence) for m in mentions), default=99),
        min((first - m.sentence for m in mentions if m.sentence <= first), default=99),
        PLACE_KINDS.index(kind) if kind in PLACE_KINDS else -1,
        total,
        sum(1 for m in mentions if _locative(reading, m)),
        head.dep in {"compound", "amod", "poss"} if head is not None else -1,
        len(reading.places[clause.sentence]) if clause else 0,
        _is_actor(reading, event, named),
        place == 0,
        len(sentences),
        *_rivals(event, told, clause, named),
        sum(1 for c in told if c.place == place and c not in event.clauses),
        sum(1 for c in told if c.place == place),
    ]


def _locative(reading: Reading, named: Named) -> bool:
    token = reading.words[named.head]
    return token.dep == "pobj" and token.head.lower in {"in", "at", "near", "outside", "inside"}


def _is_actor(reading: Reading, event: Grouped, named: Named | None) -> int:
    """Whether the name of the place stands for someone who takes part by rule."""
    if named is None:
        return -1
    return int(any(e in c.roles for c in event.clauses for e in reading.actors_of.get(named.head, ())))
