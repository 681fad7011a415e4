"""Where an event could have happened: takes its triggers, gives a row of numbers for each place of the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from ingest.extract.events.attaching import IN_MIND, Grouped, closer_triggers, event_numbers, nearest, what_is_read
from ingest.extract.events.clauses import Clause
from ingest.extract.events.models import Numbers
from ingest.extract.events.reading import Named, Reading
from ingest.model import Entity

PLACE_KINDS = ("country", "region", "city", "water", "site", "other")


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
    scene = _scene(reading, mentions)
    rows = [
        [*_place_row(reading, event, told, place, mentions[place], sentences, len(places)), *scene[place]]
        for place in places
    ]
    read = what_is_read(reading, event, "place", [mentions[place] for place in places])
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
    numbers, clause, named = nearest(event, here, reading)
    first = event.clauses[0].sentence
    kind = reading.cast.places[place].kind
    head = reading.words[named.head] if named else None
    return [
        *numbers,
        *event_numbers(event),
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
        *closer_triggers(event, told, clause, named),
        sum(1 for c in told if c.place == place and c not in event.clauses),
        sum(1 for c in told if c.place == place),
        *_of_neighbours(reading, event, place, told),
    ]


def _scene(reading: Reading, mentions: Mapping[int, Sequence[Named]]) -> dict[int, list[float]]:
    """For each place what may make it that of the whole story: its share of all mentions of places, the share of its
    country, how many of its kind are named more often, and whether it is a country of which other places are named.
    """
    places = reading.cast.places
    times = {place: len(named) for place, named in mentions.items()}
    total = sum(times.values())
    of_country: Counter[str] = Counter()
    for place, count in times.items():
        of_country[places[place].country_code or ""] += count
    return {
        place: [
            count / total,
            of_country[code] / total if (code := places[place].country_code) else 0.0,
            sum(1 for p, other in times.items() if other > count and places[p].kind == places[place].kind),
            places[place].kind == "country" and of_country[code or ""] > count,
        ]
        for place, count in times.items()
    }


def _of_neighbours(reading: Reading, event: Grouped, place: int, told: Sequence[Clause]) -> list[float]:
    """Whether those who take part by rule are of the place's country (-1, 2: either is unknown), and how many sentences
    away the next trigger is that stands there.
    """
    code = reading.cast.places[place].country_code
    entities = reading.cast.entities
    codes = {c for clause in event.clauses for e in clause.roles for c in _codes(entities[e])}
    first = event.clauses[0].sentence
    return [
        -1 if code is None else int(code in codes) if codes else 2,
        min((abs(c.sentence - first) for c in told if c.place == place), default=IN_MIND[0]),
    ]


def _codes(entity: Entity) -> set[str]:
    return {code for code in (entity.country_code, *(office.country_code for office in entity.offices)) if code}


def _locative(reading: Reading, named: Named) -> bool:
    token = reading.words[named.head]
    return token.dep == "pobj" and token.head.lower in {"in", "at", "near", "outside", "inside"}


def _is_actor(reading: Reading, event: Grouped, named: Named | None) -> int:
    """Whether the name of the place stands for someone who takes part by rule."""
    if named is None:
        return -1
    return int(any(e in c.roles for c in event.clauses for e in reading.actors_of.get(named.head, ())))
