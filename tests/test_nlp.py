"""The parse is spaCy's own, whoever multiplies the matrices."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, SENT_START, TAG
from spacy.language import Language
from threadpoolctl import threadpool_info

from ingest.articles import to_article
from ingest.model import Article, Metadata, RawArticle
from ingest.nlp import DEFAULT_MODEL, load_model, parse, pipe, prose

SAID = [TAG, POS, DEP, HEAD, LEMMA, ENT_IOB, ENT_TYPE, SENT_START]
TEXT = (
    "The fisheries ministers of Norway and Iceland met in Bergen on Tuesday and agreed to share the catch of mackerel,"
    " which the two countries had fought over since 2010. A spokeswoman for Ms Solveig Hauge said that the quota would"
    " be cut by a third; boats that land more than they may will pay a fine of 40,000 euros."
)


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(DEFAULT_MODEL)


@pytest.fixture
def article() -> Article:
    return to_article(RawArticle("a.txt", "0" * 64, TEXT, Metadata()))


def test_the_parse_is_that_of_spacy(plain: Language, article: Article) -> None:
    ((_, doc),) = parse([article])
    expected = plain(prose(article))
    assert [token.text for token in doc] == [token.text for token in expected]
    assert doc.to_array(SAID).tolist() == expected.to_array(SAID).tolist()


def test_products_are_numpy_s() -> None:
    tok2vec = load_model().get_pipe("tok2vec")
    assert not tok2vec.model.ops.use_blis  # type: ignore[attr-defined]


def test_a_parse_leaves_the_threads_of_its_caller_alone(article: Article) -> None:
    before = threads()
    one, other = parse([article, article]), parse([article])
    next(one)
    next(other)
    assert threads() == before
    one.close()
    other.close()
    assert threads() == before


def test_one_thread_multiplies(article: Article) -> None:
    seen: list[set[int]] = []

    def watched(text: str) -> Iterator[tuple[str, None]]:
        seen.append(threads())
        yield text, None

    assert len(list(pipe(load_model(), watched(article.text)))) == 1
    assert seen == [{1}]


def threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}
