"""Grammar around a trigger: takes tokens of a parse, gives subjects, objects, governors and clauses."""

from __future__ import annotations

from ingest.extract.events.tokens import Word

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
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


def predicate(token: Word) -> Word:
    """The verb that governs a noun or adjective (the token itself where it is a verb or governs the sentence)."""
    if token.predicate is None:
        verb = token
        while verb.pos not in VERBAL and verb.head is not verb:
            verb = verb.head
        token.predicate = verb
    return token.predicate


def subjects(verb: Word) -> list[tuple[Word, bool]]:
    """Subjects of a verb as (token, passive), through coordination, control, relative and participial clauses."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = [(c, c.dep in PASSIVE_SUBJECTS) for c in verb.children if c.dep in SUBJECTS | PASSIVE_SUBJECTS]
        if own:
            return [_antecedent(verb, pair) for pair in own]
        if verb.dep in {"relcl", "acl"}:
            return [(verb.head, verb.tag == "VBN")]
        if verb.dep in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep"} and verb.head.i != verb.i:
            verb = predicate(verb.head)
        else:
            break
    return []


def _antecedent(verb: Word, pair: tuple[Word, bool]) -> tuple[Word, bool]:
    """A relative pronoun stands for the noun that its clause modifies."""
    subject, passive = pair
    if subject.tag in {"WDT", "WP"} and verb.dep == "relcl":
        return verb.head, passive
    return pair


def objects(verb: Word) -> list[Word]:
    """Direct objects, and what prepositions of the verb govern."""
    found = []
    for child in verb.children:
        if child.dep in OBJECTS:
            found.append(child)
        elif child.dep in {"prep", "agent"}:
            found.extend(c for c in child.children if c.dep == "pobj")
    return found


def is_passive(verb: Word) -> bool:
    """Whether a verb form is passive ("was signed", "the pact signed in 1997")."""
    if any(c.dep in {"auxpass", "nsubjpass"} for c in verb.children):
        return True
    return verb.tag == "VBN" and verb.dep in {"acl", "amod"}


def helpers(verb: Word) -> set[str]:
    """Lower-case auxiliaries of a verb, its conjunct head's where it has none."""
    own = {c.lower for c in verb.children if c.dep in {"aux", "auxpass"}}
    if not own and verb.dep == "conj" and verb.head.pos in VERBAL:
        return helpers(verb.head)
    return own


def negated(token: Word) -> bool:
    """Whether a negation hangs on the token."""
    return any(c.dep == "neg" or c.lower in {"never", "no"} for c in token.children)


def clause_of(token: Word) -> Word:
    """The verb of the clause that a token belongs to."""
    if token.clause is None:
        verb = predicate(token)
        while verb.dep in {"conj", "xcomp", "aux", "auxpass"} and verb.head is not verb:
            verb = predicate(verb.head)
        token.clause = verb
    return token.clause
