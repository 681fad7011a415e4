"""`dateline train` says what it needs before it begins."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ingest.commands import train


def test_what_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train, "find_spec", lambda module: None if module == "torch" else object())
    result = CliRunner().invoke(train.train_command, [str(tmp_path)])
    assert result.exit_code == 1
    assert "torch: not installed" in result.output
    assert "make train" in result.output


def test_a_folder_without_annotated_articles_is_refused(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    result = CliRunner().invoke(train.train_command, [str(tmp_path), "--no-encoder"])
    assert result.exit_code != 0
    assert "no annotated article found" in str(result.exception) + result.output
