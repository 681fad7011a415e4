"""The parse is spaCy's own, whoever multiplies the matrices."""

from __future__ import annotations

import pytest
import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, POS, SENT_START, TAG
from spacy.language import Language
from threadpoolctl import threadpool_info

from ingest.articles import to_article
from ingest.model import Article, Metadata, RawArticle
from ingest.nlp import DEFAULT_MODEL, load_model, parse, prose

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


def test_a_parse_takes_one_thread_and_gives_the_others_back(article: Article) -> None:
    before = threads()
    parsing = parse([article])
    next(parsing)
    assert threads() == {1}
    parsing.close()
    assert threads() == before


def threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}
