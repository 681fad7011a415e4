"""An article's identifier and its metadata."""

from __future__ import annotations

import pytest

from ingest.articles import canonical_url, to_article
from ingest.model import Article, Metadata, RawArticle

STORY = "Peru and Chile signed a treaty on Monday."


def article(text: str = STORY, path: str = "a.txt", **metadata: str) -> Article:
    """The article with that text and metadata."""
    return to_article(RawArticle(path, "0" * 64, text, Metadata(**metadata)))


def test_its_own_id_is_kept() -> None:
    assert article(id=" a-1 ", url="https://courier.example/1").id == "a-1"


def test_one_address_is_one_id_wherever_the_file_lies() -> None:
    first = article(url="https://www.courier.example/treaty/")
    second = article("Another text.", "b.txt", url="http://courier.example/treaty?utm_source=feed#top")
    assert first.id == second.id
    assert first.id.startswith("u")
    assert len(first.id) == 13


def test_without_address_the_text_decides() -> None:
    assert article(path="a.txt").id == article(STORY + "\n\n", path="b.txt").id
    assert article().id != article(STORY + " More.").id
    assert article().id.startswith("t")


def test_two_outlets_that_print_one_story_are_two_articles() -> None:
    assert article(source="The Courier").id != article(source="Lima Post").id


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://www.Courier.example:443/a/?utm_campaign=x&id=3#c", "courier.example/a?id=3"),
        ("courier.example/a?b=2&a=1", "courier.example/a?a=1&b=2"),
        ("http://courier.example:8080", "courier.example:8080"),
        ("https://[bad/a", "https://[bad/a"),
    ],
)
def test_what_does_not_change_the_page_is_left_out_of_an_address(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


def test_metadata_are_cleaned_as_the_text_is() -> None:
    found = article(title="Chile\u2019s\u00a0 treaty\n", author="\u200bAna Ruiz", source="The &amp; Courier")
    assert (found.title, found.author, found.source) == ("Chile's treaty", "Ana Ruiz", "The & Courier")


def test_a_source_that_is_not_stated_is_the_host() -> None:
    assert article(url="https://www.courier.example/1").source == "courier.example"
    assert article().source is None


def test_a_title_that_is_not_stated_is_the_heading_above_the_text() -> None:
    assert article("Treaty signed at last\n\n" + STORY).title == "Treaty signed at last"
    assert article("Friday, January 4, 2019\n\nTreaty signed at last\n\n" + STORY).title == "Treaty signed at last"
    assert article().title is None


def test_notes_of_the_reader_are_kept() -> None:
    raw = RawArticle("a.txt", "0" * 64, STORY, Metadata(), notes=("read as cp1252",))
    assert to_article(raw).notes == ("read as cp1252",)
