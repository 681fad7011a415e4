"""Parts of speech and lemmas, remembered: does what spaCy's attribute ruler and rule lemmatizer do, in a third of their
time on first sight and a sixth once most words were seen.

The ruler's patterns of one word ask for its tag, its dependency and whether it is one of some two hundred words; so its
answer is asked for once for each such combination. The lemmatizer's answer depends on word, part of speech and
morphology. Patterns of two words are left to a ruler that holds nothing else.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, ORTH, POS, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

NAME = "dateline_words"
ASKED = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
RULED = [TAG, DEP, POS, MORPH, LEMMA]
Key = tuple[int, int, int, int]  # word where a pattern names it, else 0; tag, dependency, whether it is white space


class _Named(dict[int, int]):
    """Words by number: the word itself where a pattern of one word names it, else 0."""

    def __init__(self, ruler: AttributeRuler) -> None:
        asked = [token["LOWER"] for p in _single(ruler) for (token,) in p["patterns"] if "LOWER" in token]
        lists = [[value] if isinstance(value, str) else value.get("IN", []) for value in asked]
        self.words = frozenset(chain.from_iterable(lists))
        self.forms = [re.compile(value["REGEX"]) for value in asked if isinstance(value, dict) and "REGEX" in value]
        self.strings = ruler.vocab.strings

    def __missing__(self, word: int) -> int:
        text = self.strings[word]
        self[word] = word if text in self.words or any(form.search(text) for form in self.forms) else 0
        return self[word]


class RememberedWords:
    """The two components of one pipeline, and what they said so far."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self.ruler, self.lemmatizer = ruler, lemmatizer
        self.named = _Named(ruler)
        self.pairs = AttributeRuler(ruler.vocab, name=NAME)
        self.pairs.add_patterns([p for p in ruler.patterns if p not in _single(ruler)])
        self.ruled: dict[Key, tuple[int, ...]] = {}
        self.lemmas: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, morphology and lemma of every token."""
        if not len(doc):
            return doc
        rows = doc.to_array([LOWER, TAG, DEP, IS_SPACE]).tolist()
        keys = [(self.named[word], tag, dep, space) for word, tag, dep, space in rows]
        unknown = {key: i for i, key in enumerate(keys) if key not in self.ruled}
        if unknown:
            self._ask_ruler(doc, unknown)
        doc.from_array(RULED, np.array([self.ruled[key] for key in keys], dtype=np.uint64))  # type: ignore[arg-type]
        self.pairs(doc)
        self._set_lemmas(doc)
        return doc

    def _ask_ruler(self, doc: Doc, examples: dict[Key, int]) -> None:
        """Have the ruler look at each example by itself, between full stops."""
        words = [word for i in examples.values() for word in (doc[i].text, ".")]
        alone = Doc(doc.vocab, words=words)
        for place, i in enumerate(examples.values()):
            alone[2 * place].tag, alone[2 * place].dep = doc[i].tag, doc[i].dep
            alone[2 * place + 1].tag_ = "."
        self.ruler(alone)
        for key, row in zip(examples, alone.to_array(RULED).tolist()[::2], strict=True):
            self.ruled[key] = tuple(row)

    def _set_lemmas(self, doc: Doc) -> None:
        rows = doc.to_array([ORTH, POS, MORPH, LEMMA])
        found: list[int] = []
        for i, (word, pos, morph, lemma) in enumerate(rows.tolist()):
            known = lemma or self.lemmas.get((word, pos, morph))
            if known is None:
                known = doc.vocab.strings.add(self.lemmatizer.lemmatize(doc[i])[0])
                self.lemmas[word, pos, morph] = known
            found.append(known)
        doc.from_array(LEMMA, np.array(found, dtype=np.uint64))  # type: ignore[arg-type]


def remember_words(nlp: Language) -> None:
    """Put `RememberedWords` in the place of the two components, where the pipeline has them and they ask no more."""
    enabled = dict(nlp.pipeline)
    ruler, lemmatizer = enabled.get("attribute_ruler"), enabled.get("lemmatizer")
    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer) or lemmatizer.overwrite:
        return
    names = nlp.pipe_names
    if names.index("lemmatizer") != names.index("attribute_ruler") + 1 or not _asks_little(ruler):
        return
    _search_fast(lemmatizer)
    Language.factory(NAME, func=lambda nlp, name: RememberedWords(ruler, lemmatizer))
    nlp.add_pipe(NAME, before="attribute_ruler")
    nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"])


def _search_fast(lemmatizer: Lemmatizer) -> None:
    """Turn the lemmatizer's lists of known words, in which it looks for every form, into sets."""
    if lemmatizer.lookups.has_table("lemma_index"):
        index = lemmatizer.lookups.get_table("lemma_index")
        for part, words in list(index.items()):
            index[part] = frozenset(words)


def _single(ruler: AttributeRuler) -> list[dict[str, Any]]:
    patterns: list[dict[str, Any]] = ruler.patterns
    return [p for p in patterns if all(len(tokens) == 1 for tokens in p["patterns"])]


def _asks_little(ruler: AttributeRuler) -> bool:
    """Whether patterns of one word ask for nothing but what is remembered by, and for words by list or form."""
    asked = [token for p in _single(ruler) for (token,) in p["patterns"]]
    return all(token.keys() <= ASKED and _by_list_or_form(token.get("LOWER", "")) for token in asked)


def _by_list_or_form(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, dict) and value.keys() <= {"IN", "REGEX"} and len(value) == 1)
