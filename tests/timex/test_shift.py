"""Expressions that hang on an event are resolved once the event's day is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ingest.model import Publication, TimeExpression
from ingest.timex import annotate, settle
from ingest.timex.shift import hangs_on_event, shift

PUBLISHED = Publication("2019-07-11", "2019-07-11", "2019-07-11", "metadata")


def first(doc: Doc) -> TimeExpression:
    return annotate(doc, PUBLISHED)[0]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The envoys arrived the day before the summit.", "2019-06-27", "2019-06-27"),
        ("The envoys left the day after the summit.", "2019-06-30", "2019-06-30"),
        ("The envoys left the week after the summit.", "2019-07-01", "2019-07-07"),
        ("He resigned two weeks after the summit.", "2019-07-13", "2019-07-13"),
        ("He resigned three days before the summit.", "2019-06-25", "2019-06-25"),
        ("He resigned a month after the summit.", "2019-07-29", "2019-07-29"),
    ],
)
def test_the_event_gives_the_day(text: str, earliest: str, latest: str, parse: Callable[[str], Doc]) -> None:
    expression = first(parse(text))
    assert hangs_on_event(expression)
    assert expression.earliest is None
    shifted = shift(expression, "2019-06-28", "2019-06-29")
    assert (shifted.earliest, shifted.latest, shifted.anchor) == (earliest, latest, "event")
    assert shifted.pending is None


def test_an_event_without_a_day_leaves_it_open(parse: Callable[[str], Doc]) -> None:
    expression = first(parse("The envoys arrived the day before the summit."))
    assert shift(expression, None) is expression


def test_publication_alone_does_not_settle_it(parse: Callable[[str], Doc]) -> None:
    expression = first(parse("The envoys arrived the day before the summit."))
    assert settle(expression, PUBLISHED) is expression


def test_other_expressions_hang_on_no_event(parse: Callable[[str], Doc]) -> None:
    expression = first(parse("The envoys arrived on Monday."))
    assert not hangs_on_event(expression)
    assert shift(expression, "2019-06-28") is expression
