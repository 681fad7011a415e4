"""What is a time expression, how far it reaches, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ingest.model import Publication
from ingest.timex import annotate

PUBLISHED = Publication("2019-07-11", "2019-07-11", "2019-07-11", "metadata")


@pytest.mark.parametrize(
    "text",
    [
        "The pact may be signed, and thousands will march through the old town.",
        "Mrs May met the 33-year-old winner in a second round.",
        "She reads the Sunday Times and shops on Black Friday.",
        "They won 3-2 in front of 1500 people and sold 12 percent of the shares.",
        "We sat in the sun. Prices fell by $2000.",
        "A quarter of the voters live on May Street.",
        "The mayor lit the Christmas tree and sold Easter eggs.",
        "They counted 1885 aftershocks and broke 17 U.S. Code § 1201.",
        "As soon as he fell, the whole team was on the march.",
    ],
)
def test_what_is_no_time_is_left_alone(text: str, parse: Callable[[str], Doc]) -> None:
    assert [expression.text for expression in annotate(parse(text), PUBLISHED)] == []


@pytest.mark.parametrize(
    ("text", "expressions"),
    [
        ("The summit runs from May 26 to 29.", ["May 26", "29"]),
        ("Polls were held between 2014 and 2016.", ["2014", "2016"]),
        ("The envoys will meet on Monday and Tuesday.", ["Monday", "Tuesday"]),
        ("Talks began in early March and ended by the end of April.", ["early March", "the end of April"]),
        ("It lasted more than two years, until June.", ["more than two years", "June"]),
        ("A four-day visit ended on Tuesday.", ["four-day", "Tuesday"]),
        ("The Aug. 7, 1998, bombings shook the port.", ["Aug. 7, 1998"]),
        ("Nobody had seen the ship since the late 1960s.", ["the late 1960s"]),
    ],
)
def test_extents_are_those_of_timeml(text: str, expressions: list[str], parse: Callable[[str], Doc]) -> None:
    assert [expression.text for expression in annotate(parse(text), PUBLISHED)] == expressions


def test_no_expression_runs_across_a_line_end(parse: Callable[[str], Doc]) -> None:
    found = annotate(parse("The talks start in May\n5 ministers will attend."), PUBLISHED)
    assert [expression.text for expression in found] == ["May"]


def test_ranges_to_leave_alone_hold_no_expression(parse: Callable[[str], Doc]) -> None:
    text = "Reuters, July 5: The two sides met on Monday."
    found = annotate(parse(text), PUBLISHED, skip=[(0, text.index(":"))])
    assert [expression.text for expression in found] == ["Monday"]


def test_each_expression_names_its_sentence(parse: Callable[[str], Doc]) -> None:
    found = annotate(parse("They met on Monday. The deal was signed on Tuesday."), PUBLISHED)
    assert [expression.sentence for expression in found] == [0, 1]


def test_an_expression_points_to_the_one_that_it_hangs_on(parse: Callable[[str], Doc]) -> None:
    found = annotate(parse("They met on July 4. The following day, the army moved."), PUBLISHED)
    assert (found[1].anchor, found[1].anchor_index, found[1].value) == ("expression", 0, "2019-07-05")
