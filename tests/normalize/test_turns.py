"""Who is named before a turn of an interview."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.normalize.turns import find_turns


def said(text: str) -> list[tuple[str, str]]:
    return [(turn.name, text[turn.end : turn.until].strip()) for turn in find_turns(text)]


def test_names_in_double_brackets() -> None:
    text = "We met in Oslo.\n\n((Ada Berg)) I began in May.\n\nIt was hard.\n\n((WN)) Why?\n\n((Ada Berg)) Ice."
    assert said(text) == [("Ada Berg", "I began in May.\n\nIt was hard."), ("WN", "Why?"), ("Ada Berg", "Ice.")]


@pytest.mark.parametrize("one", ["Q", "Courier", "THE COURIER", "Ada Berg"])
@pytest.mark.parametrize("other", ["A", "Bo Lind", "LIND"])
def test_names_with_a_colon_that_take_turns(one: str, other: str) -> None:
    text = f"{one}: When?\n{other}: In May.\n{one}: Where?\n{other}: In Oslo."
    assert said(text) == [(one, "When?"), (other, "In May."), (one, "Where?"), (other, "In Oslo.")]


@pytest.mark.parametrize(
    "text",
    [
        "Background: The talks began in May.\nUpdate: They ended.",
        "Monday: The talks began.\nMonday: They ended.",
        "He said: I began in May.\nShe said: I ended in June.",
        '"Bread for all." ((de))German language: Brot für alle.',
        "((fr))French language: Du pain.",
        "At 10:30 the talks began.\nAt 11:30 they ended.",
    ],
)
def test_other_colons_and_brackets_are_no_turns(text: str) -> None:
    assert find_turns(text) == ()


@given(st.lists(st.sampled_from(["((Ada)) ", "Q: ", "A: ", "I went.", "\n", " ", "Why? "]), max_size=20).map("".join))
def test_turns_stand_in_order_and_touch(text: str) -> None:
    turns = find_turns(text)
    assert all(turn.start < turn.end < turn.until <= len(text) for turn in turns)
    assert all(one.until == two.start for one, two in pairwise(turns))
