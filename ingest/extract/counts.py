"""Counts: takes a parsed sentence, gives the people and things that it counts, as "39 dead" or "129 people"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from functools import lru_cache

from spacy.tokens import Span, Token

from ingest.lexicon import rows

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
NOT_COUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT"})
ANAPHORIC = frozenset({"the", "these", "those", "both", "its", "their", "his", "her"})  # "the two men": counted before
VERBAL = frozenset({"VERB", "AUX"})


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, dict[str, str]]:
    """Words with their values, by role."""
    roles: dict[str, dict[str, str]] = {}
    for row in rows("agreements_counts.tsv"):
        roles.setdefault(row["role"], {})[row["word"]] = row["value"]
    return roles


def counts_in(span: Span) -> list[tuple[Token, str]]:
    """What a sentence counts ("39 dead", "129 people"), each with its number's token."""
    counted = ((token, number) for token in span if (number := number_of(token)))
    return [(token, value) for token, number in counted if (value := _value(token, number))]


def number_of(token: Token) -> str | None:
    """A whole number in digits; None for years, sums of money, shares, and what is no number."""
    if DIGITS.fullmatch(token.text):
        return None if token.ent_type_ in NOT_COUNTED else token.text.replace(",", "")
    return _lexicon()["number"].get(token.lower_) if token.pos_ == "NUM" else None


def belongs_to(number: Token, trigger: Token, others: Collection[int] = ()) -> bool:
    """Whether a number is told of a trigger: in its phrase, in its clause, or as the phrase that it opens.

    A number inside a clause that tells another happening is that one's; `others` are the tokens of such triggers.
    """
    clause = trigger
    while clause.pos_ not in VERBAL and clause.dep_ != "ROOT":
        clause = clause.head
    if number.is_ancestor(trigger) or number.head.i == trigger.i:
        return True
    between = itertools.takewhile(lambda token: token.i not in (clause.i, trigger.i), number.ancestors)
    return clause.is_ancestor(number) and not any(t.pos_ in VERBAL and t.i in others for t in between)


def _value(token: Token, number: str) -> str | None:
    head = token.head if token.dep_ == "nummod" else token
    outcomes, alone = _lexicon()["outcome"], head.i == token.i
    known = head.lemma_.lower() in _lexicon()["counted"] or head.lower_ in outcomes
    if not (alone or known) or any(c.lower_ in ANAPHORIC for c in head.children):
        return None
    outcome = outcomes.get(head.lower_) or _outcome(head)
    if outcome:
        return f"{number} {outcome}"
    return None if alone else f"{number} {head.lower_}"


def _outcome(head: Token) -> str | None:
    """What befell those counted: "killed 39 people", "39 were killed", "39 people dead"."""
    outcomes = _lexicon()["outcome"]
    after = head.nbor() if head.i + 1 < len(head.doc) else None
    if after is not None and after.pos_ in {"ADJ", "VERB"} and after.lower_ in outcomes and after.dep_ != "ROOT":
        return outcomes[after.lower_]
    verb = head.head
    if head.dep_ in {"nsubjpass", "dobj"}:
        return outcomes.get(verb.lemma_.lower())
    if head.dep_ != "nsubj":
        return None
    told = [verb, *(c for c in verb.children if c.dep_ in {"acomp", "attr"})] if verb.lemma_ == "be" else [verb]
    return next((outcomes[t.lower_] for t in told if t.lower_ in {"dead", "injured", "missing", "trapped"}), None) or (
        outcomes["die"] if verb.lemma_ == "die" else None
    )
