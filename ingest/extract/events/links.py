"""How the happenings of one article hang together: takes events in order, gives relations between them.

"agreed ... during a summit" is agreed at the summit; "a vote at the meeting" is part of it; "after the attack, the
police arrested" follows the attack. Only a preposition or a conjunction that says so makes a link.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extract.events.attaching import Grouped
from ingest.extract.events.clauses import Clause
from ingest.extract.events.syntax import clause_of
from ingest.extract.events.tokens import Word

WITHIN = frozenset({"during", "at", "amid", "alongside"})
AFTER = frozenset({"after", "following", "since"})
OCCASIONS = frozenset({"CONSULT", "OTHER", "ELECT"})


def links_of(events: Sequence[Grouped]) -> list[tuple[tuple[str, int], ...]]:
    """For each event its (relation, index of the other event), in order."""
    return [tuple(sorted(_links(events, index))) for index in range(len(events))]


def _links(events: Sequence[Grouped], index: int) -> set[tuple[str, int]]:
    found: set[tuple[str, int]] = set()
    for clause in events[index].clauses:
        for other in range(len(events)):
            if other != index:
                words = {w for c in events[other].clauses if c.sentence == clause.sentence for w in _bonds(clause, c)}
                found |= {(relation, other) for relation in _relations(words, events[index], events[other])}
    return found


def _relations(words: set[str], event: Grouped, other: Grouped) -> set[str]:
    found = set()
    if words & AFTER:
        found.add("follows")
    if words & WITHIN and other.type in OCCASIONS:
        found.add("agreed_at" if event.type == "AGREE" else "part_of")
    return found


def _bonds(clause: Clause, occasion: Clause) -> set[str]:
    """The prepositions and conjunctions that hang one trigger below the clause of the other."""
    word, host = occasion.token, occasion.token.head
    if word.dep in {"pobj", "pcomp"}:
        return {host.lower} if _belongs(host.head, clause.token) else set()
    if word.dep == "advcl" and _belongs(host, clause.token):
        return {mark.lower for mark in word.children if mark.dep in {"mark", "advmod"}}
    return set()


def _belongs(word: Word, trigger: Word) -> bool:
    """Whether a word is the trigger or belongs to the clause that the trigger heads."""
    return word is trigger or clause_of(word) is trigger
