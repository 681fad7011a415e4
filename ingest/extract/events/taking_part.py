"""Who takes part, by rule: takes a trigger, gives entities with the role that the syntax of its clause gives them."""

from __future__ import annotations

from ingest.extract.events.reading import Reading
from ingest.extract.events.syntax import is_passive, objects, predicate, subjects
from ingest.extract.events.tokens import Word

MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
NOUN_ACTORS = frozenset({"by", "from"})
NOUN_RECIPIENTS = frozenset({"to", "on", "against", "of"})
SHARED = frozenset({"with", "between", "among"})
TAKES_NOUN = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr"})


def rule_participants(reading: Reading, token: Word, kind: str) -> dict[int, str]:
    """Entity to role: subjects act, objects receive, in a mutual type both are parties."""
    found: dict[int, str] = {}
    verb = predicate(token)
    if token.i == verb.i:
        _verbal(reading, verb, found)
    else:
        _nominal(reading, token, found)
        if not found and token.dep in TAKES_NOUN:
            _verbal(reading, verb, found)
    if kind in MUTUAL and len(found) > 1:
        return dict.fromkeys(found, "party")
    return found


def _verbal(reading: Reading, verb: Word, found: dict[int, str]) -> None:
    for subject, passive in subjects(verb):
        _add(reading, subject, "recipient" if passive or is_passive(verb) else "actor", found)
    for item in objects(verb):
        head = item.head
        role = "actor" if head.dep == "agent" else "recipient"
        if item.dep == "pobj" and head.lower in {"in", "at", "near", "during", "after", "before", "since"}:
            continue
        _add(reading, item, role, found)


def _nominal(reading: Reading, noun: Word, found: dict[int, str]) -> None:
    for child in noun.children:
        if child.dep in {"poss", "compound", "amod"}:
            _add(reading, child, "actor", found)
        elif child.dep == "prep":
            word = child.lower
            role = "party" if word in SHARED else "actor" if word in NOUN_ACTORS else "recipient"
            if word in SHARED | NOUN_ACTORS | NOUN_RECIPIENTS:
                for item in child.children:
                    _add(reading, item, role, found)


def _add(reading: Reading, token: Word, role: str, found: dict[int, str]) -> None:
    for item in [token, *token.conjuncts]:
        for entity in entities_of(reading, item):
            found.setdefault(entity, role)


def entities_of(reading: Reading, token: Word) -> tuple[int, ...]:
    """Entities that a token heads or, through apposition, is named by."""
    direct = reading.actors_of.get(token.i)
    if direct:
        return direct
    for child in token.children:
        if child.dep in {"appos", "poss", "compound", "amod"} and child.i in reading.actors_of:
            return reading.actors_of[child.i]
    return tuple(reading.cast.entities_at(reading.doc[token.i]))
