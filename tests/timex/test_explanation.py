"""`explain` tells a reader which rule fired, against what, and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ingest.model import Publication
from ingest.timex import explain

PUBLISHED = Publication("2019-07-11", "2019-07-11", "2019-07-11", "metadata")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "The minister resigned on Friday.",
            ("rule weekday reads weekday 'friday'", "anchor: publication, 2019-07-11",
             "past tense, counted from publication", "result: day 2019-07-05"),
        ),
        (
            "They met on July 4. The following day, the army moved.",
            ("anchor: 'July 4', 2019-07-04", "result: day 2019-07-05"),
        ),
        ("The treaty was signed on 13 July 2018.", ("anchor: none needed, the words say the whole",)),
        ("He left the day before the summit.", ("anchor: the event named after it; waits for that event's day",)),
        ("Trains stood still since Monday.", ("the word before it says that it is over, counted from publication",)),
        ("Polls close at 5 p.m. on Friday.", ("result: day 2019-07-12, so 2019-07-12T17:00",)),
    ],
)  # fmt: skip
def test_the_steps_are_told_in_order(text: str, lines: tuple[str, ...], parse: Callable[[str], Doc]) -> None:
    _, steps = explain(parse(text), PUBLISHED)[-1]
    assert [step for step in steps if step in lines] == list(lines)


def test_without_a_publication_it_says_that_none_is_known(parse: Callable[[str], Doc]) -> None:
    _, steps = explain(parse("The minister resigned on Friday."), Publication())[-1]
    assert "anchor: none is known" in steps
