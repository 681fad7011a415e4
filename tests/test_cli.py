import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import ingest
from ingest.cli import COMMANDS, dateline

VISIT = "---\npublished: 2021-03-09\n---\nThe foreign ministers of Norway and Chile met in Oslo on Monday.\n"


def test_version() -> None:
    assert ingest.__version__ in CliRunner().invoke(dateline, ["--version"]).output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    result = CliRunner().invoke(dateline, [command, "--help"])
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_a_build_says_in_the_end_what_it_did(tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text(VISIT)
    (tmp_path / "empty.txt").write_text("")
    result = CliRunner().invoke(dateline, ["build", str(tmp_path), "-o", str(tmp_path / "out" / "dateline.db"), "-j1"])
    assert result.exit_code == 0
    assert "1 articles" in result.output
    assert "1 rejected" in result.output
    assert "empty.txt" in result.output


def test_a_field_that_is_no_pair_is_explained(tmp_path: Path) -> None:
    result = CliRunner().invoke(dateline, ["build", str(tmp_path), "--field", "published"])
    assert result.exit_code == 2
    assert "OURS=THEIRS" in result.output


def test_explain_shows_what_was_found_and_why(tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text(VISIT)
    result = CliRunner().invoke(dateline, ["explain", str(tmp_path / "visit.txt")])
    assert "metadata" in result.output
    for said in ("Norway", "Chile", "Oslo", "CONSULT", "2021-03-08"):
        assert said in result.output


def test_explain_shows_from_which_event_a_day_was_reckoned(tmp_path: Path) -> None:
    (tmp_path / "treaty.txt").write_text(
        "---\npublished: 2031-06-10\n---\nA bomb exploded at the harbour of Oslo on 4 June. "
        "Fisheries minister Kari Lund resigned two days after the bomb exploded. "
        "Police arrested the banker Karl Weiss the day before the summit.\n"
    )
    said = " ".join(CliRunner().invoke(dateline, ["explain", str(tmp_path / "treaty.txt")]).output.split())
    first = re.search(r"event 0 '\w+': ASSAULT", said)
    assert first is not None
    name = first.group().removesuffix(": ASSAULT")  # an event is called by its first mention, wherever it is told of
    assert f"'two days after' {name} of 2031-06-04 is 2031-06-06" in said
    assert "'resigned': APPOINT occurred, 2031-06-06 by from_event ('two days')" in said
    assert "'summit' waits for the day of that event" in said


def test_own_participants_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_LEXICON", "")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "participants.yml").write_text(
        "- {name: Fisheries Council, country_code: NO, aliases: [FCQ]}\n"
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(
        "---\npublished: 2021-03-09\n---\nThe FCQ met the minister in Oslo on Monday.\n"
    )
    database = tmp_path / "out" / "dateline.db"
    command = [sys.executable, "-m", "ingest", "build", str(tmp_path / "in"), "-o", str(database), "-j1"]
    subprocess.run([*command, "--lexicon", str(tmp_path / "own")], check=True)
    with sqlite3.connect(database) as connection:
        rows = connection.execute("select name, country_code from participants where name like 'Fish%'").fetchall()
    assert rows == [("Fisheries Council", "NO")]


def test_own_participants_that_cannot_be_read_stop_the_build_at_once(tmp_path: Path) -> None:
    (tmp_path / "participants.yml").write_text("- kind: planet\n")
    (tmp_path / "a.txt").write_text(VISIT)
    command = [sys.executable, "-m", "ingest", "build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "o" / "d.db")]
    result = subprocess.run([*command, "--lexicon", str(tmp_path)], check=False, capture_output=True, text=True)
    assert result.returncode == 1
    assert "participants.yml" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_title_of_ones_own_counts_also_where_several_processes_read(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "titles.tsv").write_text("form\tsort\tsingle\nharbourmaster general\toffice\tyes\n")
    (tmp_path / "in").mkdir()
    for i in range(17):  # more than one batch, so that there is something to share out
        text = f"---\nid: a{i}\npublished: 2021-03-09\n---\nHarbourmaster General Kari Lund met the dockers in Oslo.\n"
        (tmp_path / "in" / f"a{i:02}.txt").write_text(text)
    database = tmp_path / "out" / "dateline.db"
    command = [sys.executable, "-m", "ingest", "build", str(tmp_path / "in"), "-o", str(database), "-j2", "-q"]
    subprocess.run([*command, "--lexicon", str(tmp_path / "own")], check=True)
    with sqlite3.connect(database) as connection:
        rows = connection.execute("select office, article_count from offices_held").fetchall()
    assert [office for office, _ in rows] == ["Harbourmaster General"]


def test_a_table_of_ones_own_that_cannot_be_read_stops_the_build_at_once(tmp_path: Path) -> None:
    (tmp_path / "titles.tsv").write_text("form\tsort\nskipper\tpost\n")
    (tmp_path / "a.txt").write_text(VISIT)
    command = [sys.executable, "-m", "ingest", "build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "o" / "d.db")]
    result = subprocess.run([*command, "--lexicon", str(tmp_path)], check=False, capture_output=True, text=True)
    assert result.returncode == 1
    assert "titles.tsv, line 2: 'post'" in result.stderr
    assert not (tmp_path / "o").exists()
