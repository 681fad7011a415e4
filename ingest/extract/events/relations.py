"""How two words of one sentence hang together: takes a trigger and another word, gives their path in numbers."""

from __future__ import annotations

from ingest.extract.events.reading import chain_to_root
from ingest.extract.events.syntax import SPEECH, clause_of, predicate
from ingest.extract.events.tokens import Word

DEPS = [
    "nsubj",
    "nsubjpass",
    "dobj",
    "pobj",
    "poss",
    "compound",
    "amod",
    "appos",
    "agent",
    "conj",
    "attr",
    "dative",
    "relcl",
    "acl",
    "advcl",
    "ccomp",
    "xcomp",
    "npadvmod",
    "nmod",
    "advmod",
    "prep",
    "pcomp",
    "ROOT",
]
DEP_NUMBER = {dep: number for number, dep in enumerate(DEPS, 1)}
PREPOSITIONS = [
    "in",
    "at",
    "on",
    "of",
    "to",
    "by",
    "with",
    "for",
    "from",
    "against",
    "between",
    "among",
    "into",
    "near",
    "during",
    "after",
    "before",
    "since",
    "until",
    "through",
    "over",
    "about",
    "as",
    "within",
    "toward",
    "towards",
    "across",
    "outside",
    "around",
    "throughout",
    "upon",
    "under",
    "off",
]
PREPOSITION_NUMBER = {word: number for number, word in enumerate(PREPOSITIONS, 1)}
WIDTH = 14


def relation(trigger: Word, other: Word) -> list[float]:
    """Path lengths, the dependencies at both ends and at the top, the preposition above, clause and order."""
    up, down, top = _path(trigger, other)
    clause, theirs = clause_of(trigger), clause_of(other)
    other_top = down[-1] if down else other
    trigger_top = up[-1] if up else trigger
    return [
        len(up),
        len(down),
        DEP_NUMBER.get(other.dep, 0),
        DEP_NUMBER.get(other_top.dep, 0) if down else -1,
        DEP_NUMBER.get(trigger_top.dep, 0) if up else -1,
        DEP_NUMBER.get(trigger.dep, 0),
        preposition(other),
        clause.i == theirs.i,
        predicate(trigger).i == predicate(other).i,
        top.lemma in SPEECH,
        theirs.lemma in SPEECH,
        other.i - trigger.i,
        abs(other.i - trigger.i),
        sum(1 for t in (*up, *down) if t.dep in {"ccomp", "advcl", "relcl", "acl"}),
    ]


def _path(a: Word, b: Word) -> tuple[list[Word], list[Word], Word]:
    """Tokens passed from `a` up to the lowest common ancestor and from `b` up to it, and that ancestor."""
    chain_a, chain_b = chain_to_root(a), chain_to_root(b)
    places = {t.i: k for k, t in enumerate(chain_a)}
    for k, token in enumerate(chain_b):
        if token.i in places:
            return chain_a[: places[token.i]], chain_b[:k], token
    return chain_a, chain_b, chain_a[-1]


def preposition(token: Word) -> int:
    """The number of the preposition that governs a token (0 none, -1 another), looked for through coordination."""
    while token.dep in {"conj", "appos", "compound"} and token.head is not token:
        token = token.head
    if token.dep == "pobj":
        return PREPOSITION_NUMBER.get(token.head.lower, -1)
    return 0
