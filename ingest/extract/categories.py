"""The types and statuses that an event can have, in the order in which the trained models know them."""

from __future__ import annotations

TYPES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "ELECT",
    "APPOINT",
    "LEGISLATE",
    "RULE",
    "DIE",
    "DISASTER",
    "ANNOUNCE",
    "OTHER",
]
STATUSES = ("occurred", "planned", "ongoing", "alleged", "cancelled", "denied")
