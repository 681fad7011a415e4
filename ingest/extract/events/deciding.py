"""The trained decisions in order: takes the reading of an article and the models, gives events in parts.

Every candidate gets a chance; the likely ones are grouped; each group is kept or dropped as a whole, since a happening
told twice is surer than one told once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from ingest.extract.categories import STATUSES, TYPES
from ingest.extract.events.attaching import Grouped
from ingest.extract.events.attaching_when import interval_rows, time_rows
from ingest.extract.events.attaching_where import place_rows
from ingest.extract.events.attaching_who import participant_rows
from ingest.extract.events.candidates import find_candidates
from ingest.extract.events.clauses import Clause, clauses_of
from ingest.extract.events.features import named_features, number_features
from ingest.extract.events.grouping import event_rows, group
from ingest.extract.events.intervals import Interval
from ingest.extract.events.models import Linear, Models, Numbers, Trees, logistic
from ingest.extract.events.pairs import pair_rows
from ingest.extract.events.reading import Reading
from ingest.extract.events.scored import Scored

Item = TypeVar("Item")

SURE = 0.5  # the probability from which another status than `occurred` is believed
UNLIKELY = -4.5  # log odds of the encoder below which a candidate gets no look at all
GRAMMAR, GRAMMAR_OF_TYPE, GRAMMAR_OF_STATUS = 0.35, 0.2, 0.5  # shares of the grammar's word beside the encoder's


@dataclass(frozen=True, slots=True)
class Decided:
    """An event with what belongs to it: entities with their chance, when it lies, its place."""

    event: Grouped
    entities: tuple[tuple[int, float], ...]
    time: Interval | None
    place: int | None


def worth_a_look(reading: Reading) -> Scored:
    """The candidates that the encoder does not rule out, with their features; chances and types are still empty."""
    found = find_candidates(reading)
    odds = reading.encoded.happening([c.token for c in found])
    rows = np.flatnonzero(odds >= UNLIKELY).tolist()
    candidates = [found[row] for row in rows]
    named, numbers = named_features(reading, candidates), number_features(reading, candidates)
    return Scored(candidates, named, numbers, odds[rows], np.zeros(len(rows)), np.zeros((len(rows), len(TYPES))))


def likely(reading: Reading, scored: Scored, trigger: Linear, kind: Linear, threshold: float) -> Scored:
    """The candidates whose chance reaches the threshold, with their types."""
    if not scored.candidates:
        return scored
    grammar = trigger.scores(scored.named, scored.numbers)[:, 0]
    scored.chance = logistic(GRAMMAR * grammar + (1 - GRAMMAR) * scored.odds)
    kept = scored.pick(np.flatnonzero(scored.chance >= threshold).tolist())
    kept.types = type_shares(reading, kind, kept)
    return kept


def type_shares(reading: Reading, kind: Linear, scored: Scored) -> Numbers:
    """The probability of every type in the order of TYPES, shape (candidates, types)."""
    if not scored.candidates:
        return np.zeros((0, len(TYPES)))
    shares = in_order(kind, kind.probabilities(scored.named, scored.numbers), TYPES)
    read = reading.encoded.types([c.token for c in scored.candidates])
    return GRAMMAR_OF_TYPE * shares + (1 - GRAMMAR_OF_TYPE) * read


def in_order(model: Linear, shares: Numbers, classes: Sequence[str]) -> Numbers:
    """The columns of a model in the order of `classes`; noughts for a class that it does not know."""
    columns = [shares[:, model.classes.index(c)] if c in model.classes else np.zeros(len(shares)) for c in classes]
    return np.stack(columns, axis=1)


def told_by(reading: Reading, kept: Scored) -> list[Clause]:
    """What the clause of each trigger says."""
    return clauses_of(reading, kept, [TYPES[number] for number in kept.types.argmax(axis=1)]) if kept.candidates else []


def type_of(scored: Scored, members: Sequence[int]) -> tuple[str, float]:
    """The type that the members together point to, the surer the heavier, and its share."""
    rows = list(members)
    weights = scored.chance[rows][:, None] * scored.types[rows]
    shares = weights.sum(axis=0) / max(float(weights.sum()), 1e-9)
    return TYPES[int(shares.argmax())], float(shares.max())


def status_features(scored: Scored, clause: Clause, row: int, kind: str) -> list[str]:
    """The named features of the first trigger, with the status that rules give and the type."""
    return [*scored.named[row], f"rule={clause.status}", f"type={kind}", f"type={kind}/{clause.status}"]


def decide(reading: Reading, models: Models) -> list[Decided]:
    """All events of one article, in the order of their first mention."""
    limits = models.thresholds
    kept = likely(reading, worth_a_look(reading), models.trigger, models.type, limits["trigger"])
    if not kept.candidates:
        return []
    clauses = told_by(reading, kept)
    pairs, rows = pair_rows(reading, kept, clauses)
    same = models.same.probabilities(rows)
    groups = group(clauses, pairs, same, limits["same"])
    chances = models.event.probabilities(event_rows(kept, clauses, groups, pairs, same))
    events = [
        grouped(reading, kept, clauses, members, float(chance), models.status)
        for members, chance in zip(groups, chances, strict=True)
        if chance >= limits["event"]
    ]
    return _attach(reading, models, events, clauses)


def grouped(
    reading: Reading, kept: Scored, clauses: Sequence[Clause], members: Sequence[int], chance: float, status: Linear
) -> Grouped:
    """One group with its type, its status (that of its first trigger) and how sure it is."""
    kind, share = type_of(kept, members)
    first = members[0]
    named = status_features(kept, clauses[first], first, kind)
    shares = in_order(status, status.probabilities([named], kept.numbers[[first]]), STATUSES)[0]
    read = reading.encoded.statuses([clauses[first].token.i])[0]
    told = _surest(GRAMMAR_OF_STATUS * shares + (1 - GRAMMAR_OF_STATUS) * read)
    return Grouped([clauses[i] for i in members], list(members), kind, told, chance, share)


def _surest(shares: Numbers) -> str:
    """The likeliest status; one other than `occurred` must be likely."""
    return STATUSES[int(shares.argmax())] if float(shares.max()) >= SURE else "occurred"


def _attach(reading: Reading, models: Models, events: Sequence[Grouped], told: Sequence[Clause]) -> list[Decided]:
    """Decide on the participants, times and places of all events, each kind in one pass of its model."""
    who = [participant_rows(reading, event, told) for event in events]
    when = [time_rows(reading, event, told) for event in events]
    where = [place_rows(reading, event, told) for event in events]
    limits = models.thresholds
    parts = _split(models.part.probabilities(_stack([rows for _, rows in who])), [len(i) for i, _ in who])
    times = _split(models.time.probabilities(_stack([rows for _, rows in when])), [len(i) for i, _ in when])
    places = _split(models.place.probabilities(_stack([rows for _, rows in where])), [len(i) for i, _ in where])
    lies = _lies_in(reading, models.extent, events, when, [_likeliest(chances, limits["time"]) for chances in times])
    return [
        Decided(
            event,
            tuple((i, float(p)) for i, p in zip(who[k][0], parts[k], strict=True) if p >= limits["part"]),
            lies[k],
            _of(where[k][0], _likeliest(places[k], limits["place"])),
        )
        for k, event in enumerate(events)
    ]


def _lies_in(
    reading: Reading,
    extent: Trees,
    events: Sequence[Grouped],
    when: Sequence[tuple[list[int], Numbers]],
    chosen: Sequence[int | None],
) -> list[Interval | None]:
    """For each event the likeliest of the stretches that the chosen expression tells or bounds."""
    stretches = [
        ([], np.zeros((0, 0))) if row is None else interval_rows(reading, event, times[row], numbers[row])
        for event, (times, numbers), row in zip(events, when, chosen, strict=True)
    ]
    chances = _split(extent.probabilities(_stack([rows for _, rows in stretches])), [len(i) for i, _ in stretches])
    return [_of(found, _likeliest(own, 0.0)) for (found, _), own in zip(stretches, chances, strict=True)]


def _stack(rows: Sequence[Numbers]) -> Numbers:
    filled = [block for block in rows if len(block)]
    return np.concatenate(filled) if filled else np.zeros((0, 1))


def _split(values: Numbers, sizes: Sequence[int]) -> list[Numbers]:
    return np.split(values, np.cumsum(sizes)[:-1]) if sizes else []


def _likeliest(chances: Numbers, threshold: float) -> int | None:
    return int(chances.argmax()) if len(chances) and chances.max() >= threshold else None


def _of(items: Sequence[Item], row: int | None) -> Item | None:
    return None if row is None else items[row]
