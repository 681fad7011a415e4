"""Status of a happening by rule: takes a trigger, gives `occurred`, `ongoing`, `planned`, `alleged` and so on."""

from __future__ import annotations

from ingest.extract.events.syntax import helpers, predicate
from ingest.extract.events.tokens import Word

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
OBLIGES = frozenset(["have", "need", "remain"])  # in the present: "has to be ratified"
CALLS_OFF = frozenset(["cancel", "scrap", "abandon", "postpone"])
ALLEGES = frozenset(["allege", "accuse", "claim", "suspect", "charge"])
COMING = frozenset(["upcoming", "planned", "scheduled", "forthcoming", "next", "proposed", "future"])
GOING_ON = frozenset(["ongoing", "current", "continuing"])


def rule_status(token: Word) -> str:
    """Read status off auxiliaries, tense, the governing verb and the modifiers of a nominal trigger."""
    verb = predicate(token)
    modifiers = {c.lower for c in token.children if c.dep in {"amod", "advmod", "det"}}
    if modifiers & {"alleged", "suspected", "allegedly", "reportedly"}:
        return "alleged"
    if token.i != verb.i:
        if modifiers & COMING or helpers(verb) & FUTURE:
            return "planned"
        if modifiers & GOING_ON:
            return "ongoing"
        if verb.lemma in CALLS_OFF and token.dep in {"dobj", "nsubjpass"}:
            return "cancelled"
        return "occurred"
    return _of_verb(verb)


def _of_verb(verb: Word) -> str:
    support = helpers(verb)
    if support & FUTURE:
        return "planned"
    if "to" in support and verb.dep in {"xcomp", "acl"}:
        obliged = verb.head.lemma in OBLIGES and verb.head.tag not in {"VBD", "VBN"}
        return "planned" if obliged or verb.head.lemma in PLANS else "occurred"
    if verb.tag == "VBG" and support & {"is", "are", "'s", "'re", "am"}:
        return "planned" if verb.lower == "going" else "ongoing"
    if verb.head.lemma in ALLEGES and verb.dep in {"ccomp", "pcomp"}:
        return "alleged"
    return "occurred"
