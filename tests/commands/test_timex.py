"""`dateline timex`: files in, files out under the same relative name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ingest.commands.timex import timex_command
from ingest.errors import InputError

TML = (
    '<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2019-07-11" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>\n'
    "<TEXT>They met on Monday.</TEXT></TimeML>\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "a.tml").write_text(TML)
    (tmp_path / "in" / "b.txt").write_text("They will meet tomorrow & talk.")
    return tmp_path


def run(*arguments: object) -> str:
    result = CliRunner().invoke(timex_command, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_folder_is_annotated_under_the_same_names(folder: Path) -> None:
    run(folder / "in", "-o", folder / "out", "--dct", "2019-07-12")
    assert 'value="2019-07-08"' in (folder / "out" / "deep" / "a.tml").read_text()
    text = (folder / "out" / "b.tml").read_text()
    assert 'value="2019-07-13"' in text
    assert "&amp; talk." in text


def test_the_given_date_wins_over_the_files_own(folder: Path) -> None:
    assert 'value="2020-01-06"' in run(folder / "in" / "deep" / "a.tml", "--dct", "2020-01-09")
    assert 'value="2019-07-08"' in run(folder / "in" / "deep" / "a.tml")


def test_json_lists_the_expressions(folder: Path) -> None:
    found = json.loads(run(folder / "in" / "b.txt", "--dct", "2019-07-12", "--format", "json"))
    assert [(e["text"], e["value"], e["rule"]) for e in found["expressions"]] == [("tomorrow", "2019-07-13", "deixis")]


def test_text_without_a_date_stays_unresolved(folder: Path) -> None:
    found = json.loads(run(folder / "in" / "b.txt", "--format", "json"))
    assert [(e["value"], e["anchor"]) for e in found["expressions"]] == [("XXXX-XX-XX", "none")]


def test_explain_says_which_rule_fired_against_which_anchor(folder: Path) -> None:
    said = run(folder / "in" / "deep" / "a.tml", "--explain")
    assert "'Monday' DATE 2019-07-08" in said
    assert "rule weekday" in said
    assert "counted from publication" in said


def test_an_unreadable_file_is_named_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "in" / "bad.txt").write_bytes(b"\xff\xfe\x00 Monday")
    result = CliRunner().invoke(timex_command, [str(folder / "in"), "-o", str(folder / "out"), "--dct", "2019-07-12"])
    assert result.exit_code == 1
    assert "bad.txt" in result.stderr
    assert (folder / "out" / "b.tml").exists()


def test_a_missing_path_and_a_bad_date_are_said_plainly(folder: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        CliRunner().invoke(timex_command, [str(folder / "nowhere")], catch_exceptions=False)
    result = CliRunner().invoke(timex_command, [str(folder / "in"), "--dct", "2019-02-30"])
    assert "write a day as" in result.output
