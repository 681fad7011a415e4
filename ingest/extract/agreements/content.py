"""What was agreed: takes a candidate, gives its subject in the article's words, its instrument and its topic."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from ingest.extract.agreements.lexicon import nouns, topics
from ingest.extract.agreements.triggers import MODIFIERS, Candidate, agreed_things, child

LONGEST = 14  # words of a subject
ABOUT = frozenset(
    {"on", "for", "to", "about", "over", "regarding", "concerning", "covering", "of", "towards", "toward"}
)
TAILS = frozenset({"relcl", "advcl", "appos", "parataxis", "ccomp", "punct", "cc", "mark"})
GENERIC = frozenset({"agreement", "deal", "accord", "pact", "treaty", "contract", "talk", "talks", "negotiation", "discussion",
                     "new", "part", "country", "side", "party", "nation", "government", "leader", "begin", "hold", "year",
                     "further", "support", "formal", "meeting", "term", "consensus", "way", "plan", "month", "week"})  # fmt: skip
INSTRUMENT_HEADS = frozenset({"agreement", "treaty", "pact", "accord", "accords", "memorandum", "convention", "protocol",
                              "charter", "covenant", "armistice", "compact", "deal", "concordat"})  # fmt: skip
ABBREVIATION = re.compile(
    r"\s*(?:,\s*(?:known|abbreviated|referred to) as|,?\s*or|\()\s*(?:the\s+)?([A-Z][A-Za-z.-]{1,9})\b"
)


def subject_of(doc: Doc, candidate: Candidate) -> str:
    """The shortest words that say what was agreed; the trigger's own phrase where nothing does."""
    tokens = _subject_tokens(doc, candidate)
    text = doc[tokens[0].i : tokens[-1].i + 1].text if tokens else doc[candidate.token].text
    return re.sub(r"\s+", " ", text).strip(" ,;:.\"'“”‘’")


def _subject_tokens(doc: Doc, candidate: Candidate) -> list[Token]:
    if candidate.content is None:
        return [doc[candidate.token]]
    head = doc[candidate.content]
    about = None if candidate.sense in {"agree", "commit", "upgrade"} and head.pos_ != "NOUN" else _about(head)
    if about is not None:
        return phrase(about)
    if candidate.sense == "upgrade":
        return phrase(doc[candidate.token])
    return phrase(head)


def _about(noun: Token) -> Token | None:
    """What an agreement noun says that it is about."""
    for right in noun.rights:
        if right.dep_ in {"acl", "relcl"} and any(c.lower_ == "to" and c.dep_ == "aux" for c in right.children):
            return right
        if right.dep_ in {"prep", "acl"} and right.lower_ in ABOUT:
            return child(right, "pobj", "pcomp")
    return None


def phrase(head: Token) -> list[Token]:
    """The contiguous words of a phrase around its head, without asides and clauses that follow."""
    kept = {head.i}
    for part in head.children:
        if part.dep_ in TAILS or (part.dep_ == "conj" and _starts_anew(part)):
            continue
        if part.dep_ in {"aux", "nsubj", "neg", "det"} and part.i < head.i and part.lower_ in {"to", "the", "a", "an"}:
            continue
        kept.update(t.i for t in part.subtree if not t.is_space)
    low = high = head.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept or (high + 2 in kept and head.doc[high + 1].is_punct and high + 2 - low < LONGEST):
        high += 1
    high = min(high, low + LONGEST)
    return list(head.doc[low : high + 1])


def _starts_anew(conjunct: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in conjunct.children) or conjunct.pos_ == "VERB"


def words_of(doc: Doc, candidate: Candidate) -> frozenset[str]:
    """The telling lemmas of a candidate: what tells its agreement from another one."""
    head = doc[candidate.content if candidate.content is not None else candidate.token]
    tokens: list[Token] = [t for c in head.children if c.dep_ in MODIFIERS for t in c.subtree]
    tokens += _subject_tokens(doc, candidate)
    return frozenset(
        t.lemma_.lower()
        for t in tokens
        if t.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"} and len(t.text) > 2 and t.lemma_.lower() not in GENERIC
        and t.ent_type_ not in {"DATE", "TIME"}
    )  # fmt: skip


def instrument_of(doc: Doc, candidate: Candidate) -> tuple[str, str | None] | None:
    """The named pact that a candidate is or is about, and its abbreviation."""
    token = doc[candidate.token]
    for near in _near(doc, candidate):
        if near.lemma_.lower() in INSTRUMENT_HEADS or near.lower_ in INSTRUMENT_HEADS:
            name = _name_around(near)
            if name is not None:
                return name
    return _name_around(token) if token.lemma_.lower() in INSTRUMENT_HEADS else None


def _near(doc: Doc, candidate: Candidate) -> Iterable[Token]:
    yield doc[candidate.token]
    if candidate.content is not None:
        yield from phrase(doc[candidate.content])


def _name_around(head: Token) -> tuple[str, str | None] | None:
    """ "General Security of Military Information Agreement", with what abbreviates it: capitals up to the head."""
    doc, low = head.doc, head.i
    while low > head.sent.start and _belongs(doc[low - 1]):
        low -= 1
    while low < head.i and not _is_capital(doc[low]):
        low += 1
    high = head.i + 1
    if high + 1 < len(doc) and doc[high].lower_ in {"of", "on"} and doc[high + 1].text[:1].isupper():
        high += 2
        while high < head.sent.end and doc[high].text[:1].isupper():
            high += 1
    named = [t for t in doc[low:high] if _is_capital(t) and t.i != head.i]
    if not named or (low == head.i and high == head.i + 1):
        return None
    short = ABBREVIATION.match(doc.text, doc[high - 1].idx + len(doc[high - 1].text))
    return doc[low:high].text, short.group(1) if short else None


def _belongs(token: Token) -> bool:
    return _is_capital(token) or (token.lower_ in {"of", "and", "on", "for", "the", "/", "-"} and token.i > 0)


def _is_capital(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.pos_ not in {"PRON", "DET", "SCONJ"}
        and not (token.is_sent_start and token.is_stop)
    )


def topic_of(words: Iterable[str]) -> str | None:
    """The topic that has most of the words; None where none has any."""
    have = set(words)
    counts = {topic: len(have.intersection(known)) for topic, known in topics().items()}
    best = max(counts, key=lambda topic: counts[topic])
    return best if counts[best] else None


def kind_noun(lemma: str) -> str | None:
    """The kind that a noun names by itself."""
    noun = nouns().get(lemma)
    return noun.kind if noun else None


def verb_thing(verb: Token) -> Token | None:
    """What a verb of agreeing governs first."""
    things = agreed_things(verb)
    return things[0] if things else None
