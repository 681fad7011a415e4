"""A paragraph that only repeats another one is a pull quote; one that says something else is not."""

from __future__ import annotations

import pytest

from ingest.normalize.pull_quotes import pull_quotes

STORY = [
    "Peru and Chile agreed to open the border at Arica by August and to share the cost of the new bridge [1, 2].",
    "“We have waited forty years for this day, and it was worth it,” the Peruvian minister said after the ceremony.",
    "Both parliaments must approve the treaty.",
]


@pytest.mark.parametrize(
    "repeat",
    [
        "Peru and Chile agreed to open the border at Arica by August",
        "“Peru and Chile agreed to open the border at Arica by August.”",
        "Peru and Chile agreed to open the border at Arica by August and share the cost of the new bridge.",
        '"We have waited forty years for this day, and it was worth it"',
    ],
)
def test_a_repeat_is_found_with_or_without_quotation_marks(repeat: str) -> None:
    assert pull_quotes([*STORY, repeat]) == [3]


@pytest.mark.parametrize(
    "other",
    [
        "Peru and Bolivia agreed to open the border at Arica by August",
        "Peru and Chile agreed not to open the border at Arica by August",
        "Peru and Chile agreed to open the border at Arica by August 2031",
        "Both parliaments must approve.",
        "Chile and Peru will share the cost of a bridge, as both sides agreed at the ceremony in August last year.",
    ],
)
def test_what_says_something_else_is_no_repeat(other: str) -> None:
    assert pull_quotes([*STORY, other]) == []


def test_of_two_equal_paragraphs_the_first_stays() -> None:
    assert pull_quotes([STORY[0], STORY[2], STORY[0]]) == [2]


def test_a_quotation_set_above_the_story_is_the_repeat_not_the_story() -> None:
    above = "“We have waited forty years for this day, and it was worth it”"
    assert pull_quotes([above, *STORY]) == [0]


def test_a_lead_that_the_story_repeats_stays() -> None:
    lead = "Peru and Chile agreed to open the border at Arica by August"
    assert 0 not in pull_quotes([lead, *STORY])
