"""Analysis is told apart from news by what it is about and by what it rests on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ingest.extract.interpretive import is_interpretive
from ingest.model import Sentence


@pytest.fixture
def interprets(parse: Callable[[str], Doc]) -> Callable[..., bool]:
    """Whether a sentence interprets."""

    def run(text: str, has_time: bool = False, has_marker: bool = False) -> bool:
        doc = parse(text)
        return is_interpretive(doc[:], Sentence(0, 0, len(text), "body"), has_time, has_marker)

    return run


ANALYSIS = [
    "This treaty signals a deepening of ties in the region.",
    "The move indicates that both coasts are worried about the ice.",
    "This agreement would allow the two countries to share charts.",
    "The partnership is intended to keep the ports open.",
    "The two countries aim to create a safer coast.",
    "By pursuing both plans, Oslo is giving the coast guard the tools to act.",
]
NEWS = [
    "The report suggests that 39 people were killed.",
    "Police said the evidence indicates arson.",
    "Norway signed the treaty.",
    "The bomb killed three people.",
    "Two ministers resigned over the plan.",
    "The storm could reach Bergen, according to the weather service.",
    "Norway would not sign the treaty, the minister told reporters.",
]


@pytest.mark.parametrize("text", ANALYSIS)
def test_analysis_is_recognised(interprets: Callable[..., bool], text: str) -> None:
    assert interprets(text)


@pytest.mark.parametrize("text", NEWS)
def test_news_is_left_alone(interprets: Callable[..., bool], text: str) -> None:
    assert not interprets(text)


@pytest.mark.parametrize("text", ANALYSIS)
def test_a_day_makes_it_news(interprets: Callable[..., bool], text: str) -> None:
    assert not interprets(text, has_time=True)


@pytest.mark.parametrize("text", ANALYSIS)
def test_a_citation_makes_it_news_unless_it_draws_a_meaning_from_what_was_told(
    interprets: Callable[..., bool], text: str
) -> None:
    assert interprets(text, has_marker=True) == (text == "This treaty signals a deepening of ties in the region.")


@pytest.mark.parametrize(
    "text",
    [
        "It marks the first time that Kenya has sent troops to Haiti.",
        "That means Norway has joined the pact.",
        "This strike represents the third attack by Israel on Damascus.",
        "This reflects a ruling by the Supreme Court on the ferry.",
    ],
)
def test_what_names_who_did_something_is_news_where_it_has_a_citation(
    interprets: Callable[..., bool], text: str
) -> None:
    assert not interprets(text, has_marker=True)
