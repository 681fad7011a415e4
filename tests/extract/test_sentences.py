from collections.abc import Callable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from ingest.extract.sentences import find_sentences
from ingest.model import Article, Block
from ingest.nlp import parse


def sentences_of(nlp: Language, article: Article) -> list[str]:
    ((_, doc),) = parse([article], nlp)
    return [article.text[s.start : s.end] for s in find_sentences(article, doc)]


def test_a_marker_belongs_to_the_sentence_before_it(nlp: Language, article_of: Callable[..., Article]) -> None:
    article = article_of("The two states restored ties [1]. Talks go on in May. [2, 3] The border stays closed.")
    assert sentences_of(nlp, article) == [
        "The two states restored ties [1].",
        "Talks go on in May. [2, 3]",
        "The border stays closed.",
    ]


def test_a_paragraph_ends_a_sentence(nlp: Language, article_of: Callable[..., Article]) -> None:
    article = article_of("Talks in Oslo\n\nThe ministers met on Monday")
    assert sentences_of(nlp, article) == ["Talks in Oslo", "The ministers met on Monday"]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["The ministers met.", "[1]", "Oslo", "\n\n", "“Yes,” he said. [2]", " ", "…"]), max_size=12
    )
)
def test_sentences_stand_in_order_and_slice_back(nlp: Language, parts: list[str]) -> None:
    text = " ".join(parts)
    article = Article("a", "a.txt", "0" * 64, text, (Block(0, len(text), "body"),))
    ((_, doc),) = parse([article], nlp)
    found = find_sentences(article, doc)
    assert [s.position for s in found] == list(range(len(found)))
    assert all(0 <= s.start <= s.end <= len(text) for s in found)
    assert all(a.end <= b.start or a.start == a.end for a, b in pairwise(found))
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() for s in found)


def test_the_name_before_a_turn_is_a_sentence_that_tells_nothing(
    nlp: Language, article_of: Callable[..., Article]
) -> None:
    ((article, doc),) = parse([article_of("((Ada Berg)) I founded the union in May.\n\n((WN)) Why?")], nlp)
    found = [(article.text[s.start : s.end], s.role) for s in find_sentences(article, doc)]
    assert found[:2] == [("((Ada Berg))", "speaker"), ("I founded the union in May.", "body")]
    assert found[2] == ("((WN))", "speaker")
