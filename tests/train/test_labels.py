"""What the encoder learns from: labels of words and of pairs of words, from annotated sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.extract.categories import STATUSES, TYPES
from ingest.extract.encoder.pieces import Pieces
from ingest.train.corpus import load_lessons
from ingest.train.labels import Labelled, label
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


def test_words_of_pairs_are_named_once(lesson: Lesson, labelled: Labelled) -> None:
    said_words = [said(lesson, word) for word in labelled.related()]
    assert {"signed", "signing", "Norway", "Peru", "Oslo"} <= set(said_words)
    assert len(labelled.related()) == len(set(labelled.related()))


def test_a_piece_stands_for_every_word_of_the_body(lesson: Lesson, labelled: Labelled) -> None:
    assert len(labelled.first) == len(lesson.reading.words)
    assert all(
        first >= 0 for first, word in zip(labelled.first, lesson.reading.words, strict=True) if word.text.strip()
    )
