"""The database appears whole or not at all, whatever happens to the process that writes it."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import BuildError
from ingest.load import SCHEMA_VERSION, write_database
from tests.web.newsroom import Newsroom, small_corpus

Rows = Iterator[tuple[str, dict[str, object]]]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "build" / "dateline.db"


@pytest.fixture
def written(target: Path) -> bytes:
    """The content of a good database at `target`."""
    write_database(target, small_corpus().rows())
    return target.read_bytes()


def ask(path: Path, sql: str) -> list[tuple]:
    with sqlite3.connect(path) as db:
        return db.execute(sql).fetchall()


def names_beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir())


def stopping_after(rows: Rows, error: BaseException) -> Rows:
    yield from rows
    raise error


class TestAGoodBuild:
    def test_it_makes_the_folder_and_leaves_nothing_else_in_it(self, target):
        write_database(target, small_corpus().rows())
        assert names_beside(target) == ["dateline.db"]

    def test_the_file_says_which_schema_it_has(self, target, written):
        assert ask(target, "pragma user_version") == [(SCHEMA_VERSION,)]

    def test_every_table_is_strict_and_has_a_primary_key(self, target, written):
        tables = ask(
            target, "select name, strict from pragma_table_list where type = 'table' and name not like 'sqlite_%'"
        )
        for name, strict in ((n, s) for n, s in tables if "_fts" not in n):
            assert strict, name
            assert ask(target, f"select 1 from pragma_table_info('{name}') where pk"), name

    def test_references_hold(self, target, written):
        assert ask(target, "pragma foreign_key_check") == []
        assert ask(target, "pragma integrity_check") == [("ok",)]

    def test_statistics_are_there_for_the_query_planner(self, target, written):
        assert ask(target, "select count(*) > 10 from sqlite_stat1") == [(1,)]

    def test_equal_rows_give_equal_files(self, target, written):
        write_database(target, small_corpus().rows())
        assert target.read_bytes() == written

    def test_rows_may_come_before_those_they_refer_to(self, target, written):
        before = ask(target, "select id, title from events order by id")
        write_database(target, reversed(list(small_corpus().rows())))
        assert ask(target, "select id, title from events order by id") == before

    def test_no_rows_at_all_are_a_database_too(self, target):
        write_database(target, [])
        assert ask(target, "select count(*) from events") == [(0,)]
        assert ask(target, "select count(*) from event_types") == [(24,)]

    def test_a_link_stays_a_link(self, target, written, tmp_path):
        link = tmp_path / "dateline.db"
        link.symlink_to(target)
        write_database(link, [])
        assert link.is_symlink()
        assert ask(target, "select count(*) from events") == [(0,)]

    def test_words_are_found_in_any_form(self, target, written):
        assert ask(target, "select count(*) from sentences_fts where sentences_fts match 'negotiation'") == [(1,)]
        assert ask(target, "select count(*) from events_fts where events_fts match 'meetings OR summits'") == [(2,)]


class TestAFailedBuild:
    def test_a_row_that_does_not_fit_is_shown(self, target, written):
        news = small_corpus()
        news.tables["events"]["ev-pact"]["article_count"] = "several"
        with pytest.raises(BuildError, match=r"'events'.*several"):
            write_database(target, news.rows())
        assert target.read_bytes() == written

    def test_an_unknown_table_or_column_is_named(self, target):
        with pytest.raises(BuildError, match="'event'"):
            write_database(target, [("event", {"id": "e"})])
        with pytest.raises(BuildError, match="colour"):
            write_database(target, [("places", {"id": "p", "name": "Lyon", "colour": "red"})])
        assert names_beside(target) == []

    def test_a_missing_reference_is_named(self, target, written):
        with pytest.raises(BuildError, match=r"foreign_keys.*event_links"):
            write_database(target, [("event_links", {"event_id": "a", "related_event_id": "b", "relation": "follows"})])
        assert target.read_bytes() == written

    def test_a_broken_rule_is_named_with_the_row(self, target, written):
        news = small_corpus()
        news.tables["events"]["ev-pact"]["start_date"] = "2023-04-01"
        with pytest.raises(BuildError, match=r"event_intervals.*ev-pact"):
            write_database(target, news.rows())
        assert target.read_bytes() == written
        assert names_beside(target) == ["dateline.db"]

    @pytest.mark.parametrize("error", [ValueError("extraction failed"), KeyboardInterrupt(), SystemExit(1)])
    def test_whatever_stops_the_rows_leaves_the_old_file(self, target, written, error):
        with pytest.raises(type(error)):
            write_database(target, stopping_after(Newsroom().rows(), error))
        assert target.read_bytes() == written
        assert names_beside(target) == ["dateline.db"]

    def test_a_folder_in_the_place_of_the_file_is_explained(self, tmp_path):
        with pytest.raises(BuildError, match="is a folder"):
            write_database(tmp_path, [])

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
    def test_a_folder_that_may_not_be_written_to_is_explained(self, tmp_path):
        tmp_path.chmod(0o500)
        with pytest.raises(BuildError, match="could not be written"):
            write_database(tmp_path / "dateline.db", [])

    def test_a_full_disk_leaves_the_old_file(self, target, written):
        """A limit on the size of files stands for the full disk."""
        outcome = run(
            """
            import resource, signal
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
            write_database(target, large_corpus(400).rows())
            """,
            target,
        )
        assert outcome.returncode != 0
        assert "BuildError" in outcome.stderr
        assert "could not be written" in outcome.stderr
        assert target.read_bytes() == written
        assert names_beside(target) == ["dateline.db"]


class TestAKilledBuild:
    @pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGTERM])
    def test_the_old_file_stays_and_the_next_build_tidies_up(self, target, written, kill):
        with building_forever(target) as process:
            process.send_signal(kill)
            process.wait(30)
        assert target.read_bytes() == written
        assert len(names_beside(target)) == 2  # the old file, and what the dead build left
        write_database(target, small_corpus().rows())
        assert names_beside(target) == ["dateline.db"]


class TestTwoBuildsAtOnce:
    def test_a_living_build_keeps_its_temporary(self, target):
        with building_forever(target) as process:
            write_database(target, small_corpus().rows())
            assert len(names_beside(target)) == 2
            process.kill()

    def test_all_succeed_and_the_last_one_stays(self, target):
        problems: list[Exception] = []

        def build() -> None:
            try:
                write_database(target, small_corpus().rows())
            except Exception as error:
                problems.append(error)

        threads = [threading.Thread(target=build) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not problems
        assert names_beside(target) == ["dateline.db"]
        write_database(target.with_name("alone.db"), small_corpus().rows())
        assert digest(target) == digest(target.with_name("alone.db"))


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(code: str, target: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", script(code, target)], capture_output=True, text=True, timeout=120)


def script(code: str, target: Path) -> str:
    root = Path(__file__).parents[2]
    head = f"""
        import sys
        sys.path.insert(0, {str(root)!r})
        from pathlib import Path
        from ingest.load import write_database
        from tests.web.newsroom import large_corpus, small_corpus
        target = Path({str(target)!r})
    """
    return textwrap.dedent(head) + textwrap.dedent(code)


class building_forever:
    """A process that has begun to write `target` and waits."""

    def __init__(self, target: Path) -> None:
        code = """
            import time
            def rows():
                yield from small_corpus().rows()
                print("begun", flush=True)
                time.sleep(120)
            write_database(target, rows())
        """
        self.process = subprocess.Popen([sys.executable, "-c", script(code, target)], stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> subprocess.Popen[str]:
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "begun\n"
        return self.process

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait(30)
