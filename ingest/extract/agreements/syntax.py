"""What the parse says around a trigger: children, coordination, negation, reality, who acts."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.extract.agreements.lexicon import has_sense, words

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd"})
MODIFIERS = frozenset({"compound", "amod", "poss", "nmod", "npadvmod"})
NEGATIONS = frozenset({"no", "not", "n't", "n’t", "never", "without", "neither", "nor"})
PREVENTERS = frozenset({"refuse", "decline", "fail", "unable", "reject", "deny"})
DECIDED = frozenset({"agree", "manage", "plan", "decide", "be", "due", "announce", "set", "expect", "schedule"})
HOPES = frozenset(
    {"optimistic", "hope", "hopeful", "chance", "prospect", "possibility", "confident", "interested", "aim"}
)
VERBAL = frozenset({"VERB", "AUX"})


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of the dependencies."""
    return next((c for c in token.children if c.dep_ in deps), None)


def conjuncts(token: Token) -> list[Token]:
    """A token and what is coordinated with it, to the right."""
    found = [token]
    for right in token.rights:
        if right.dep_ == "conj":
            found += conjuncts(right)
    return found


def under(token: Token, *prepositions: str) -> Token | None:
    """The object of the first of the prepositions under a token."""
    for prep in token.children:
        if prep.dep_ in {"prep", "prt", "dative", "agent"} and prep.lower_ in prepositions:
            found = child(prep, "pobj", "pcomp")
            if found is not None:
                return found
    return None


def is_programme(noun: Token) -> bool:
    """Whether a noun ends the name of a programme, not of an agreement: "the Green New Deal", "her New Deal"."""
    if noun.text != "Deal" or noun.i < 2 or not noun.nbor(-1).text.istitle():
        return False
    before = noun.nbor(-2)
    titled = before.lower_ == "green" and before.text.istitle()
    return noun.nbor(-1).lower_ in words("programme") and (titled or before.tag_ in {"DT", "POS", "PRP$"})


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with a "to" of its own."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def is_negated(verb: Token) -> bool:
    """Whether a verb is negated, itself or by what governs it ("failed to agree", "without agreeing")."""
    if any(c.dep_ == "neg" or c.lower_ in NEGATIONS for c in verb.children):
        return True
    if verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in PREVENTERS:
        return True
    return verb.dep_ == "pcomp" and verb.head.lower_ == "without"


def is_unreal(verb: Token) -> bool:
    """Whether a verb tells of what is wished, supposed or required, not of what is done or planned."""
    unreal = words("unreal")
    if any(c.lower_ in unreal and c.dep_ in {"aux", "mark", "advmod"} for c in verb.children):
        return True
    if _is_awaited(verb) or (verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.head.lemma_ in HOPES):
        return True
    dependent = verb.dep_ in {"xcomp", "ccomp", "advcl", "acl", "conj", "relcl"}
    return dependent and has_to(verb) and verb.head.lemma_ not in DECIDED


def _is_awaited(verb: Token) -> bool:
    """ "After an accord is reached", "once they agree": a condition in the present tense."""
    finite = child(verb, "aux", "auxpass") or verb
    awaited = any(c.lower_ in {"after", "once", "when"} and c.dep_ in {"mark", "advmod"} for c in verb.children)
    return awaited and finite.tag_ in {"VBZ", "VBP"}


def said_subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is coordinated with or governed by; the noun that it modifies."""
    for _ in range(4):
        subject = child(verb, *SUBJECTS)
        if subject is not None:
            return subject
        if verb.dep_ == "acl":
            return verb.head
        if verb.dep_ not in {"conj", "xcomp", "advcl", "pcomp"}:
            return None
        verb = verb.head.head if verb.head.pos_ == "ADP" else verb.head
    return None


def governing_verb(noun: Token) -> Token | None:
    """The verb that a noun is object or subject of, or the clause after it ("the accord signed in May")."""
    clause = child(noun, "acl", "relcl")
    if clause is not None and has_sense(clause.lemma_, "agree", "sign", "make", "end", "negotiate"):
        return clause
    head = noun.head
    while head.pos_ == "ADP" and head.head.i != head.i:
        head = head.head
    return head if head.pos_ in VERBAL and head.i != noun.i else None


def modifiers(noun: Token) -> Iterator[Token]:
    """Words that qualify a noun from the left, with what qualifies them."""
    for part in noun.children:
        if part.dep_ in MODIFIERS and part.i < noun.i:
            yield from part.subtree
