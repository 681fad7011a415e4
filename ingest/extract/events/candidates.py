"""Candidate triggers: takes the reading of an article, gives every word that could report a happening.

A candidate is a verb or a noun (a capitalised one too, as in "the Tokyo Summit"). Light verbs with an event noun as
their object ("held talks") are read at the noun; a particle that makes the sense ("called on",
"pulled out") belongs to the trigger. The verbs of a question tell nothing, its nouns may ("When was the attack?").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.events.lexicon import EventLexicon, load_lexicon
from ingest.extract.events.reading import Reading
from ingest.extract.events.tokens import Word

NEVER = frozenset(["be", "have", "do", "will", "would", "can", "could", "may", "might", "must", "shall", "should"])
PREFIXES = frozenset(
    ["anti", "co", "de", "ex", "mis", "non", "over", "post", "pre", "pro", "re", "self", "un", "under"]
)
COMPANION_DEPS = frozenset({"prt", "prep", "dobj", "advmod", "acomp", "oprd"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible trigger: token index, words [start, end) as token indices, what the lexicon says of it."""

    token: int
    start: int
    end: int
    sentence: int
    lemma: str
    verbal: bool
    types: tuple[str, ...]
    strong: bool
    phrase: str | None = None


def find_candidates(reading: Reading) -> list[Candidate]:
    """Every verb and noun of the telling sentences, names and times left out."""
    lexicon = load_lexicon()
    found: list[Candidate] = []
    for position, span in enumerate(reading.doc.sents):
        if reading.telling[position]:
            found.extend(_of_sentence(reading, lexicon, position, span.start, span.end))
    return found


def _of_sentence(reading: Reading, lexicon: EventLexicon, position: int, first: int, last: int) -> Iterator[Candidate]:
    asked = _is_question(reading, position, first, last)
    for token in reading.words[first:last]:
        if not token.text.replace("-", "").isalpha():
            continue
        verbal = token.pos == "VERB"
        lemma = token.lemma
        if verbal and asked:
            continue
        if not verbal and not _is_event_noun(reading, lexicon, token, lemma):
            continue
        if lemma in NEVER or reading.time_of[token.i] >= 0 or _is_prefix(reading, token):
            continue
        phrase, end = _phrase(lexicon, token, lemma) if verbal else (None, token.i + 1)
        entry = lexicon.entry(lemma, verbal)
        types = entry.types if entry else ()
        if phrase:
            types = (phrase, *(t for t in types if t != phrase))
        strong = bool(phrase) or bool(entry and entry.strong)
        yield Candidate(token.i, token.i, end, position, lemma, verbal, types, strong, phrase)


def _is_question(reading: Reading, position: int, first: int, last: int) -> bool:
    """Whether a sentence asks; one that only ends with a question that it quotes does not."""
    asks = reading.article.text.endswith("?", 0, reading.sentences[position].end)
    return asks and reading.quoted[first] == reading.quoted[last - 1]


def _is_prefix(reading: Reading, token: Word) -> bool:
    """Whether a hyphen makes the token the beginning of a word ("co" in "co-founded")."""
    follows = reading.words[token.i + 1 : token.i + 2]
    return token.lower in PREFIXES and bool(follows) and follows[0].text == "-"


def _is_event_noun(reading: Reading, lexicon: EventLexicon, token: Word, lemma: str) -> bool:
    if token.pos == "NOUN":
        return True
    if token.pos == "PROPN":
        return lemma in lexicon.nouns and token.i not in reading.actors_of
    return False


def _phrase(lexicon: EventLexicon, token: Word, lemma: str) -> tuple[str | None, int]:
    """The type of verb and companion together, and where the trigger ends: an adjacent particle is part of it."""
    end = token.i + 1
    kind = None
    for child in token.children:
        if child.i > token.i and child.dep in COMPANION_DEPS:
            known = lexicon.phrases.get((lemma, child.lemma))
            if known is None and child.dep == "prep":
                known = next((k for c in child.children if (k := lexicon.phrases.get((lemma, c.lemma)))), None)
            kind = kind or known
            if child.i == token.i + 1 and (child.dep == "prt" or (known and child.dep in {"prep", "advmod"})):
                end = child.i + 1
    return kind, end
