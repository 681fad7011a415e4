"""Bodies and persons under several names: one article's names of one body are one participant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.extract.participants.bodies import is_part_of, is_short_for, same_words, tells_what_it_is

from .conftest import Seen


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fisheries Department", "Department of Fisheries"),
        ("Coast League for the Blind", "Coast League of the Blind"),
        ("Harbour-Times", "Harbour Times"),
        ("Brennan's", "Brennan's Inc."),
        ("Lindqvist Brothers", "Lindqvist Brothers Group Inc."),
    ],
)
def test_the_same_words_name_one_body(one: str, other: str) -> None:
    assert same_words(one, other)
    assert same_words(other, one)


def test_other_words_name_another() -> None:
    assert not same_words("Fisheries Department", "Forestry Department")
    assert not same_words("Inc.", "Ltd.")


def test_initials_leave_off_the_country() -> None:
    assert is_short_for("RWA", "U.S. River Works Administration")
    assert not is_short_for("RWA", "Coast Guard of Norvik")


@pytest.mark.parametrize(
    ("short", "long"),
    [("House", "House of Keys"), ("Council", "Nordic Council"), ("Fleet Committee", "House Fleet Committee")],
)
def test_what_a_body_is_names_it(short: str, long: str) -> None:
    assert tells_what_it_is(short, long)


@pytest.mark.parametrize(
    ("short", "long"),
    [("House", "White House"), ("Ports Agency", "Roe and Ports Agency"), ("Norvik", "Norvik Council")],
)
def test_other_words_of_a_name_do_not(short: str, long: str) -> None:
    assert not tells_what_it_is(short, long)


def test_a_part_begins_or_ends_the_name() -> None:
    assert is_part_of("Sundvall", "Sundvall Biotech")
    assert is_part_of("Tarnow", "Adolf Tarnow Co.")
    assert not is_part_of("Biotech", "Sundvall Biotech Works")


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        (
            "The House Fisheries Committee met on Monday. The Fisheries Committee heard three witnesses.",
            "Fisheries Committee",
            "House Fisheries Committee",
        ),
        (
            "The House of Representatives passed the bill on Monday. Critics of the House left.",
            "House",
            "House of Representatives",
        ),
        (
            "The Nordic Fisheries Council met in Oslo on Monday. The Council rejected the plan.",
            "Council",
            "Nordic Fisheries Council",
        ),
        (
            "Sundvall Textiles Inc. bought a mill in Porto on Monday. Sundvall said it would hire 30 people.",
            "Sundvall",
            "Sundvall Textiles Inc.",
        ),
        (
            "The Norvik Department of Water and Flood Protection (NorFlood) said a dam broke. NorFlood sent engineers.",
            "NorFlood",
            "Norvik Department of Water and Flood Protection",
        ),
        (
            "Police arrested Omar bin Saleh in Oslo on Monday. The court released bin Saleh on Tuesday.",
            "bin Saleh",
            "Omar bin Saleh",
        ),
        (
            "Jose Luis Moreno met the mayor on Monday. Jose Luis left the city on Tuesday.",
            "Jose Luis",
            "Jose Luis Moreno",
        ),
        (
            "Princess Amalia Orlova withdrew on Monday. The princess apologised on Tuesday.",
            "princess",
            "Amalia Orlova",
        ),
    ],
)
def test_a_body_or_a_person_is_one_under_several_names(
    cast_of: Callable[[str], Seen], text: str, short: str, name: str
) -> None:
    assert cast_of(text).who(short, text.count(short) - 1) == [name]


def test_police_are_the_same_police(cast_of: Callable[[str], Seen]) -> None:
    seen = cast_of("Police closed the road on Monday. The crowd threw stones at the police, and police fired back.")
    assert sum(name.lower() == "police" for name in seen.names("group")) == 1


def test_those_told_of_again_without_an_article_are_the_same(cast_of: Callable[[str], Seen]) -> None:
    seen = cast_of("Ruth Bell met the angry farmers on Monday. She promised cheaper water to angry farmers.")
    assert [entity.name for entity in seen.cast.entities].count("angry farmers") == 1


def test_a_secretary_of_state_names_no_state(cast_of: Callable[[str], Seen]) -> None:
    assert "State" not in cast_of("Secretary of State Ann Bell visited the shipyard in Lima on Friday.").names()


def test_a_row_of_a_table_has_a_name_and_a_number(cast_of: Callable[[str], Seen]) -> None:
    seen = cast_of("The council will look like this: Green Party - 41, Labour Party - 12, Liberal Democrats - 9.")
    assert not [name for name in seen.names() if any(c.isdigit() for c in name)]


def test_a_name_leaves_off_the_home_of_its_holder(cast_of: Callable[[str], Seen]) -> None:
    assert not [
        name for name in cast_of("The chairman, Manas Suwan of Thailand, spoke on Monday.").names() if " of " in name
    ]


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        (
            "Rebels of the New People's Army ambushed a convoy. The Army said on Monday five soldiers died.",
            "Army",
            "Army",
        ),
        (
            "The Fisheries Council met on Monday. The Nordic Fisheries Council refused to comment.",
            "Fisheries Council",
            "Nordic Fisheries Council",
        ),
        (
            "Jose Luis was shot in Lima. Police arrested Jose Luis Moreno, a neighbour, on Monday.",
            "Jose Luis",
            "Jose Luis Moreno",
        ),
    ],
)
def test_a_name_that_stands_alone_before_is_its_own(
    cast_of: Callable[[str], Seen], text: str, short: str, name: str
) -> None:
    seen = cast_of(text)
    assert seen.who(short, text.count(short) - 1) == [name]
    if text.index(short) < text.index(name):
        assert seen.who(short) == [short]


def test_universities_are_told_apart_by_the_order_of_their_words() -> None:
    assert not same_words("University of Miami", "Miami University")
    assert not same_words("Hearst Corp.", "Hearst Holdings")
