"""Public stories as articles: what is drawn, and how it is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ingest.train.newswire import lee_stories, main, reuters_stories

BODY = (
    "The two ministers met in the harbour town on Monday.\n    "
    + "They spoke of herring quotas. " * 40
    + "\n Reuter\n\x03"
)
STORY: dict[str, Any] = {"id": "7", "date": "26-FEB-1987 15:03:27.51", "places": ["norway", "iceland"], "body": BODY}


def stories(folder: Path, *told: dict[str, Any]) -> dict[str, str]:
    file = folder / "reuters-000.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    return dict(reuters_stories([file]))


def test_a_story_has_its_day_and_paragraphs_and_no_signature(tmp_path: Path) -> None:
    text = stories(tmp_path, STORY)["reuters-7"]
    assert text.startswith(
        "---\npublished: 1987-02-26\n---\n\nThe two ministers met in the harbour town on Monday.\n\nThey"
    )
    assert text.endswith("herring quotas.")


@pytest.mark.parametrize(
    "change",
    [
        {"places": ["norway"], "topics": ["ship"]},
        {"places": []},
        {"topics": ["earn"]},
        {"body": "Herring is dear."},
        {"body": None},
    ],
)
def test_what_tells_little_of_public_life_is_not_drawn(tmp_path: Path, change: dict[str, Any]) -> None:
    assert stories(tmp_path, STORY | change) == {}


def test_what_no_market_is_about_is_drawn_of_one_country_too(tmp_path: Path) -> None:
    assert list(stories(tmp_path, STORY | {"places": ["norway"]})) == ["reuters-7"]


def test_no_more_words_are_drawn_than_are_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.train.newswire.WORDS_BETWEEN_COUNTRIES", 500)
    assert len(stories(tmp_path, *(STORY | {"id": str(number)} for number in range(5)))) == 2


def test_a_story_on_one_line_is_cut_into_paragraphs() -> None:
    ((name, text),) = lee_stories('A ferry ran aground. No one was hurt. "It was foggy," said the captain.')
    assert name == "lee-000"
    assert text.endswith('---\n\nA ferry ran aground. No one was hurt.\n\n"It was foggy," said the captain.')
    assert "published: 2001-12-15" in text


def test_both_collections_become_folders(tmp_path: Path) -> None:
    (tmp_path / "lee.cor").write_text("A ferry ran aground.\nA bridge fell.\n", encoding="utf-8")
    (tmp_path / "json").mkdir()
    stories(tmp_path / "json", STORY)
    result = CliRunner().invoke(main, [str(tmp_path / "lee.cor"), str(tmp_path / "json"), str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    written = sorted(str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*.txt"))
    assert written == ["lee/lee-000.txt", "lee/lee-001.txt", "reuters/reuters-7.txt"]
