"""Public stories as articles: how they are written."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from ingest.train.newswire import lee_stories, main


def test_a_story_on_one_line_is_cut_into_paragraphs_and_has_a_day() -> None:
    ((name, text),) = lee_stories('A ferry ran aground. No one was hurt. "It was foggy," said the captain.')
    assert name == "lee-000"
    assert text.startswith("---\npublished: 2001-12-15\n---\n\n")
    assert text.endswith('A ferry ran aground. No one was hurt.\n\n"It was foggy," said the captain.')


def test_each_story_becomes_a_file(tmp_path: Path) -> None:
    (tmp_path / "lee.cor").write_text("A ferry ran aground.\nA bridge fell.\n", encoding="utf-8")
    result = CliRunner().invoke(main, [str(tmp_path / "lee.cor"), str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["lee-000.txt", "lee-001.txt"]
