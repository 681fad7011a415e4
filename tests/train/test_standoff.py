"""Annotations that stand apart from their texts: the words that they number are found, and what is wrong is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import InputError
from ingest.extract.events.reading import Reading
from ingest.train.corpus import add_lessons, load_texts, without
from ingest.train.standoff import load_standoff

TEXT = "Two trawlers collided off Bergen on Monday. The coast guard's inquiry into the collision began in Oslo."
COLLISION: dict[str, Any] = {
    "type": "DISASTER",
    "mentions": [[2, "collided"], [14, "collision"]],
    "start": "2021-03-08",
    "end": "2021-03-08",
    "status": "occurred",
    "place": "Bergen",
    "participants": ["Two trawlers"],
}


@pytest.fixture
def readings(tmp_path: Path) -> list[Reading]:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "sea.txt").write_text(f"---\npublished: 2021-03-10\n---\n\n{TEXT}", encoding="utf-8")
    return load_texts([tmp_path / "texts"])


def written(folder: Path, *rows: dict[str, Any]) -> Path:
    path = folder / "notes.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_the_words_of_a_mention_are_found_by_their_number(tmp_path: Path, readings: list[Reading]) -> None:
    ((reading, gold),) = load_standoff(written(tmp_path, {"id": "sea", "events": [COLLISION]}), readings)
    (event,) = gold.events
    assert [reading.doc[tokens[0]].text for tokens in event.triggers] == ["collided", "collision"]
    assert event.sentences == {1, 2}
    assert gold.sentences_at(event.triggers[1]) == {2}


def test_a_number_that_is_a_little_off_finds_the_nearest_such_word(tmp_path: Path, readings: list[Reading]) -> None:
    moved = COLLISION | {"mentions": [[4, "collided"], [16, "collision"]]}
    ((reading, gold),) = load_standoff(written(tmp_path, {"id": "sea", "events": [moved]}), readings)
    assert [reading.doc[tokens[0]].text for tokens in gold.events[0].triggers] == ["collided", "collision"]


def test_an_annotated_text_is_a_lesson_and_no_further_text(tmp_path: Path, readings: list[Reading]) -> None:
    (lesson,) = add_lessons(written(tmp_path, {"id": "sea", "events": [COLLISION]}), readings, folds=2)
    assert {lesson.reading.doc[token].text for token, event in lesson.owner.items() if event == 0} == {
        "collided",
        "collision",
    }
    assert without(readings, [lesson]) == []


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"id": "land", "events": []}, "'land' is missing"),
        ({"id": "sea"}, "'events' is missing"),
        ({"id": "sea", "events": [COLLISION | {"mentions": [[2, "sank"]]}]}, "'sank' is not at word 2"),
        ({"id": "sea", "events": [COLLISION | {"type": "CRASH"}]}, "CRASH"),
    ],
)
def test_what_cannot_be_placed_is_named_with_its_line(
    tmp_path: Path, readings: list[Reading], row: dict[str, Any], problem: str
) -> None:
    with pytest.raises(InputError, match=f"notes.jsonl:2.*{problem}"):
        load_standoff(written(tmp_path, {"id": "sea", "events": []}, row), readings)
