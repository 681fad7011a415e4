"""What the encoder learns from: labels of words and of pairs of words, from annotated sentences."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from ingest.extract.categories import AGREEMENT_KINDS, AGREEMENT_STATUSES, STATUSES, TYPES
from ingest.extract.encoder.pieces import Pieces
from ingest.train.corpus import load_lessons
from ingest.train.labels import Labelled, average, label
from ingest.train.lessons import Lesson

TEXT = """---
published: 2021-03-10
---
Norway and Chile signed a fisheries treaty in Oslo on Tuesday. The signing ended a long dispute, said Peru.
"""
ANNOTATION = {
    "id": "treaty",
    "published": "2021-03-10",
    "sentences": [
        "Norway and Chile signed a fisheries treaty in Oslo on Tuesday.",
        "The signing ended a long dispute, said Peru.",
    ],
    "events": [
        {
            "type": "AGREE",
            "status": "occurred",
            "mentions": [[1, "signed"], [2, "signing"]],
            "start": "2021-03-09",
            "end": "2021-03-09",
            "place": "Oslo",
            "participants": ["Norway", "Chile"],
        }
    ],
    "agreements": [
        {
            "kind": "treaty",
            "status": "signed",
            "mentions": [[1, "signed a fisheries treaty"]],
            "subject": "fisheries treaty",
            "instrument": None,
            "parties": ["Norway", "Chile"],
        }
    ],
    "quotations": [[2, "Peru", "The signing ended a long"]],
}


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    folder: Path = tmp_path_factory.mktemp("gold")
    for name in ("articles", "gold"):
        (folder / name).mkdir()
    (folder / "articles" / "treaty.txt").write_text(TEXT, encoding="utf-8")
    (folder / "gold" / "treaty.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")
    (found,) = load_lessons(folder, 1)
    return found


@pytest.fixture(scope="module")
def labelled(lesson: Lesson) -> Labelled:
    return label(lesson, Pieces({"[UNK]": 0}))


def said(lesson: Lesson, token: int) -> str:
    return lesson.reading.words[token].text


def test_triggers_are_happenings_with_type_and_status(lesson: Lesson, labelled: Labelled) -> None:
    happenings = {said(lesson, token) for token, yes in labelled.happening.items() if yes}
    assert happenings == {"signed", "signing"}
    assert {TYPES[int(shares.argmax())] for shares in labelled.types.values()} == {"AGREE"}
    assert {STATUSES[int(shares.argmax())] for shares in labelled.statuses.values()} == {"occurred"}
    assert not labelled.happening[next(t for t in labelled.happening if said(lesson, t) == "dispute")]


def test_triggers_of_one_event_are_the_same(lesson: Lesson, labelled: Labelled) -> None:
    ((later, earlier, same),) = labelled.pairs["same"]
    assert (said(lesson, later), said(lesson, earlier), same) == ("signing", "signed", True)


def test_names_times_and_places_are_told_from_others(lesson: Lesson, labelled: Labelled) -> None:
    parts = {(said(lesson, word), said(lesson, other)): hit for word, other, hit in labelled.pairs["part"]}
    assert parts["signed", "Norway"]
    assert parts["signing", "Chile"]
    assert not parts["signing", "Peru"]
    assert all(hit for _, _, hit in labelled.pairs["time"])
    assert any(hit and said(lesson, other) == "Oslo" for _, other, hit in labelled.pairs["place"])


def test_words_that_tell_an_agreement_have_its_kind_status_and_parties(lesson: Lesson, labelled: Labelled) -> None:
    assert {said(lesson, t) for t, yes in labelled.agreeing.items() if yes} == {"signed", "fisheries", "treaty"}
    assert not labelled.agreeing[next(t for t in labelled.agreeing if said(lesson, t) == "signing")]
    assert {AGREEMENT_KINDS[int(shares.argmax())] for shares in labelled.agreement_kinds.values()} == {"treaty"}
    assert {AGREEMENT_STATUSES[int(shares.argmax())] for shares in labelled.agreement_statuses.values()} == {"signed"}
    parties = {(said(lesson, word), said(lesson, other)): hit for word, other, hit in labelled.pairs["party"]}
    assert parties["treaty", "Norway"]
    assert not parties["treaty", "Peru"]


def test_the_first_word_of_a_quotation_is_set_against_who_may_say_it(lesson: Lesson, labelled: Labelled) -> None:
    speakers = {(said(lesson, word), said(lesson, other)): hit for word, other, hit in labelled.pairs["speaker"]}
    assert speakers["The", "Peru"]
    assert not speakers["The", "Norway"]


def test_words_of_pairs_are_named_once(lesson: Lesson, labelled: Labelled) -> None:
    said_words = [said(lesson, word) for word in labelled.related()]
    assert {"signed", "signing", "Norway", "Peru", "Oslo"} <= set(said_words)
    assert len(labelled.related()) == len(set(labelled.related()))


def test_a_piece_stands_for_every_word_of_the_body(lesson: Lesson, labelled: Labelled) -> None:
    assert len(labelled.first) == len(lesson.reading.words)
    assert all(
        first >= 0 for first, word in zip(labelled.first, lesson.reading.words, strict=True) if word.text.strip()
    )


def test_what_several_say_of_a_text_is_taken_together() -> None:
    sure, doubtful = (Labelled([7, 8], [0, 1], [0, 0], happening={0: share, 1: 0.0}) for share in (1.0, 0.5))
    sure.types = {0: np.array([0.8, 0.2], dtype=np.float32)}
    sure.pairs["part"], doubtful.pairs["part"] = [(0, 1, 1.0), (1, 0, 0.4)], [(0, 1, 0.5)]
    sure.columns = {0: np.ones(3, dtype=np.float32)}
    whole = average([sure, doubtful])
    assert whole.happening == {0: 0.75, 1: 0.0}
    assert whole.types[0].tolist() == pytest.approx([0.4, 0.1])  # told by one of two, and so with half the weight
    assert whole.pairs["part"] == [(0, 1, 0.75), (1, 0, 0.4)]
    assert whole.columns is sure.columns
