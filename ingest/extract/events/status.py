"""Status of a happening by rule: takes a trigger, gives `occurred`, `ongoing`, `planned`, `alleged` and so on."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.extract.events.syntax import helpers, predicate

STATUSES = ("occurred", "planned", "ongoing", "alleged", "cancelled", "denied")
FUTURE = frozenset({"will", "'ll", "shall", "wo"})
PLANS = frozenset(
    [
        "plan",
        "intend",
        "schedule",
        "expect",
        "set",
        "prepare",
        "hope",
        "aim",
        "due",
        "want",
        "agree",
        "pledge",
        "promise",
        "vow",
        "propose",
    ]
)
CALLS_OFF = frozenset(["cancel", "scrap", "abandon", "postpone"])
ALLEGES = frozenset(["allege", "accuse", "claim", "suspect", "charge"])
COMING = frozenset(["upcoming", "planned", "scheduled", "forthcoming", "next", "proposed", "future"])
GOING_ON = frozenset(["ongoing", "current", "continuing"])


def rule_status(token: Token) -> str:
    """Read status off auxiliaries, tense, the governing verb and the modifiers of a nominal trigger."""
    verb = predicate(token)
    modifiers = {c.lower_ for c in token.children if c.dep_ in {"amod", "advmod", "det"}}
    if modifiers & {"alleged", "suspected", "allegedly", "reportedly"}:
        return "alleged"
    if token.i != verb.i:
        if modifiers & COMING or helpers(verb) & FUTURE:
            return "planned"
        if modifiers & GOING_ON:
            return "ongoing"
        if verb.lemma_ in CALLS_OFF and token.dep_ in {"dobj", "nsubjpass"}:
            return "cancelled"
        return "occurred"
    return _of_verb(verb)


def _of_verb(verb: Token) -> str:
    support = helpers(verb)
    if support & FUTURE:
        return "planned"
    if "to" in support and verb.dep_ in {"xcomp", "acl"}:
        return "planned" if verb.head.lemma_.lower() in PLANS else "occurred"
    if verb.tag_ == "VBG" and support & {"is", "are", "'s", "'re", "am"}:
        return "planned" if verb.lower_ == "going" else "ongoing"
    if verb.head.lemma_ in ALLEGES and verb.dep_ in {"ccomp", "pcomp"}:
        return "alleged"
    return "occurred"
