"""`dateline serve`: what it asks of Datasette in its two modes, and what it says when it cannot."""

from __future__ import annotations

import itertools
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from ingest.commands.serve import check_database, datasette_arguments, settings
from ingest.errors import DatelineError


@pytest.fixture
def arguments(tmp_path: Path):
    def make(public: bool) -> list[str]:
        return datasette_arguments(tmp_path / "dateline.db", public=public, port=8001, host="127.0.0.1")

    return make


def test_the_public_mode_opens_the_file_as_immutable_and_forbids_sql(arguments):
    public = arguments(True)
    assert public[1] == "-i"
    assert ["--setting", "default_allow_sql", "off"] in [list(part) for part in triples(public)]
    assert ["--setting", "suggest_facets", "off"] in [list(part) for part in triples(public)]


def test_the_local_mode_allows_sql(arguments):
    assert "-i" not in arguments(False)
    assert settings(False)["default_allow_sql"] == "on"


def test_both_hand_over_the_metadata_and_the_front_end(arguments):
    for flag in ("-m", "--plugins-dir", "--template-dir", "--static"):
        assert flag in arguments(True)
        assert flag in arguments(False)


def test_a_missing_database_is_explained(tmp_path):
    with pytest.raises(DatelineError, match="Build it first"):
        check_database(tmp_path / "dateline.db")


def test_a_database_by_another_name_is_explained(tmp_path):
    other = tmp_path / "news.db"
    other.touch()
    with pytest.raises(DatelineError, match=r"dateline\.db"):
        check_database(other)


def test_it_serves(small):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = f"from ingest.commands.serve import serve_command as s; s([{str(small.database)!r}, '--port', '{port}'])"
    process = subprocess.Popen(
        [sys.executable, "-c", command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        assert re.match(rf"Datasette on http://127\.0\.0\.1:{port}, opening on the timeline", process.stdout.readline())
        page = patiently(f"http://127.0.0.1:{port}/dateline/event_timeline")
        assert '<svg class="timeline"' in page
    finally:
        process.terminate()
        process.wait(30)


def patiently(url: str) -> str:
    """The page, once the server is up."""
    for attempt in itertools.count():
        try:
            with urllib.request.urlopen(url) as response:
                return str(response.read().decode())
        except OSError:
            if attempt > 200:
                raise
            time.sleep(0.2)
    raise AssertionError


def triples(arguments: list[str]) -> list[tuple[str, ...]]:
    return list(zip(arguments, arguments[1:], arguments[2:], strict=False))
