"""Annotations that stand apart from their texts: the words that they number are found, and what is wrong is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import InputError
from ingest.extract.categories import STATUSES, TYPES
from ingest.extract.events.reading import Reading
from ingest.train.corpus import add_lessons, load_texts, without
from ingest.train.gold import GoldAgreement
from ingest.train.standoff import load_standoff

TEXT = "Two trawlers collided off Bergen on Monday. The coast guard's inquiry into the collision began in Oslo."
SKY = "The pilots cannot say who fled. They fled on Monday."
ANNOTATIONS = Path(__file__).parents[2] / "annotations" / "news.jsonl"
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
    for name, text in (("sea", TEXT), ("sky", SKY)):
        content = f"---\npublished: 2021-03-10\n---\n\n{text}"
        (tmp_path / "texts" / f"{name}.txt").write_text(content, encoding="utf-8")
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
    assert [Path(reading.article.path).stem for reading in without(readings, [lesson])] == ["sky"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"id": "land", "events": []}, "no text is called 'land'"),
        ({"id": "sky", "events": []}, "'sky' is annotated twice"),
        ({"id": "sea"}, "'events' is missing"),
        ({"id": "sea", "events": [COLLISION | {"mentions": [[2, "sank"]]}]}, "'sank' is not at word 2"),
        ({"id": "sea", "events": [COLLISION | {"mentions": []}]}, "no mention"),
        ({"id": "sea", "events": [COLLISION | {"type": "CRASH"}]}, "CRASH"),
        ({"id": "sea", "events": [COLLISION | {"participants": "Norway"}]}, "no list"),
        ({"id": "sea", "events": [COLLISION | {"end": "2021-03-07"}]}, "no interval"),
        ({"id": "sea", "events": [COLLISION | {"start": "2021-02-30"}]}, "day is out of range"),
    ],
)
def test_what_cannot_be_placed_is_named_with_its_line(
    tmp_path: Path, readings: list[Reading], row: dict[str, Any], problem: str
) -> None:
    with pytest.raises(InputError, match=f"notes.jsonl, line 2: .*{problem}"):
        load_standoff(written(tmp_path, {"id": "sky", "events": []}, row), readings)


def test_a_line_that_is_no_json_is_named(tmp_path: Path, readings: list[Reading]) -> None:
    (tmp_path / "notes.jsonl").write_text('{"id": "sky", "events": []}\n{"id": ', encoding="utf-8")
    with pytest.raises(InputError, match="line 2: no JSON: Expecting value at character"):
        load_standoff(tmp_path / "notes.jsonl", readings)


def test_words_are_numbered_as_they_stand_in_the_text(tmp_path: Path, readings: list[Reading]) -> None:
    fled = COLLISION | {"type": "OTHER", "mentions": [[5, "fled"]]}
    ((reading, gold),) = load_standoff(written(tmp_path, {"id": "sky", "events": [fled]}), readings)
    assert [reading.doc[tokens[0]].text for tokens in gold.events[0].triggers] == ["fled"]


def test_the_annotations_of_the_project_have_one_shape() -> None:
    rows = [json.loads(line) for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows)
    for event in (event for row in rows for event in row["events"]):
        assert set(event) == set(COLLISION)
        assert event["type"] in TYPES
        assert event["status"] in STATUSES
        assert all(len(trigger.split()) <= 5 for _, trigger in event["mentions"])


def test_agreements_have_their_mentions_and_parties(tmp_path: Path, readings: list[Reading]) -> None:
    agreed = {"mentions": [[13, "collision"]], "kind": "other", "status": "agreed", "parties": ["Norway"]}
    row = {"id": "sea", "events": [], "agreements": [agreed]}
    ((reading, gold),) = load_standoff(written(tmp_path, row), readings)
    (token,) = (token.i for token in reading.doc if token.text == "collision")
    assert gold.agreements == (GoldAgreement(((2, "collision"),), ("Norway",), "other", "agreed", ((token,),)),)


def test_a_kind_that_is_none_is_named(tmp_path: Path, readings: list[Reading]) -> None:
    agreed = {"mentions": [[13, "collision"]], "kind": "marriage", "status": "agreed", "parties": ["Norway"]}
    with pytest.raises(InputError, match="no kind or status of an agreement: marriage, agreed"):
        load_standoff(written(tmp_path, {"id": "sea", "events": [], "agreements": [agreed]}), readings)
