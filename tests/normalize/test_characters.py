"""One spelling for every character, and the same again when repeated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.normalize.characters import clean, clean_line

EXAMPLES = [
    ("The Prime\u00a0Minister\u2009left", "The Prime Minister left"),
    ("co\u00adoperation\u200b and\ufeff trade", "cooperation and trade"),
    ("Sa\u0303o Paulo", "S\u00e3o Paulo"),
    ("The presidentâ€™s visit to MÃ¼nchen", "The president's visit to M\u00fcnchen"),
    ("Marks &amp; Spencer", "Marks & Spencer"),
    ("Chile\u2019s minister", "Chile's minister"),
    ("\u201cWe agreed,\u201d he said", "\u201cWe agreed,\u201d he said"),
    ("\u201eWir sind einig\u201d", "\u201cWir sind einig\u201d"),
    ("\u00abWe agreed\u00bb", "\u201cWe agreed\u201d"),
    ("``We agreed,'' he said", "\u201cWe agreed,\u201d he said"),
    ("a four\u2011day visit", "a four-day visit"),
    ("LIMA -- Ministers met", "LIMA \u2014 Ministers met"),
    ("2019\u201320 \u2014 a year", "2019\u201320 \u2014 a year"),
    ("one\u2028two\u2029three", "one\ntwo\nthree"),
    ("half \ud83d a character", "half \ufffd a character"),
    ("a\u0007 bell", "a bell"),
]


@pytest.mark.parametrize(("written", "stored"), EXAMPLES)
def test_the_text_is_stored_in_one_spelling(written: str, stored: str) -> None:
    assert clean(written) == stored


@pytest.mark.parametrize(("written", "stored"), EXAMPLES)
def test_cleaning_twice_is_cleaning_once(written: str, stored: str) -> None:
    assert clean(clean(written)) == clean(written)


@given(st.text(max_size=80))
def test_it_holds_for_any_text(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    cleaned.encode("utf-8")


def test_a_title_is_one_line_or_nothing() -> None:
    assert clean_line("  Treaty\n signed\u00a0 ") == "Treaty signed"
    assert clean_line(" \u200b ") is None
    assert clean_line(None) is None
