"""What is remembered is what spaCy's own components say, word for word."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.attrs import DEP, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc

from ingest.nlp import DEFAULT_MODEL
from ingest.remembered import NAME, remember_words

VALUES = [TAG, DEP, POS, MORPH, LEMMA]
WORDS = [
    "Norway",
    "had",
    "met",
    "the",
    "leaders",
    "leaves",
    "y'",
    "all",
    "gon",
    "na",
    "ai",
    "n't",
    "there",
    "is",
    "that",
]
WORDS += ["did", "not", "n't", "'d", "'s", "let", "better", "\n\n", " ", "saw", "founded", "ferries", "EU", "U.S.", "—"]


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture(scope="module")
def remembering() -> Language:
    nlp = spacy.load(DEFAULT_MODEL)
    remember_words(nlp)
    return nlp


def values(doc: Doc) -> list[list[int]]:
    return [[int(value) for value in row] for row in doc.to_array(VALUES)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "There is a ferry, and there were two. Y'all ain't gonna like it: let's go.",
        "The leaders' talks, which had begun in May, didn't end well for those who'd leaves to sell.",
        "He saw that she was leading.\n\nBetter ferries than none, she'd said; they better be.",
    ],
)
def test_the_pipeline_says_the_same(plain: Language, remembering: Language, text: str) -> None:
    assert NAME in remembering.pipe_names
    assert "lemmatizer" not in remembering.pipe_names
    for _ in range(2):  # asked, then remembered
        assert values(remembering(text)) == values(plain(text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_words_in_any_order(plain: Language, remembering: Language, words: list[str]) -> None:
    text = " ".join(words)
    one, other = plain(text), remembering(text)
    assert np.array_equal(one.to_array(VALUES), other.to_array(VALUES))
    assert [token.lemma_ for token in one] == [token.lemma_ for token in other]


def test_another_pipeline_is_left_as_it_is() -> None:
    nlp = spacy.blank("en")
    remember_words(nlp)
    assert nlp.pipe_names == []
