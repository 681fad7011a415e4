"""Texts in other words: takes readings, gives the words of one with some of them exchanged for words of their form.

What a large encoder says of such texts teaches a small one what words do in a sentence; of the texts alone it would
learn much by heart (Jiao et al. 2020, "TinyBERT", where such texts are called augmented). The exchanged stand in
their places: candidates, names and times are those of the text as it was.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from spacy.tokens import Token

from ingest.extract.encoder.encoder import words_to_encode
from ingest.extract.encoder.layout import Array
from ingest.extract.events.reading import Reading
from ingest.extract.events.words import vectors_of

EXCHANGED = 0.3  # of the words of an article
ALIKE = 0.5  # of those, for a word that means much the same where one is known
NEAREST, LIKENESS = 8, 0.35  # of how many alike words one is drawn, and the least cosine
OFTEN, EVENED = 50, 0.75  # words are drawn by how often they stand in the texts up to here, to this power
OPEN = frozenset({"NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ"})
COUNTED = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})  # whose words stay
SHORTEST = 3  # letters


class Form(NamedTuple):
    """What two words must share to be exchanged."""

    tag: str
    kind: str  # of a name, "" of other words
    capital: bool
    capitals: bool


class Words:
    """All words of some texts by their form."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        counts: dict[Form, Counter[str]] = {}
        lemmas: dict[str, str] = {}
        for reading in readings:
            for token in reading.doc:
                if form := form_of(token):
                    counts.setdefault(form, Counter())[token.text] += 1
                    lemmas.setdefault(token.text, token.lemma_.lower())
        self._words = {form: list(count) for form, count in counts.items()}
        self._weights = {form: [min(n, OFTEN) ** EVENED for n in count.values()] for form, count in counts.items()}
        self._rows = {form: {word: row for row, word in enumerate(words)} for form, words in self._words.items()}
        self._vectors: dict[Form, Array] = {
            form: vectors_of([lemmas[word] for word in words])
            for form, words in self._words.items()
            if not form.tag.startswith("NNP")
        }

    def alter(self, reading: Reading, seed: int) -> list[str]:
        """The words that the encoder is given of an article, some exchanged: a word for the same one throughout."""
        drawing = random.Random(seed)
        chosen: dict[tuple[str, str], str] = {}
        words = words_to_encode(reading.doc, reading.sentences)
        for number, token in enumerate(reading.doc):
            form = form_of(token) if words[number] else None
            if form and form in self._words:
                key = token.text, form.tag
                if key not in chosen:
                    chosen[key] = self._other(token.text, form, drawing)
                words[number] = chosen[key]
        return words

    def _other(self, word: str, form: Form, drawing: random.Random) -> str:
        if drawing.random() >= EXCHANGED:
            return word
        alike = list(self._alike(word, form)) if drawing.random() < ALIKE else []
        return drawing.choice(alike) if alike else drawing.choices(self._words[form], self._weights[form])[0]

    def _alike(self, word: str, form: Form) -> Iterator[str]:
        row = self._rows[form].get(word)
        if row is None or form not in self._vectors:
            return
        likeness = self._vectors[form] @ self._vectors[form][row]
        likeness[row] = -1
        for other in np.argsort(-likeness, kind="stable")[:NEAREST]:
            if likeness[other] > LIKENESS:
                yield self._words[form][int(other)]


def form_of(token: Token) -> Form | None:
    """None for words that stay: grammar's own, short ones, numbers, and those of times and amounts."""
    text = token.text
    if token.tag_ not in OPEN or token.pos_ == "AUX" or not text.isalpha() or len(text) < SHORTEST:
        return None
    if token.ent_type_ in COUNTED:
        return None
    kind = token.ent_type_ if token.tag_.startswith("NNP") else ""
    return Form(token.tag_, kind, text[0].isupper(), text.isupper())
