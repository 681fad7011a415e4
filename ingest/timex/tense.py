"""The tense of the verb that governs an expression, from spaCy's parse: `past`, `present`, `future` or `none`.

A word before the expression may say more than the verb: "ended Jan. 31" and "since Monday" are `over` (past, however
far), "effective Feb. 1" and "postponed until Tuesday" `ahead` (still to come). The words are `cues` of
`time_words.yml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.timex.lexicon import cue

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "MD"})
MODIFIERS = frozenset({"compound", "poss", "nmod", "amod", "nummod"})
STEPS = 12  # how far up the tree the governing verb may be


def tense_of(doc: Doc, first: int, last: int) -> str:
    """The tense for an expression of the tokens `first` to `last`: by the word before it, else by its verb."""
    first = past_spaces(doc, first)
    before_it = doc[first - 1].lower_ if first else ""
    if before_it in cue("over"):
        return "over"
    if before_it in cue("ahead"):
        return "ahead"
    if before_it == "until":
        opens = doc[first - 1].is_sent_start or doc[max(first - 2, 0)].is_sent_start
        return tense_at(doc, last) if opens else "ahead"
    return tense_at(doc, last)


def governing_tense(doc: Doc, index: int) -> str:
    """The tense at a token, read over the noun that it modifies: "reported fourth-quarter earnings" is past."""
    token = doc[index]
    while token.dep_ in MODIFIERS and token.head.i > token.i:
        token = token.head
    return tense_at(doc, token.i)


def past_spaces(doc: Doc, place: int) -> int:
    """The place with the white space before it left out: a line may end between "since" and "Tuesday"."""
    while place and doc[place - 1].is_space:
        place -= 1
    return place


def tense_at(doc: Doc, index: int) -> str:
    """The tense at a token: that of the nearest verb above it in the parse; none inside a name or before a noun."""
    token = doc[index]
    if token.dep_ in MODIFIERS and token.head.i > token.i:
        return "none"
    for _ in range(STEPS):
        if token.tag_ in VERB_TAGS and token.pos_ in ("VERB", "AUX"):
            found = verb_tense(token, index)
            if found != "none":
                return found
        if token.head.i == token.i:
            return "none"
        token = token.head
    return "none"


def verb_tense(verb: Token, index: int) -> str:
    """The tense of a verb with its auxiliaries, for a time at token `index`; a bare participle has none of its own."""
    auxiliaries = [child for child in before(verb) if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in auxiliaries}
    if words & {"had", "'d", "’d"} and verb.tag_ == "VBN":
        return "past"  # "had been scheduled to end Friday": over by now
    if (verb.lemma_ in cue("plans") or verb.lower_ in cue("plans")) and plans_ahead(verb, index):
        return "future"
    if words & cue("will"):
        return "future"
    if any(child.tag_ == "VBD" for child in auxiliaries) or (words & {"has", "have", "having", "'ve", "’ve"}):
        return "past"
    if "to" in words:
        return infinitive_tense(verb)
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN" and not auxiliaries:
        return "future" if verb.lower_ in cue("plans") else "past"  # "the ruling announced Monday"
    if words & cue("could"):
        return "past" if denied(verb) else "present"
    if auxiliaries and auxiliaries[0].tag_ == "MD":
        return "future"
    if any(child.tag_ in ("VBZ", "VBP") for child in auxiliaries):
        return "future" if verb.tag_ == "VBG" and verb.lemma_ != "go" else "present"
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    return "none"


def denied(verb: Token) -> bool:
    """ "could not be reached Friday", "neither could be found": a possibility that did not come true."""
    return any(child.dep_ == "neg" or child.lower_ == "neither" for child in before(verb)) or any(
        token.lower_ in ("neither", "nobody", "none") for token in verb.doc[verb.sent.start : verb.i]
    )


def had_been(word: Token) -> bool:
    """ "had been due": the adjective's verb bears the tense."""
    return word.head.i < word.i and any(child.lower_ in ("had", "'d", "’d") for child in before(word.head))


def plans_ahead(verb: Token, index: int) -> bool:
    """ "planned to leave Thursday", "is scheduled for Monday", "has scheduled a vote": what is to come.

    In "agreed in April to leave" the time is that of the agreeing.
    """
    following = verb.doc[verb.i + 1 : verb.i + 5]
    if any(token.tag_ == "TO" and token.lower_ == "to" and not verb.i < index < token.i for token in following):
        return True
    return verb.lemma_ in cue("fixes") or verb.lower_ in cue("fixes")


def before(head: Token) -> list[Token]:
    """The direct dependents up to eight words before it (`Token.children` walks the whole text each time)."""
    return [token for token in head.doc[max(head.i - 8, 0) : head.i] if token.head.i == head.i]


def infinitive_tense(verb: Token) -> str:
    """ "plans to meet", "is to meet" look ahead; "had been due to meet" does not; "helped to" is as its governor."""
    if any(child.lower_ in ("had", "'d", "’d") for child in before(verb.head)) or had_been(verb.head):
        return "past"
    if (
        verb.head.lemma_ in cue("plans")
        or verb.head.lower_ in cue("plans")
        or verb.head.lemma_ == "be"
        or verb.head.pos_ == "NOUN"
    ):
        return "future"
    return "none"
