"""Citation markers: one row a number, in the sentence that they follow."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from ingest import nlp as language
from ingest.extract.citations import find_citations
from ingest.extract.sentences import find_sentences
from ingest.model import Article, Citation

CitationsOf = Callable[[str], list[Citation]]


@pytest.fixture
def citations_of(nlp: Language, article_of: Callable[..., Article]) -> CitationsOf:
    def find(text: str) -> list[Citation]:
        ((article, doc),) = language.parse([article_of(text)], nlp)
        return find_citations(article, find_sentences(article, doc))

    return find


@pytest.mark.parametrize(
    ("marker", "numbers"), [("[1]", [1]), ("[2, 4]", [2, 4]), ("[3-5]", [3, 4, 5]), ("[1; 3–4]", [1, 3, 4])]
)
def test_a_marker_is_one_row_for_each_number(citations_of: CitationsOf, marker: str, numbers: list[int]) -> None:
    found = citations_of(f"The ministers signed the accord {marker}. It was late.")
    assert [citation.number for citation in found] == numbers
    assert {(citation.marker, citation.sentence) for citation in found} == {(marker, 0)}


def test_a_marker_after_the_full_stop_belongs_to_the_sentence_before(citations_of: CitationsOf) -> None:
    found = citations_of("The ministers signed the accord.[2] It was late [3].")
    assert [(citation.number, citation.sentence) for citation in found] == [(2, 0), (3, 1)]


@pytest.mark.parametrize("text", ["The pact of [2019] holds.", "He wrote [sic] it.", "See [a] and [12345]."])
def test_years_and_notes_are_no_markers(citations_of: CitationsOf, text: str) -> None:
    assert citations_of(text) == []
