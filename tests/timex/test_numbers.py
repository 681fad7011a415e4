"""Numbers and years in words and digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.timex.numbers import compact, parse_number, parse_ordinal, parse_year


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("two", 2), ("twenty-four", 24), ("twenty four", 24), ("a", 1), ("a hundred", 100), ("5 1/2", 5.5),
        ("1,500", 1500),
        ("two thousand", 2000), ("two hundred and fifty", 250), ("a dozen", 12), ("a couple of", 2), ("half", 0.5),
        ("½", 0.5), ("several", None), ("a few", None),
    ],
)  # fmt: skip
def test_numbers_in_words(words: str, number: float | None) -> None:
    assert parse_number(words) == number


@pytest.mark.parametrize(
    ("word", "number"), [("21st", 21), ("third", 3), ("twenty-first", 21), ("26", 26), ("blue", None)]
)
def test_ordinals(word: str, number: int | None) -> None:
    assert parse_ordinal(word) == number


@pytest.mark.parametrize(
    ("words", "year"),
    [("1998", 1998), ("'98", 1998), ("17", 2017), ("nineteen ninety-six", 1996), ("two thousand", 2000), ("490", 490)],
)
def test_years(words: str, year: int) -> None:
    assert parse_year(words, 2010) == year


@given(st.integers(0, 99), st.integers(1950, 2050))
def test_two_digits_mean_the_year_within_fifty_of_the_pivot(digits: int, pivot: int) -> None:
    year = parse_year(f"'{digits:02}", pivot)
    assert year is not None
    assert year % 100 == digits
    assert abs(year - pivot) <= 50


def test_whole_numbers_have_no_point() -> None:
    assert (compact(2.0), compact(2.5)) == ("2", "2.5")
