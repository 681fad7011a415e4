"""The families by which pages group and colour events: an event type goes in, its family comes out.

PLOVER's types go by quad class; the types added for news at large are grouped by what they are about.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """`key` names the colours in `static/dateline.css`, `label` is what a legend says."""

    key: str
    label: str
    types: frozenset[str]


FAMILIES = (
    Family("talks", "Talks and agreements", frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE"})),
    Family("aid", "Cooperation and aid", frozenset({"COOPERATE", "AID", "RETREAT"})),
    Family("demands", "Demands and accusations", frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})),
    Family("force", "Protest, sanctions, force", frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})),
    Family("office", "Office and law", frozenset({"ELECT", "APPOINT", "LEGISLATE", "RULE"})),
    Family("loss", "Deaths and disasters", frozenset({"DIE", "DISASTER"})),
    Family("other", "Announcements and other", frozenset({"ANNOUNCE", "OTHER"})),
)
BY_TYPE = {type_: family for family in FAMILIES for type_ in family.types}


def family_of(type_: str) -> Family:
    """The family of an event type; a type that nobody grouped is among the others."""
    return BY_TYPE.get(type_, FAMILIES[-1])
