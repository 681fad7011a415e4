"""Analysis told apart from news: takes one parsed sentence, says whether it interprets instead of reporting.

"This alignment suggests a shift", "the deal would allow", "is intended to", "by doing so, Tokyo is giving it the
tools": such a sentence reports no happening of its own, so that nothing in it becomes an event or an agreement.
What names a day or a source is news, whatever its verb, and so is what has a citation, but for "this alignment suggests
a shift [5]": who is cited there draws a meaning from what was told before, and names nobody who does anything.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from ingest.lexicon import word_classes
from ingest.model import Sentence

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
HEDGES = frozenset({"could", "would", "may", "might"})
POINTERS = frozenset({"this", "these", "that", "such", "it"})
DEMONSTRATIVES = POINTERS - {"it"}
PRESENT = frozenset({"VBZ", "VBP"})
ACTORS = frozenset({"PERSON", "ORG", "NORP", "GPE"})


def _words() -> dict[str, frozenset[str]]:
    """Lemmas by their role in the lexicon."""
    return word_classes("agreements_interpretive.tsv", "role")


def is_interpretive(span: Span, sentence: Sentence, has_time: bool, has_marker: bool) -> bool:
    """Whether a sentence only interprets.

    `has_time`: a time expression stands in it; `has_marker`: a citation marker does. The first makes it news, as do a
    quotation, "according to", and a subject that is a source ("the report suggests", "police said"); the second does,
    unless the subject points back and nobody is named.
    """
    if has_time or sentence.start == sentence.end:
        return False
    root = span.root
    if has_marker:
        named = any(token.ent_type_ in ACTORS for token in span)
        return not named and _judges(root) and _points_back(_subject(root)) and not _has_source(span)
    interprets = _judges(root) or _supposes(root) or _purposes(root) or _argues(span, root)
    return interprets and not _has_source(span)


def _has_source(span: Span) -> bool:
    """Whether the sentence quotes, attributes, or lets a source speak anywhere."""
    words = _words()
    if any(token.text in {'"', "“", "”", "''", "``"} for token in span):
        return True
    text = span.text.lower()
    if "according to" in text or "reportedly" in text or "allegedly" in text:
        return True
    return any(
        token.pos_ == "VERB" and token.lemma_ in words["speech"] and token.tag_ in {"VBD", "VBZ", "VBP", "VBN"}
        for token in span
    )


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _is_thing(subject: Token | None) -> bool:
    """Whether a subject is a matter ("this move", "the agreement"), neither an actor nor a source of knowledge."""
    if subject is None or subject.ent_type_ in ACTORS or subject.pos_ == "PROPN":
        return False
    if subject.pos_ == "PRON":
        return subject.lower_ in POINTERS
    return subject.pos_ in {"NOUN", "VERB"} and subject.lemma_ not in _words()["source"]


def _points_back(subject: Token | None) -> bool:
    """Whether a subject takes up what was told: "this", "this alignment"."""
    words = () if subject is None else (subject, *subject.lefts)
    return any(word.lower_ in DEMONSTRATIVES for word in words)


def _tense(verb: Token) -> str:
    """The tag of the finite verb of a verb group."""
    finite = next(
        (c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBZ", "VBP", "VBD", "MD"}), verb
    )
    return finite.tag_


def _judges(verb: Token) -> bool:
    """ "This shift signals a deepening of ties": a matter that means something, in the present."""
    return verb.lemma_ in _words()["judges"] and verb.tag_ in PRESENT and _is_thing(_subject(verb))


def _supposes(verb: Token) -> bool:
    """ "This agreement would allow the two to share information": a matter that could do something."""
    hedged = any(c.dep_ == "aux" and c.lower_ in HEDGES for c in verb.children)
    return hedged and _is_thing(_subject(verb))


def _purposes(verb: Token) -> bool:
    """ "The partnership is intended to keep corridors open", "the two countries aim to create a deterrent"."""
    words, present = _words(), _tense(verb) in PRESENT
    if not present or not any(child.dep_ in {"xcomp", "advcl"} for child in verb.children):
        return False
    passive = verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in verb.children)
    if passive:
        return verb.lemma_ in words["intends"] and _is_thing(_subject(verb))
    subject = _subject(verb)
    gathers = subject is not None and subject.lemma_ in words["gathering"]
    return verb.lemma_ in words["aims"] and verb.tag_ in PRESENT and not gathers


def _argues(span: Span, root: Token) -> bool:
    """ "By pursuing both, Tokyo is providing the tools to ...": means and end, in the present."""
    first = next((token for token in span if not token.is_space and not token.is_punct), None)
    if first is None or first.lower_ != "by" or root.pos_ not in {"VERB", "AUX"}:
        return False
    return _tense(root) in PRESENT and any(child.tag_ == "VBG" for child in first.children)
