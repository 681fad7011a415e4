"""The part that a name plays in its sentence: takes the head token of a mention, says whether it acts or locates."""

from __future__ import annotations

from spacy.tokens import Token

PARTNER_PREPOSITIONS = frozenset({"with", "between", "by", "against", "among", "toward", "towards"})
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "from", "to", "outside", "around", "across", "through", "into"})
MERE_STATES = frozenset(
    {"be", "have", "see", "lie", "remain", "become", "get", "feel", "look", "seem", "stand", "sit"}
) | {*("host", "welcome", "wake", "enjoy", "experience", "receive")}


def governor(token: Token) -> Token:
    """The token whose role `token` shares: through coordination up to the first conjunct."""
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    return token


def acts(token: Token) -> bool:
    """Whether a place's name stands where someone acts: subject of a deed, owner of one, partner, or agent."""
    first = governor(token)
    verb = first.head
    if first.dep_ == "nsubj" and verb.pos_ in ("VERB", "AUX"):
        return verb.lemma_.lower() not in MERE_STATES
    if first.dep_ == "nsubjpass":
        return True
    if first.dep_ == "pobj" and verb.lower_ in PARTNER_PREPOSITIONS:
        return True
    return first.dep_ == "dobj" and verb.pos_ == "VERB" and not is_motion(verb)


def is_motion(verb: Token) -> bool:
    """Whether the verb's object is where someone goes, not whom something is done to."""
    return verb.lemma_.lower() in {"visit", "leave", "enter", "reach", "tour", "cross", "flee", "hit", "strike", "see"}


def locates(token: Token) -> bool:
    """Whether the token is the object of a preposition of place."""
    first = governor(token)
    return first.dep_ == "pobj" and first.head.lower_ in PLACE_PREPOSITIONS
