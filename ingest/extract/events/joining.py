"""Which triggers tell of one happening, by rule: takes the kept triggers in order, gives groups of their indices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extract.events.candidates import Candidate
from ingest.extract.events.reading import Reading

GENERIC = frozenset({"OTHER", "ANNOUNCE"})
POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A candidate that is kept: how sure it is, and what its own clause says."""

    candidate: Candidate
    score: float
    type: str
    status: str
    time: int | None
    place: int | None
    roles: tuple[tuple[int, str], ...]


def rule_groups(reading: Reading, triggers: Sequence[Trigger]) -> list[list[int]]:
    """Each trigger joins the last earlier group that tells of the same happening, or opens one."""
    groups: list[list[int]] = []
    for index, trigger in enumerate(triggers):
        home = next((g for g in reversed(groups) if any(_same(reading, triggers[i], trigger) for i in g)), None)
        if home is None:
            groups.append([index])
        else:
            home.append(index)
    return groups


def _same(reading: Reading, earlier: Trigger, later: Trigger) -> bool:
    if earlier.type != later.type or _dates_differ(reading, earlier, later):
        return False
    token = reading.doc[later.candidate.token]
    if earlier.candidate.lemma == later.candidate.lemma:
        return True
    if later.type in GENERIC:
        return False
    if {later.status, earlier.status} == {"occurred", "planned"}:
        return False
    pointing = any(c.lower_ in POINTING for c in token.children if c.dep_ in {"det", "poss"})
    ours, theirs = {e for e, _ in later.roles}, {e for e, _ in earlier.roles}
    return bool(ours & theirs) or (pointing and not later.candidate.verbal)


def _dates_differ(reading: Reading, earlier: Trigger, later: Trigger) -> bool:
    if earlier.time is None or later.time is None:
        return False
    first, second = reading.expressions[earlier.time], reading.expressions[later.time]
    if not (first.earliest and first.latest and second.earliest and second.latest):
        return first.value != second.value
    return first.latest < second.earliest or second.latest < first.earliest
