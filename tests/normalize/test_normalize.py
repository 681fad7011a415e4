"""The stored text, its blocks and its references."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Metadata, RawArticle
from ingest.normalize import NormalText, normalize

ARTICLE = """Friday, January 4, 2019

Peru\u00a0and Chile agreed to open the border at Arica by August [1].
“It is a great day for both countries,” the minister said [2].
Read more:
“Peru and Chile agreed to open the border at Arica by August.”

References
[1] The Courier, https://courier.example/1
[2] Lima Post
"""

LINES = st.sampled_from([*ARTICLE.splitlines(), "", "  ", "Talks go on\u2028in Lima", "\ufeff“", "[3] x", "1. y"])


def normalized(text: str) -> NormalText:
    """The normal form of a text."""
    return normalize(RawArticle("a.txt", "0" * 64, text, Metadata()))


def test_every_paragraph_has_its_role() -> None:
    normal = normalized(ARTICLE)
    assert [(block.role, normal.text[block.start : block.end][:12]) for block in normal.blocks] == [
        ("dateline", "Friday, Janu"),
        ("body", "Peru and Chi"),
        ("body", "“It is a gre"),
        ("furniture", "Read more:"),
        ("pull_quote", "“Peru and Ch"),
        ("reference", "References"),
        ("reference", "[1] The Cour"),
        ("reference", "[2] Lima Pos"),
    ]
    assert [(r.number, r.text, r.url) for r in normal.references] == [
        (1, "The Courier, https://courier.example/1", "https://courier.example/1"),
        (2, "Lima Post", None),
    ]


def test_no_word_of_the_article_is_left_out() -> None:
    assert normalized(ARTICLE).text.split() == ARTICLE.split()


def test_an_empty_text_has_no_blocks() -> None:
    assert normalized(" \n ") == NormalText("", ())


@given(st.text(max_size=200) | st.lists(LINES, max_size=12).map("\n".join))
def test_blocks_are_in_order_apart_and_slice_back_to_the_text(text: str) -> None:
    normal = normalized(text)
    paragraphs = [normal.text[block.start : block.end] for block in normal.blocks]
    assert "\n\n".join(paragraphs) == normal.text
    assert all(paragraph == paragraph.strip() != "" for paragraph in paragraphs)
    assert all(a.end < b.start for a, b in zip(normal.blocks, normal.blocks[1:], strict=False))


@given(st.text(max_size=200) | st.lists(LINES, max_size=12).map("\n".join))
def test_normalising_twice_is_normalising_once(text: str) -> None:
    normal = normalized(text)
    assert normalized(normal.text) == normal
