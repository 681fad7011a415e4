"""Texts in other words: the same sentences, some words of which are exchanged for others of their form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from spacy.language import Language

from ingest.extract.encoder.encoder import words_to_encode
from ingest.extract.events.reading import Reading
from ingest.model import Article
from ingest.nlp import parse
from ingest.train.altered import Words, form_of
from ingest.train.corpus import read_article

TEXTS = (
    "Rebels attacked the harbour of Lagos on 3 May 2021. The rebels fled after the police fired shots.",
    "Farmers blocked the bridge at Turin in March. Ministers met the farmers and promised cheaper diesel.",
    "Judges freed a sailor in Lima. Workers painted the station and doctors praised the quiet crowd.",
)


Read = Callable[..., list[Reading]]


@pytest.fixture
def read(nlp: Language, article_of: Callable[..., Article]) -> Read:
    return lambda *texts: [read_article(*item) for item in parse([article_of(text) for text in texts], nlp)]


@pytest.fixture
def readings(read: Read) -> list[Reading]:
    return read(*TEXTS)


def changes(words: Words, reading: Reading) -> dict[str, set[str]]:
    """What each word of the text was exchanged for, over many drawings."""
    found: dict[str, set[str]] = {}
    own = words_to_encode(reading.doc, reading.sentences)
    for seed in range(60):
        for before, after in zip(own, words.alter(reading, seed), strict=True):
            found.setdefault(before, set()).add(after)
    return found


def test_words_are_exchanged_for_words_of_their_form(readings: list[Reading]) -> None:
    words = Words(readings)
    found = changes(words, readings[0])
    assert len(found["attacked"]) > 1
    assert found["attacked"] <= {
        "attacked",
        "fled",
        "fired",
        "blocked",
        "met",
        "promised",
        "freed",
        "painted",
        "praised",
    }
    assert found["harbour"] <= {"harbour", "police", "bridge", "diesel", "sailor", "station", "crowd"}


def test_the_words_of_grammar_numbers_and_times_stay(readings: list[Reading]) -> None:
    found = changes(Words(readings), readings[0])
    assert all(found[word] == {word} for word in ("the", "on", "3", "May", "2021", "after", "."))


def test_a_word_is_exchanged_for_the_same_one_throughout(readings: list[Reading]) -> None:
    words, reading = Words(readings), readings[1]
    for seed in range(60):
        exchanged: dict[tuple[str, str], str] = {}
        for token, after in zip(reading.doc, words.alter(reading, seed), strict=True):
            assert exchanged.setdefault((token.text, token.tag_), after) == after


def test_the_same_seed_gives_the_same_text(readings: list[Reading]) -> None:
    words = Words(readings)
    assert words.alter(readings[2], 7) == words.alter(readings[2], 7)
    assert len({tuple(words.alter(readings[2], seed)) for seed in range(60)}) > 5


def test_names_are_exchanged_for_names_of_their_kind(readings: list[Reading]) -> None:
    forms = {token.text: form_of(token) for reading in readings for token in reading.doc}
    lagos = forms["Lagos"]
    assert lagos is not None
    assert lagos.kind == "GPE"
    assert changes(Words(readings), readings[0])["Lagos"] <= {"Lagos", "Turin", "Lima"}


def test_words_that_mean_much_the_same_are_preferred(read: Read) -> None:
    (reading,) = read("The treaty failed. An agreement followed. The onion rotted. The ladder broke.")
    words = Words([reading])
    drawn = Counter(words.alter(reading, seed)[1] for seed in range(400))
    assert drawn["agreement"] > drawn["onion"] + drawn["ladder"]
