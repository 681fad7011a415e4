"""The tense of the verb that governs an expression, from spaCy's parse: `past`, `present`, `future` or `none`."""

from __future__ import annotations

from spacy.tokens import Doc, Token

FUTURE_AUXILIARIES = frozenset({"will", "'ll", "’ll", "shall", "would", "wo"})
POSSIBLE = frozenset({"could", "might", "should"})
PLANS = frozenset(
    "plan schedule expect intend due set slate aim hope want need promise propose prepare vow pledge agree invite"
    " scheduled expected due slated set likely able ready continue begin start ask order urge decide".split()
)
VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "MD"})
STEPS = 12  # how far up the tree the governing verb may be


def tense_at(doc: Doc, index: int) -> str:
    """The tense at a token: that of the nearest verb above it in the parse."""
    token = doc[index]
    for _ in range(STEPS):
        if token.tag_ in VERB_TAGS and token.pos_ in ("VERB", "AUX"):
            found = verb_tense(token)
            if found != "none":
                return found
        if token.head.i == token.i:
            return "none"
        token = token.head
    return "none"


def verb_tense(verb: Token) -> str:
    """The tense of one verb with its auxiliaries; a bare participle has none of its own."""
    auxiliaries = [child for child in before(verb) if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if words & FUTURE_AUXILIARIES:
        return "future"
    if any(child.tag_ == "VBD" for child in auxiliaries) or (words & {"has", "have", "having", "'ve", "’ve"}):
        return "past"
    if "to" in words:
        return infinitive_tense(verb)
    if verb.tag_ == "VBD":
        return "future" if verb.lemma_ in PLANS and plans_ahead(verb) else "past"
    if verb.tag_ == "VBN" and not auxiliaries:
        return "future" if verb.lower_ in PLANS else "past"  # "the ruling announced Monday"
    if words & POSSIBLE:
        return "none"
    if auxiliaries and auxiliaries[0].tag_ == "MD":
        return "future"
    if any(child.tag_ in ("VBZ", "VBP") for child in auxiliaries):
        return "future" if verb.tag_ == "VBG" and verb.lemma_ != "go" else "present"
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    return "none"


def plans_ahead(verb: Token) -> bool:
    """ "planned to leave Thursday": a verb of planning with an infinitive."""
    following = verb.doc[verb.i + 1 : verb.i + 4]
    return any(token.lower_ == "to" and token.head.head.i == verb.i and token.tag_ == "TO" for token in following)


def before(head: Token) -> list[Token]:
    """The direct dependents up to eight words before it (`Token.children` walks the whole text each time)."""
    return [token for token in head.doc[max(head.i - 8, 0) : head.i] if token.head.i == head.i]


def infinitive_tense(verb: Token) -> str:
    """ "plans to meet", "is to meet" look ahead; "helped to win" takes its governor's tense."""
    if verb.head.lemma_ in PLANS or verb.head.lower_ in PLANS or verb.head.lemma_ == "be" or verb.head.pos_ == "NOUN":
        return "future"
    return "none"
