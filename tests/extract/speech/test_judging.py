"""Speakers whom the rules leave open are named where the encoder is sure of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc

from ingest.extract.cast import Cast, build_cast
from ingest.extract.encoder.layout import FIRST_PLAIN, REACH, RELATIONS, WIDTH, Encoded
from ingest.extract.quotations import find_quotations
from ingest.extract.sentences import find_sentences
from ingest.extract.speech.judging import name_speakers
from ingest.model import Article, Quotation
from ingest.timex import annotate

TEXT = (
    "Solveig Hauge of the Harbour Board met Lars Dahl in Bergen on Monday.\n"
    'A statement came an hour later. "The ferry stays where it is," it read.'
)


@pytest.fixture(scope="module")
def scene(parse: Callable[[str], Doc], article_of: Callable[..., Article]) -> tuple[Doc, Cast, Quotation]:
    article, doc = article_of(TEXT), parse(TEXT)
    sentences = find_sentences(article, doc)
    cast = build_cast(doc, article, sentences, annotate(doc, article.publication))
    (found,) = find_quotations(doc, article, sentences, cast)
    return doc, cast, replace(found, speaker=None, speaker_text="it")


def sure_of(doc: Doc, word: str, odds: float) -> Encoded:
    """Rows in which one word is, with these log odds, who says whatever is said."""
    rows = np.zeros((len(doc), WIDTH), dtype=np.float32)
    rows[:, FIRST_PLAIN + 2 * RELATIONS.index("speaker") + 1] = -9
    token = next(token.i for token in doc if token.text == word)
    rows[token, FIRST_PLAIN + 2 * RELATIONS.index("speaker") + 1] = odds
    return Encoded(rows)


def speaker(scene: tuple[Doc, Cast, Quotation], odds: float, word: str = "Hauge", **change: Any) -> str | None:
    doc, cast, quotation = scene
    (named,) = name_speakers(doc, cast, [replace(quotation, **change)], sure_of(doc, word, odds))
    return None if named.speaker is None else cast.entities[named.speaker].name


@pytest.mark.parametrize("words", ["she", "I", "52-year-old", "the 52-year-old"])
def test_a_person_is_said_by_whom_the_encoder_is_sure_of(scene: tuple[Doc, Cast, Quotation], words: str) -> None:
    assert speaker(scene, 3.0, speaker_text=words) == "Solveig Hauge"


def test_nobody_is_named_on_a_guess(scene: tuple[Doc, Cast, Quotation]) -> None:
    assert speaker(scene, 0.2, speaker_text="she") is None


def test_it_is_a_body_and_she_is_none(scene: tuple[Doc, Cast, Quotation]) -> None:
    assert speaker(scene, 3.0, speaker_text="it") is None
    assert speaker(scene, 3.0, word="Board", speaker_text="it") == "Harbour Board"
    assert speaker(scene, 3.0, word="Board", speaker_text="she") is None


def test_words_for_the_unnamed_stay(scene: tuple[Doc, Cast, Quotation]) -> None:
    assert speaker(scene, 3.0, speaker_text="a guide") is None
    assert speaker(scene, 3.0, speaker_text=None) is None


def test_whom_the_rules_name_stays(scene: tuple[Doc, Cast, Quotation]) -> None:
    dahl = next(i for i, entity in enumerate(scene[1].entities) if entity.name == "Lars Dahl")
    assert speaker(scene, 3.0, speaker_text="she", speaker=dahl) == "Lars Dahl"


def test_who_stands_too_far_off_or_within_the_speech_does_not_say_it(scene: tuple[Doc, Cast, Quotation]) -> None:
    assert speaker(scene, 3.0, speaker_text="she", sentence=REACH["speaker"] + 1) is None
    assert speaker(scene, 3.0, speaker_text="she", start=0) is None


def test_what_goes_on_is_said_by_who_began(scene: tuple[Doc, Cast, Quotation]) -> None:
    doc, cast, quotation = scene
    first, second = replace(quotation, speaker_text="she"), replace(quotation, speaker_text="she", cue=None, start=0)
    named = name_speakers(doc, cast, [first, second], sure_of(doc, "Hauge", 3.0))
    assert [one.speaker for one in named] == [None, None]  # the second holds her name, so that nobody says either
    apart = replace(second, start=quotation.start)
    named = name_speakers(doc, cast, [first, apart], sure_of(doc, "Hauge", 3.0))
    assert {cast.entities[one.speaker].name for one in named if one.speaker is not None} == {"Solveig Hauge"}
    assert all(one.speaker is not None for one in named)


@pytest.mark.parametrize(
    ("words", "name"),
    [("the beekeeper", "Lars Dahl"), ("a beekeeper", "beekeeper"), ("the old beekeeper", "old beekeeper")],
)
def test_the_beekeeper_is_someone_told_of(
    parse: Callable[[str], Doc], article_of: Callable[..., Article], words: str, name: str
) -> None:
    text = f'Lars Dahl had watered his roof. "It jumped over our heads," {words} said. Solveig Hauge agreed.'
    article, doc = article_of(text), parse(text)
    sentences = find_sentences(article, doc)
    cast = build_cast(doc, article, sentences, annotate(doc, article.publication))
    (named,) = name_speakers(doc, cast, find_quotations(doc, article, sentences, cast), sure_of(doc, "Dahl", 3.0))
    assert named.speaker is not None
    assert cast.entities[named.speaker].name == name
