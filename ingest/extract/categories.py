"""The types and statuses of events, the kinds and statuses of agreements, in the order in which the trained models know
them.
"""

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
AGREEMENT_KINDS = (
    "treaty",
    "contract",
    "sale",
    "ceasefire",
    "negotiation",
    "commitment",
    "review",
    "upgrade",
    "declaration",
    "other",
)
AGREEMENT_STATUSES = ("rejected", "ended", "suspended", "signed", "in_force", "agreed", "negotiating", "proposed")
