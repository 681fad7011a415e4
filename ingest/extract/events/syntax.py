"""Grammar around a trigger: takes tokens of a parse, gives subjects, objects, governors and clauses."""

from __future__ import annotations

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "pcomp", "xcomp", "parataxis", "csubj", "csubjpass"})
SPEECH = frozenset(
    [
        "say",
        "tell",
        "report",
        "add",
        "state",
        "claim",
        "allege",
        "believe",
        "note",
        "write",
        "according",
        "suggest",
        "indicate",
        "announce",
        "confirm",
        "explain",
        "argue",
        "think",
        "expect",
        "insist",
        "deny",
        "admit",
        "reveal",
        "tweet",
    ]
)
VERBAL = frozenset({"VERB", "AUX"})


def predicate(token: Token) -> Token:
    """The verb that governs a noun or adjective (the token itself where it is a verb or governs the sentence)."""
    while token.pos_ not in VERBAL and token.head.i != token.i:
        token = token.head
    return token


def conjuncts(token: Token) -> list[Token]:
    """The token and everything coordinated with it to its right."""
    return [token, *token.conjuncts] if token.n_rights else [token]


def subjects(verb: Token) -> list[tuple[Token, bool]]:
    """Subjects of a verb as (token, passive), through coordination, control, relative and participial clauses."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = [(c, c.dep_ in PASSIVE_SUBJECTS) for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS]
        if own:
            return [_antecedent(verb, pair) for pair in own]
        if verb.dep_ in {"relcl", "acl"}:
            return [(verb.head, verb.tag_ == "VBN")]
        if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep"} and verb.head.i != verb.i:
            verb = predicate(verb.head)
        else:
            break
    return []


def _antecedent(verb: Token, pair: tuple[Token, bool]) -> tuple[Token, bool]:
    """A relative pronoun stands for the noun that its clause modifies."""
    subject, passive = pair
    if subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return verb.head, passive
    return pair


def objects(verb: Token) -> list[Token]:
    """Direct objects, and what prepositions of the verb govern."""
    found = []
    for child in verb.children:
        if child.dep_ in OBJECTS:
            found.append(child)
        elif child.dep_ in {"prep", "agent"}:
            found.extend(c for c in child.children if c.dep_ == "pobj")
    return found


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive ("was signed", "the pact signed in 1997")."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}


def helpers(verb: Token) -> set[str]:
    """Lower-case auxiliaries of a verb, its conjunct head's where it has none."""
    own = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if not own and verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return helpers(verb.head)
    return own


def negated(token: Token) -> bool:
    """Whether a negation hangs on the token."""
    return any(c.dep_ == "neg" or c.lower_ in {"never", "no"} for c in token.children)


def clause_of(token: Token) -> Token:
    """The verb of the clause that a token belongs to."""
    verb = predicate(token)
    while verb.dep_ in {"conj", "xcomp", "aux", "auxpass"} and verb.head.i != verb.i:
        verb = predicate(verb.head)
    return verb
