"""English is read, other languages are told apart, and what is too short to tell is taken for English."""

from __future__ import annotations

import pytest

from ingest.language import code_of, language_of

ENGLISH = "The ministers of Peru and Chile signed a border treaty in Arica on Monday, officials said."
SPANISH = (
    "Los ministros de Perú y Chile firmaron el lunes en Arica un tratado fronterizo, según informaron los gobiernos."
)
GERMAN = "Die Minister aus Peru und Chile haben am Montag in Arica einen Grenzvertrag unterzeichnet, teilten sie mit."
JAPANESE = "ペルーとチリの外相は月曜日、アリカで国境条約に署名したと両国政府が発表した。"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (ENGLISH * 20, "en"),
        (SPANISH, "es"),
        (GERMAN, "de"),
        (JAPANESE, "ja"),
        ("Treaty signed", "en"),
        ("Peru, Chile", "en"),
        ("", "en"),
    ],
)
def test_the_text_tells_its_language(text: str, code: str) -> None:
    assert language_of(text) == code


def test_what_the_article_states_is_believed() -> None:
    assert language_of(ENGLISH, "es") == "es"
    assert language_of("Treaty signed", "de-AT") == "de"
    assert language_of(ENGLISH, "en-GB") == "en"


def test_a_text_that_surely_is_not_english_is_not_read_as_english() -> None:
    assert language_of(SPANISH * 3, "en") == "es"


@pytest.mark.parametrize(
    ("stated", "code"),
    [("en_US", "en"), ("English", "en"), ("Deutsch", "de"), ("eng", "en"), ("fil", "fil"), ("?!", None), (None, None)],
)
def test_a_language_may_be_stated_as_a_tag_or_by_name(stated: str | None, code: str | None) -> None:
    assert code_of(stated) == code
