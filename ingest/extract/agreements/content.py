"""What was agreed: takes a candidate, gives its subject in the article's words, its telling words and its topic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Token

from ingest.extract.agreements.lexicon import topics, words
from ingest.extract.agreements.syntax import child, has_to, modifiers
from ingest.extract.agreements.triggers import Candidate

LONGEST = 14  # words of a subject
ABOUT = frozenset({"on", "for", "about", "over", "regarding", "concerning", "covering", "of", "towards", "toward"})
TAILS = frozenset({"relcl", "advcl", "appos", "parataxis", "ccomp", "punct", "cc", "mark", "npadvmod"})
TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
PARTNERS = frozenset({"between", "with", "among", "by"})
OCCASIONS = frozenset({"during", "after", "before", "since", "despite", "amid", "following", "until"})
ASIDES = frozenset({"a", "an", "which", "who", "known", "where", "while", "but", "so"})
DATED = frozenset({"DATE", "TIME"})


def subject_of(doc: Doc, candidate: Candidate) -> str:
    """The shortest words that say what was agreed; the trigger's own phrase where nothing does."""
    tokens = subject_tokens(doc, candidate)
    text = doc[tokens[0].i : tokens[-1].i + 1].text
    return _balanced(re.sub(r"\s+", " ", text).strip(" ,;:."))


def _balanced(text: str) -> str:
    """A cut may leave one of two quotation marks: it goes."""
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")]
    for left, right in (('"', '"'), ("“", "”"), ("‘", "’")):
        unmatched = text.count(left) % 2 if left == right else text.count(left) != text.count(right)
        if unmatched:
            text = text.replace(left, "").replace(right, "")
    return text.strip(" ,;:.")


def subject_tokens(doc: Doc, candidate: Candidate) -> list[Token]:
    """The words of a subject, from the text without a gap."""
    head = doc[candidate.content if candidate.content is not None else candidate.token]
    if candidate.sense == "upgrade":
        return phrase(doc[candidate.token])
    about = about_of(head) if head.pos_ in {"NOUN", "PROPN"} and candidate.sense not in {"hire", "buy"} else None
    if about is None and head.i == candidate.token:
        return phrase(head, without=PARTNERS)
    return phrase(about if about is not None else head)


def about_of(noun: Token) -> Token | None:
    """What an agreement or talks are said to be about: "a pact on chips", "a deal to end the war"."""
    for right in noun.rights:
        if right.dep_ in {"acl", "relcl"} and has_to(right):
            return right
        if right.dep_ in {"prep", "acl"} and right.lower_ in ABOUT:
            found = child(right, "pobj", "pcomp", "dobj")
            if found is not None:
                return found
    return None


def phrase(head: Token, without: frozenset[str] = frozenset()) -> list[Token]:
    """The contiguous words of a phrase around its head, without asides and clauses that follow.

    `without`: prepositions whose phrases are left out ("negotiations between A and B" is about nothing said).
    """
    kept = {head.i}
    for part in head.children:
        opens = part.i < head.i and (part.dep_ in {"aux", "neg", "det"} or part.lower_ in {"to", "the", "a", "an"})
        if opens or part.dep_ in TAILS or part.lower_ in without or (part.dep_ == "conj" and part.pos_ == "VERB"):
            continue
        kept.update(t.i for t in part.subtree if not t.is_space)
    low = high = head.i
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept and high + 1 - low < LONGEST:
        high += 1
    high = min([high, *(i - 1 for i in range(head.i + 1, high + 1) if _leaves(head.doc[i]))])
    while high > head.i and (head.doc[high].is_punct or head.doc[high].pos_ in {"ADP", "DET", "CCONJ", "PART"}):
        high -= 1
    return list(head.doc[low : high + 1])


def _leaves(token: Token) -> bool:
    """Whether a word leads away from what was agreed: to its occasion, its day or an aside."""
    if token.dep_ == "prep":
        thing = child(token, "pobj")
        return token.lower_ in OCCASIONS or (thing is not None and thing.ent_type_ in DATED)
    return token.text in {",", "–", "—"} and token.i + 1 < len(token.doc) and token.nbor().lower_ in ASIDES


def telling_words(doc: Doc, candidate: Candidate, named: Callable[[Token], bool]) -> frozenset[str]:
    """Lemmas that tell this agreement from another one: its qualifiers and its subject, without what all share.

    `named` says which words name a party or a pact: these are compared as such.
    """
    head = doc[candidate.content if candidate.content is not None else candidate.token]
    about = about_of(head) if head.pos_ in {"NOUN", "PROPN"} else None
    tokens = list(modifiers(head))
    if candidate.content is not None and candidate.content != candidate.token:
        tokens += [*modifiers(doc[candidate.token]), head]
    if head.pos_ not in {"NOUN", "PROPN"} or about is not None:
        tokens += subject_tokens(doc, candidate)
    return frozenset(lemma for t in tokens if not named(t) and (lemma := _telling_lemma(t)))


def _telling_lemma(token: Token) -> str | None:
    lemma = token.lemma_.lower()
    if token.pos_ not in TELLING or len(lemma) < 3 or token.ent_type_ in DATED or lemma in words("generic"):
        return None
    return lemma


def topic_of(tellings: Iterable[str]) -> str | None:
    """The topic that has most of the words; None where none has any."""
    have = set(tellings)
    counts = {topic: len(have.intersection(known)) for topic, known in topics().items()}
    best = max(counts, key=lambda topic: counts[topic])
    return best if counts[best] else None
