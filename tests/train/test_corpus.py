"""Texts without annotation: all that the folders hold, but nothing that an encoder is checked on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.errors import InputError
from ingest.train.corpus import load_lessons, load_texts, without

STORY = (
    "Norway and Chile signed a fisheries treaty in Oslo on Tuesday, after eleven months of talks that both "
    "sides called long and friendly."
)
ANNOTATION = {"id": "treaty", "published": "2021-03-10", "sentences": [STORY], "events": []}


def _annotate(folder: Path) -> None:
    (folder / "articles").mkdir()
    (folder / "gold").mkdir()
    (folder / "articles" / "treaty.txt").write_text(STORY, encoding="utf-8")
    (folder / "gold" / "treaty.json").write_text(json.dumps(ANNOTATION), encoding="utf-8")


def test_an_annotated_article_in_another_spelling_is_no_text_to_learn_from(tmp_path: Path) -> None:
    _annotate(tmp_path)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "again.txt").write_text(STORY.upper(), encoding="utf-8")
    (tmp_path / "texts" / "other.txt").write_text("Peru closed two ports on Friday.", encoding="utf-8")
    texts = without(load_texts([tmp_path / "texts"]), load_lessons(tmp_path, folds=1))
    assert [reading.doc.text for reading in texts] == ["Peru closed two ports on Friday."]


def test_annotated_articles_may_be_learned_from_without_being_checked_on(tmp_path: Path) -> None:
    _annotate(tmp_path)
    assert [lesson.beside for lesson in load_lessons(tmp_path, folds=1)] == [False]
    (lesson,) = load_lessons(tmp_path, folds=1, beside=True)
    assert (lesson.beside, lesson.alike) == (True, True)


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no article found"):
        load_texts([tmp_path])
