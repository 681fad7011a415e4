"""Speakers whom the rules leave open are named where the encoder is sure of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from spacy.tokens import Doc

from ingest.extract.cast import Cast, build_cast
from ingest.extract.encoder.layout import FIRST_PLAIN, RELATIONS, WIDTH, Encoded
from ingest.extract.quotations import find_quotations
from ingest.extract.sentences import find_sentences
from ingest.extract.speech.judging import name_speakers
from ingest.model import Article, Quotation
from ingest.timex import annotate

TEXT = (
    "Solveig Hauge of the harbour board met Lars Dahl in Bergen on Monday.\n"
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
    (token,) = (token.i for token in doc if token.text == word)
    rows[token, FIRST_PLAIN + 2 * RELATIONS.index("speaker") + 1] = odds
    return Encoded(rows)


def speaker(scene: tuple[Doc, Cast, Quotation], quotation: Quotation, odds: float) -> str | None:
    doc, cast, _ = scene
    (named,) = name_speakers(doc, cast, [quotation], sure_of(doc, "Hauge", odds))
    return None if named.speaker is None else cast.entities[named.speaker].name


def test_a_pronoun_is_said_by_whom_the_encoder_is_sure_of(scene: tuple[Doc, Cast, Quotation]) -> None:
    assert speaker(scene, scene[2], 3.0) == "Solveig Hauge"


def test_nobody_is_named_on_a_guess(scene: tuple[Doc, Cast, Quotation]) -> None:
    assert speaker(scene, scene[2], 0.2) is None


def test_an_age_stands_for_someone_and_a_guide_for_nobody_named(scene: tuple[Doc, Cast, Quotation]) -> None:
    assert speaker(scene, replace(scene[2], speaker_text="52-year-old"), 3.0) == "Solveig Hauge"
    assert speaker(scene, replace(scene[2], speaker_text="a guide"), 3.0) is None


def test_whom_the_rules_name_stays(scene: tuple[Doc, Cast, Quotation]) -> None:
    dahl = next(i for i, entity in enumerate(scene[1].entities) if entity.name == "Lars Dahl")
    assert speaker(scene, replace(scene[2], speaker=dahl), 3.0) == "Lars Dahl"
