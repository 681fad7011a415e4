"""A build as a user meets it: what goes in, what stands in the database, and what happens when things go wrong."""

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.build import BuildOptions, build
from ingest.errors import BuildError, DatelineError
from ingest.extract import extract
from ingest.model import Article

VISIT = """---
title: Foreign ministers meet
published: 2021-03-09
source: Example Wire
---
The foreign ministers of Norway and Chile met in Oslo on Monday and signed an agreement on fisheries.

"We have waited for this for ten years," Norwegian foreign minister Kari Lund said.
"""
STRIKE = """---
title: Port workers strike
published: 2021-04-02
---
Dock workers in Valparaiso began a strike on Thursday after talks with the government of Chile failed.
"""


def tables(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, without `runs` and the bookkeeping columns of `inputs`."""
    with sqlite3.connect(database) as connection:
        names = [n for (n,) in connection.execute("select name from sqlite_master where type = 'table' order by name")]
        found = {
            name: sorted(connection.execute(f"select * from [{name}]").fetchall(), key=repr)
            for name in names
            if name not in ("runs", "inputs") and not name.startswith("sqlite_") and "_fts" not in name
        }
        found["inputs"] = connection.execute("select path, article_id, sha256 from inputs order by path").fetchall()
    return found


def test_every_file_offered_has_its_row(build_from: Callable[..., object]) -> None:
    built = build_from(
        {"visit.txt": VISIT, "empty.txt": "", "photo.png": b"\x89PNG\r\n\x1a\n\0\0", "sub/strike.md": STRIKE}
    )
    rows = dict(built.rows("select path, outcome from inputs"))
    assert rows == {"visit.txt": "loaded", "empty.txt": "rejected", "photo.png": "rejected", "sub/strike.md": "loaded"}
    assert all(reason for (reason,) in built.rows("select reason from inputs where outcome = 'rejected'"))
    assert (built.summary.articles, built.summary.rejected) == (2, 2)


def test_two_builds_of_the_same_input_are_identical(build_from: Callable[..., object], tmp_path: Path) -> None:
    first = tables(build_from({"visit.txt": VISIT, "strike.txt": STRIKE}).path)
    again = tables(build_from({}, reuse=False).path)
    assert first == again


def test_processes_do_not_change_the_result(build_from: Callable[..., object]) -> None:
    one = tables(build_from({"visit.txt": VISIT, "strike.txt": STRIKE}).path)
    two = tables(build_from({}, reuse=False, jobs=2).path)
    assert one == two


def test_in_steps_as_from_scratch(build_from: Callable[..., object]) -> None:
    build_from({"visit.txt": VISIT})
    stepwise = tables(build_from({"strike.txt": STRIKE}).path)
    scratch = tables(build_from({}, reuse=False).path)
    assert stepwise == scratch


def test_an_unchanged_article_is_not_parsed_again(
    build_from: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_from({"visit.txt": VISIT})
    monkeypatch.setattr("ingest.extract.extract", lambda *_: pytest.fail("parsed again"))
    again = build_from({})
    assert again.rows("select outcome from inputs") == [("unchanged",)]
    assert again.summary.unchanged == 1


def test_a_cold_build_leaves_no_cache(build_from: Callable[..., object]) -> None:
    built = build_from({"visit.txt": VISIT}, reuse=False)
    assert [path.name for path in built.path.parent.iterdir()] == ["dateline.db"]


def test_a_build_removes_what_a_killed_cold_build_left(build_from: Callable[..., object], tmp_path: Path) -> None:
    (tmp_path / "build" / ".cold-killed" / "ab").mkdir(parents=True)
    built = build_from({"visit.txt": VISIT})
    assert {path.name for path in built.path.parent.iterdir()} == {"cache", "dateline.db"}


def test_two_articles_with_one_id(build_from: Callable[..., object]) -> None:
    built = build_from(
        {
            "a.txt": VISIT.replace("title:", "id: one\ntitle:"),
            "b.txt": STRIKE.replace("title:", "id: one\ntitle:"),
            "c.txt": VISIT.replace("title:", "id: one\ntitle:"),
        }
    )
    rows = {path: (outcome, reason) for path, outcome, reason in built.rows("select path, outcome, reason from inputs")}
    assert rows["a.txt"][0] == "loaded"
    assert rows["b.txt"][0] == "rejected"
    assert "a.txt" in rows["b.txt"][1]
    assert rows["c.txt"] == ("duplicate", "the same content as a.txt")


def test_an_article_that_trips_a_rule_does_not_cost_the_others(
    build_from: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = extract

    def trip(article: Article, doc: object) -> object:
        if "strike" in article.path:
            raise ValueError("odd")
        return real(article, doc)  # type: ignore[arg-type]

    monkeypatch.setattr("ingest.extract.extract", trip)
    built = build_from({"visit.txt": VISIT, "strike.txt": STRIKE})
    rows = {path: (outcome, reason) for path, outcome, reason in built.rows("select path, outcome, reason from inputs")}
    assert rows["visit.txt"][0] == "loaded"
    assert rows["strike.txt"][0] == "rejected"
    assert "ValueError: odd" in rows["strike.txt"][1]


def test_no_input_at_all_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    with pytest.raises(BuildError, match="no articles found"):
        build([tmp_path / "articles"], tmp_path / "dateline.db")
    assert not (tmp_path / "dateline.db").exists()


def test_inputs_that_all_fail_do_not_replace_a_good_database(build_from: Callable[..., object], tmp_path: Path) -> None:
    built = build_from({"visit.txt": VISIT})
    before = built.path.read_bytes()
    with pytest.raises(BuildError, match="left as it is"):
        build([tmp_path / "nowhere"], built.path)
    assert built.path.read_bytes() == before


def test_only_bad_inputs_still_give_an_account_of_them(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{")
    build([tmp_path / "bad.json"], tmp_path / "out" / "dateline.db")
    with sqlite3.connect(tmp_path / "out" / "dateline.db") as connection:
        assert connection.execute("select path, outcome from inputs").fetchall() == [("bad.json", "rejected")]


def test_a_model_that_is_not_installed_is_named(tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text(VISIT)
    with pytest.raises(DatelineError, match="xx_no_such_model"):
        build([tmp_path / "visit.txt"], tmp_path / "dateline.db", BuildOptions(model="xx_no_such_model"))


def test_an_article_in_another_language_is_kept_and_not_extracted(build_from: Callable[..., object]) -> None:
    built = build_from(
        {
            "hafen.txt": "Die Hafenarbeiter in Valparaíso haben am Donnerstag nach gescheiterten Gesprächen mit der "
            "Regierung einen Streik begonnen. Die Gewerkschaft fordert höhere Löhne und bessere Arbeitszeiten."
        }
    )
    assert built.rows("select language from articles") == [("de",)]
    assert built.rows("select count(*) from events") == [(0,)]


def _heed_interrupts() -> None:
    """A shell lets what it starts in the background ignore SIGINT; the build is to get it all the same."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_stopped_leaves_the_previous_database(
    build_from: Callable[..., object], tmp_path: Path, how: signal.Signals
) -> None:
    built = build_from({"visit.txt": VISIT})
    before = built.path.read_bytes()
    for i in range(200):
        (tmp_path / "articles" / f"more{i}.txt").write_text(STRIKE.replace("Thursday", f"March {i % 28 + 1}") * 20)
    command = [sys.executable, "-m", "ingest", "build", str(tmp_path / "articles"), "-o", str(built.path), "-j", "2"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, preexec_fn=_heed_interrupts)
    time.sleep(3)
    process.send_signal(how)
    assert process.wait(timeout=60) != 0
    assert built.path.read_bytes() == before
    shutil.rmtree(tmp_path / "articles")
    build_from({"visit.txt": VISIT})
    assert {path.name for path in built.path.parent.iterdir()} == {"cache", "dateline.db"}
