"""A Datasette as `dateline serve --public` starts it, and a Chromium to look at it with."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.commands.serve import datasette_arguments
from ingest.load import write_database
from tests.browser.chromium import Chromium
from tests.web.newsroom import Newsroom, large_corpus, small_corpus

CORPORA = {"small": small_corpus, "large": large_corpus, "empty": Newsroom}


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """A browser; without one these tests are skipped, in continuous integration they fail."""
    executable = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if executable is None:
        message = "no Chromium found: install it (Debian: apt-get install chromium) to run the browser tests"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with Chromium(executable, tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of the published corpora, by name."""
    servers = {name: publish(tmp_path_factory.mktemp(name) / "dateline.db", name) for name in CORPORA}
    try:
        for address, _ in servers.values():
            wait_until_up(address)
        yield {name: address for name, (address, _) in servers.items()}
    finally:
        for _, process in servers.values():
            process.terminate()
            process.wait(30)


def publish(database: Path, name: str) -> tuple[str, subprocess.Popen[bytes]]:
    write_database(database, CORPORA[name]().rows())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    arguments = datasette_arguments(database, public=True, port=port, host="127.0.0.1")
    process = subprocess.Popen(
        [sys.executable, "-m", "datasette", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return f"http://127.0.0.1:{port}", process


def wait_until_up(address: str) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(address).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
