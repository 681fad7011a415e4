"""Triggers are compared in what the encoder finds likely to belong to them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from spacy.language import Language

from ingest.extract.encoder.encoder import encode, words_to_encode
from ingest.extract.events.belonging import _compared, belonging_numbers
from ingest.extract.events.deciding import likely, told_by, worth_a_look
from ingest.extract.events.models import Numbers, load_models
from ingest.extract.events.reading import Reading
from ingest.model import Article
from ingest.nlp import parse
from ingest.train.corpus import read_article

COLUMNS = ["sum", "share", "cosine", "only the first"]
CHANCES = arrays.arrays(np.float64, (4, 3), elements=st.floats(0, 1))


@pytest.fixture
def compare(nlp: Language, article_of: Callable[..., Article]) -> Callable[[str, str, str], dict[str, float]]:
    """The numbers of two words of a text, those of entities first."""

    def run(text: str, first: str, second: str) -> dict[str, float]:
        ((article, doc),) = parse([article_of(text, published="2021-06-16")], nlp)
        reading: Reading = read_article(article, doc)
        reading.encoded = encode(words_to_encode(doc, reading.sentences))
        clauses = told_by(reading, likely(reading, worth_a_look(reading), load_models().trigger, load_models().type, 0))
        at = [next(row for row, c in enumerate(clauses) if c.token.lower == word) for word in (first, second)]
        columns = belonging_numbers(reading, clauses, np.array(at[:1]), np.array(at[1:]))
        names = [f"{relation} {column}" for relation in ("part", "time", "place") for column in COLUMNS]
        return {name: float(column[0]) for name, column in zip(names, columns, strict=True)}

    return run


def test_triggers_of_two_days_are_less_alike_than_those_of_one(compare: Callable[..., dict[str, float]]) -> None:
    one = compare("Norway and Chile met on Monday. The summit on Monday ended without a deal.", "met", "summit")
    two = compare("Norway and Chile met on Monday. The summit on Tuesday ended without a deal.", "met", "summit")
    assert one["time cosine"] > two["time cosine"]
    assert one["time only the first"] < two["time only the first"]


def test_triggers_of_others_are_less_alike_than_those_of_the_same(compare: Callable[..., dict[str, float]]) -> None:
    own = compare("Police arrested Ada Roe in Oslo. Police seized Ada Roe at home.", "arrested", "seized")
    other = compare("Police arrested Ada Roe in Oslo. Soldiers seized Odd Moe at home.", "arrested", "seized")
    assert own["part cosine"] > other["part cosine"]


def test_whoever_is_told_of_together_counts_one_by_one(compare: Callable[..., dict[str, float]]) -> None:
    text = "President Ada Roe of Norway met President Odd Moe of Chile in Oslo. Both leaders signed a treaty."
    assert compare(text, "met", "signed")["part cosine"] > 0.5


def test_where_nothing_is_named_nothing_is_shared(compare: Callable[..., dict[str, float]]) -> None:
    numbers = compare("Somebody was arrested. Somebody was killed.", "arrested", "killed")
    assert [numbers[f"time {column}"] for column in COLUMNS] == [0, 0, 0, 0]


@given(CHANCES)
def test_whoever_is_compared_with_itself_has_all_in_common(chances: Numbers) -> None:
    same = np.arange(len(chances))
    common, _, _, only = _compared(chances, same, same)
    assert np.allclose(common, chances.sum(axis=1))
    assert not only.any()


@given(CHANCES)
def test_what_both_have_is_the_same_from_either_side(chances: Numbers) -> None:
    i, j = np.triu_indices(len(chances))
    for there, back in zip(_compared(chances, i, j)[:3], _compared(chances, j, i)[:3], strict=True):
        assert np.allclose(there, back)
