"""What could belong to an event is weighed beside its rivals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from spacy.language import Language

from ingest.extract.encoder.encoder import encode, words_to_encode
from ingest.extract.events.attaching import UNREAD, _beside_others
from ingest.extract.events.attaching_when import SOME_DAY, _against_publication, days_of, time_rows
from ingest.extract.events.attaching_who import _against_names
from ingest.extract.events.deciding import grouped, likely, told_by, worth_a_look
from ingest.extract.events.models import load_models
from ingest.model import Article, Publication
from ingest.nlp import parse
from ingest.train.corpus import read_article


def test_each_thing_stands_above_or_below_the_likeliest_other() -> None:
    read = np.array([[2.0, 2.5], [-1.0, 0.5], [0.5, 3.0]])
    assert _beside_others(read).tolist() == [[1.5, -0.5, 0], [-3.0, -2.5, 2], [-1.5, 0.5, 1]]


def test_the_likeliest_two_alike_are_level() -> None:
    assert _beside_others(np.array([[1.0, 1.0], [1.0, 1.0]])).tolist() == [[0, 0, 0], [0, 0, 0]]


@pytest.mark.parametrize("count", [0, 1])
def test_what_is_alone_has_no_rival(count: int) -> None:
    assert _beside_others(np.ones((count, 2))).tolist() == [[-UNREAD, -UNREAD, 0]] * count


def test_everybody_is_held_against_the_likeliest_who_has_a_name() -> None:
    read, names = np.array([[2.0, 0.0], [1.0, 0.0], [-3.0, 0.0]]), np.array([False, True, True])
    assert _against_names(read, names).tolist() == [[0, 1.0], [1, 0.0], [1, -4.0]]


@pytest.mark.parametrize(
    ("words", "place"), [("today", 2), ("this week", 3), ("last month", 1), ("next Tuesday", 4), ("on 5 March 1998", 0)]
)
def test_days_of_an_article_without_a_date_are_compared_as_if_on_one_day(
    nlp: Language, article_of: Callable[..., Article], words: str, place: int
) -> None:
    article = replace(article_of(f"Norway and Chile met {words}."), publication=Publication())
    ((article, doc),) = parse([article], nlp)
    reading = read_article(article, doc)
    (expression,), (days,) = reading.expressions, days_of(reading)
    assert _against_publication(reading, expression, days) == place


@pytest.mark.parametrize("words", ["this week", "on Tuesday", "last month"])
def test_an_article_without_a_date_is_read_as_one_of_some_day(
    nlp: Language, article_of: Callable[..., Article], words: str
) -> None:
    text = f"Norway and Chile agreed to share the cod during a summit in Oslo {words}."
    seen = []
    for publication in (Publication(), Publication(SOME_DAY, SOME_DAY, SOME_DAY)):
        ((article, doc),) = parse([replace(article_of(text), publication=publication)], nlp)
        reading = read_article(article, doc)
        reading.encoded = encode(words_to_encode(doc, reading.sentences))
        kept = likely(reading, worth_a_look(reading), load_models().trigger, load_models().type, 0.0)
        clauses = told_by(reading, kept)
        event = grouped(reading, kept, clauses, [0], 0.9, load_models().status)
        seen.append(time_rows(reading, event, clauses))
    assert seen[0][0] == seen[1][0] == [0]
    assert seen[0][1].tolist() == seen[1][1].tolist()
