"""Without a publication date nothing is guessed; once it is known, stored expressions are resolved without parsing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ingest.model import Publication, TimeExpression
from ingest.timex import annotate, settle

UNKNOWN = Publication()
WEEK = Publication(None, "2024-05-27", "2024-06-02", "corroborated")


def day(text: str) -> Publication:
    return Publication(text, text, text, "corroborated")


def only(doc: Doc, publication: Publication = UNKNOWN) -> TimeExpression:
    (found,) = annotate(doc, publication)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy arrived on Monday.", "XXXX-WXX-1"),
        ("The envoy arrived on May 26.", "XXXX-05-26"),
        ("The envoy arrived this week.", "XXXX-WXX"),
        ("The envoy arrived today.", "XXXX-XX-XX"),
        ("The envoy arrived last year.", "XXXX"),
        ("The envoy arrived two months ago.", "XXXX-XX"),
        ("The envoy arrived last night.", "XXXX-XX-XXTNI"),
    ],
)
def test_without_publication_the_unknown_is_written_as_unknown(
    text: str, value: str, parse: Callable[[str], Doc]
) -> None:
    found = only(parse(text))
    assert (found.value, found.anchor, found.earliest, found.latest, found.edtf) == (value, "none", None, None, None)
    assert found.pending is not None


def test_absolute_dates_wait_for_nothing(parse: Callable[[str], Doc]) -> None:
    found = only(parse("The treaty was signed on 13 July 2019."))
    assert (found.value, found.anchor, found.pending) == ("2019-07-13", "absolute", None)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy arrived on Monday and will leave on Friday.",
        "The court ruled on May 26, two days earlier than it had said last week.",
        "The party won last year. The following year it will lose, in the past three months it fell.",
        "She will speak at 5 p.m. on Thursday, over Easter weekend or in the third quarter.",
        "The line opened in June last year, at the turn of the year, yesterday or in the summer.",
        "They met on Tuesday. The next morning, the army moved.",
        "Sales in the quarter ended March 31 rose from a year earlier. The strike lasts from Friday to Monday.",
        "The flags flew over Labor Day weekend. The ferry sank this morning, and Friday morning local time.",
        "Prices rose in the three months to June; the market is shut until May.",
    ],
)
def test_settling_gives_what_annotating_with_the_date_gives(text: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(text)
    for late, early in zip(annotate(doc, UNKNOWN), annotate(doc, day("2024-05-29")), strict=True):
        settled = settle(late, day("2024-05-29"))
        assert (settled.value, settled.earliest, settled.latest, settled.edtf) == (
            early.value, early.earliest, early.latest, early.edtf,
        ), late.text  # fmt: skip
        assert settled.pending is None


def test_a_publication_known_as_an_interval_gives_intervals(parse: Callable[[str], Doc]) -> None:
    settled = settle(only(parse("The two leaders met today.")), WEEK)
    assert (settled.earliest, settled.latest, settled.value) == ("2024-05-27", "2024-06-02", "2024-W22")
    assert (settled.anchor, settled.granularity, settled.edtf) == ("publication", "interval", "2024-05-27/2024-06-02")


def test_this_week_covers_the_weeks_of_the_interval(parse: Callable[[str], Doc]) -> None:
    expression = only(parse("The two leaders met this week."))
    assert settle(expression, WEEK).value == "2024-W22"
    over_two = Publication(None, "2024-05-30", "2024-06-05", "corroborated")
    settled = settle(expression, over_two)
    assert (settled.earliest, settled.latest) == ("2024-05-27", "2024-06-09")


def test_annotating_with_an_interval_is_settling_with_it(parse: Callable[[str], Doc]) -> None:
    doc = parse("The two leaders met on Monday, a year after the fall of 2022.")
    for bounded, unknown in zip(annotate(doc, WEEK), annotate(doc, UNKNOWN), strict=True):
        settled = settle(unknown, WEEK)
        assert (bounded.earliest, bounded.latest, bounded.value) == (settled.earliest, settled.latest, settled.value)


def test_settling_with_nothing_known_changes_nothing(parse: Callable[[str], Doc]) -> None:
    expression = only(parse("The two leaders met today."))
    assert settle(expression, UNKNOWN) is expression
