"""Days in words, as a reader would say them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.web.dates import duration_phrase, is_vague, phrase, value_phrase


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2024-05-28", "2024-05-28", "day", "28 May 2024"),
        ("2024-06-10", "2024-06-14", "interval", "10–14 June 2024"),
        ("2024-05-30", "2024-06-02", "interval", "30 May – 2 June 2024"),
        ("2023-12-30", "2024-01-02", "interval", "30 December 2023 – 2 January 2024"),
        ("2024-05-27", "2024-06-02", "week", "week of 27 May 2024"),
        ("2024-05-25", "2024-05-26", "weekend", "25–26 May 2024"),
        ("2024-02-01", "2024-02-29", "month", "February 2024"),
        ("2024-03-01", "2024-03-10", "month", "between 1 March 2024 and 10 March 2024"),
        ("2024-04-01", "2024-06-30", "quarter", "2nd quarter of 2024"),
        ("2022-06-01", "2022-08-31", "season", "June to August 2022"),
        ("2022-12-01", "2023-02-28", "season", "December 2022 to February 2023"),
        ("1951-01-01", "1951-12-31", "year", "1951"),
        ("1990-01-01", "1999-12-31", "decade", "1990s"),
        ("1901-01-01", "2000-12-31", "century", "20th century"),
        (None, None, "unknown", "undated"),
        ("2024-13-01", "2024-13-01", "day", "2024-13-01 to 2024-13-01"),
    ],
)
def test_an_interval_is_named(start, end, precision, words):
    assert phrase(start, end, precision) == words


@pytest.mark.parametrize(
    ("duration", "words"),
    [
        ("P4D", "4 days"),
        ("P1W", "1 week"),
        ("PT90M", "90 minutes"),
        ("P2M", "2 months"),
        ("P1Y2M", "P1Y2M"),
        ("PXD", "PXD"),
    ],
)
def test_a_duration_is_named(duration, words):
    assert duration_phrase(duration) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-05-28", "28 May 2024"),
        ("2024-05-27/2024-06-02", "27 May – 2 June 2024"),
        ("2024-05", "2024-05"),
        ("soon", "soon"),
    ],
)
def test_a_claimed_date_is_named_where_it_is_a_day(value, words):
    assert value_phrase("date", value) == words
    assert value_phrase("place", value) == value


@given(
    st.dates(), st.dates(), st.sampled_from(["day", "week", "month", "quarter", "season", "year", "decade", "interval"])
)
def test_every_interval_has_words(one: dt.date, other: dt.date, precision: str):
    first, last = sorted([one, other])
    assert phrase(first.isoformat(), last.isoformat(), precision)
    assert not (first == last and is_vague(first.isoformat(), last.isoformat(), precision))
