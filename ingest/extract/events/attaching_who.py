"""Who could take part in an event: takes its triggers, gives a row of numbers for each entity named around them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ingest.extract.events.attaching import (
    IN_MIND,
    UNREAD,
    Grouped,
    closer_triggers,
    event_numbers,
    nearest,
    what_is_read,
)
from ingest.extract.events.clauses import Clause
from ingest.extract.events.models import Numbers
from ingest.extract.events.reading import Named, Reading

Labels = npt.NDArray[np.bool_]
KINDS = ("person", "country", "organisation", "group")
ROLES = ("actor", "recipient", "party")
OFTEN = 3  # mentions that make an entity a candidate anywhere around


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
    if not entities:
        return [], np.zeros((0, 0))
    rows = [_participant_row(reading, event, told, entity, mentions[entity], sentences, total) for entity in entities]
    read = what_is_read(reading, event, "part", [mentions[entity] for entity in entities])
    names = np.array([_has_name(reading, entity) for entity in entities])
    numbers = np.array(rows, dtype=np.float64)
    return entities, np.column_stack([numbers, read, _against_names(read, names)])


def _has_name(reading: Reading, entity: int) -> bool:
    """Whether an entity is called by a name, as far as its last word tells, which is small in "Kenyan teachers"."""
    return not reading.cast.entities[entity].name.rpartition(" ")[2].islower()


def _against_names(read: Numbers, names: Labels) -> Numbers:
    """Whether each entity has a name, and what its log odds are above those of the likeliest that has one."""
    best = np.where(names, read[:, 0], UNREAD).max(initial=UNREAD)
    return np.column_stack([names, read[:, 0] - best])


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
    numbers, clause, named = nearest(event, here, reading)
    first = event.clauses[0].sentence
    roles = [c.roles[entity] for c in event.clauses if entity in c.roles]
    nearest_before = min((first - m.sentence for m in mentions if m.sentence <= first), default=99)
    kind = reading.cast.entities[entity].kind
    head = reading.words[named.head] if named else None
    return [
        *numbers,
        *event_numbers(event),
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
        *closer_triggers(event, told, clause, named),
        sum(1 for c in told if entity in c.roles and c not in event.clauses and c.sentence in sentences),
        _acts_for(reading, event, entity),
    ]


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
