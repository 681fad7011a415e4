"""How the happenings of one article hang together: takes events in order, gives relations between them.

"agreed ... during a summit" is agreed at the summit; "a vote at the meeting" is part of it; "after the attack, the
police arrested" follows the attack. Only a preposition or a conjunction that says so makes a link.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extract.events.attaching import Grouped
from ingest.extract.events.syntax import clause_of
from ingest.extract.events.tokens import Word

WITHIN = frozenset({"during", "at", "amid", "alongside"})
AFTER = frozenset({"after", "following", "since"})
OCCASIONS = frozenset({"CONSULT", "OTHER", "ELECT"})


def links_of(events: Sequence[Grouped]) -> list[tuple[tuple[str, int], ...]]:
    """For each event its (relation, index of the other event), in order."""
    owner = {clause.token.i: index for index, event in enumerate(events) for clause in event.clauses}
    return [tuple(sorted(_links(events, index, owner))) for index in range(len(events))]


def _links(events: Sequence[Grouped], index: int, owner: dict[int, int]) -> set[tuple[str, int]]:
    found: set[tuple[str, int]] = set()
    for clause in events[index].clauses:
        for preposition, item in _governed(clause.token):
            other = owner.get(item.i)
            if other is None or other == index:
                continue
            if preposition in AFTER:
                found.add(("follows", other))
            elif preposition in WITHIN and events[other].type in OCCASIONS:
                found.add(("agreed_at" if events[index].type == "AGREE" else "part_of", other))
    return found


def _governed(trigger: Word) -> list[tuple[str, Word]]:
    """Prepositions and conjunctions of the trigger's clause, each with the noun or verb that it governs."""
    found = []
    for root in {trigger.i: trigger, clause_of(trigger).i: clause_of(trigger)}.values():
        for child in root.children:
            if child.dep in {"prep", "mark"}:
                found += [(child.lower, item) for item in child.children if item.dep in {"pobj", "pcomp"}]
            elif child.dep == "advcl":
                found += [(mark.lower, child) for mark in child.children if mark.dep in {"mark", "advmod"}]
    return found
