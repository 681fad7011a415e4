"""Names and terms between quotation marks, which are nobody's speech ("known as '...'", "the slogan '...'")."""

from __future__ import annotations

import re

from spacy.tokens import Span

NAMING_CUES = frozenset(
    {"called", "dubbed", "titled", "entitled", "named", "nicknamed", "headlined", "termed", "labelled"}
)
NAMING_NOUNS = frozenset(
    {"term", "slogan", "hashtag", "phrase", "word", "title", "name", "song", "film", "book", "album"}
) | {
    *("question", "motto", "case", "model", "policy", "principle", "series", "show"),
}
LONGEST_TERM = 5  # words; a longer noun phrase in marks is quoted for what it says
WORD = re.compile(r"\w+(?:['’]\w+)*")
SMALL_WORDS = frozenset({"a", "an", "the", "of", "and", "for", "in", "on", "to", "vs", "at", "by", "with"})


def is_naming(run: Span) -> bool:
    """Whether the words before the run say that it is but a name or a term."""
    doc = run.doc
    if ":" in {token.text for token in doc[max(0, run.start - 2) : run.start]}:
        return False
    before = [token for token in doc[max(run.sent.start, run.start - 6) : run.start] if not token.is_punct]
    words = [token for token in before if token.pos_ not in ("DET", "PRON")][-2:]
    if not words:
        return False
    last = words[-1]
    if last.lower_ == "as" and words[0].lower_ in ("known", "referred", "described"):
        return words[0].tag_ == "VBN"
    if last.lower_.removesuffix("s") in NAMING_NOUNS and last.i == before[-1].i:
        return True
    return last.lower_ in NAMING_CUES and not any(child.dep_ == "nsubj" for child in last.children)


def is_title(text: str) -> bool:
    """Whether every word that counts has a capital, as in a work's or a law's name."""
    words = [word for word in WORD.findall(text) if word.lower() not in SMALL_WORDS and not word.isdigit()]
    return bool(words) and all(word[0].isupper() for word in words) and text[-1:] not in ".!?,"


def is_term(run: Span) -> bool:
    """Whether the run is a noun with its modifiers behind an article or a possessive ("a 'strategic partnership'")."""
    before = [token for token in run.doc[max(0, run.start - 3) : run.start] if not token.is_punct]
    determined = bool(before) and before[-1].pos_ in ("DET", "PRON", "ADJ", "ADP")
    short = sum(token.is_alpha for token in run) <= LONGEST_TERM
    return determined and short and not any(token.pos_ in ("VERB", "AUX") for token in run)
