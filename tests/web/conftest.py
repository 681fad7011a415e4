"""Databases of an invented corpus, and a Datasette that publishes each as `dateline serve` would."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
import yaml
from datasette.app import Datasette

from ingest.load import write_database
from ingest.resources import resource
from tests.web import newsroom


class Site:
    """A published database: `get` asks for a page, `rows` for the rows of a saved query."""

    def __init__(self, database: Path, **settings: object) -> None:
        self.database = database
        self.datasette = Datasette(
            [str(database)] if not settings.get("immutable") else [],
            immutables=[str(database)] if settings.pop("immutable", False) else [],
            metadata=yaml.safe_load(resource("metadata.yml").read_text(encoding="utf-8")),
            template_dir=str(resource("templates")),
            plugins_dir=str(resource("plugins")),
            static_mounts=[("static", str(resource("static")))],
            settings={"sql_time_limit_ms": 20000, **settings},
        )

    def get(self, path: str) -> httpx.Response:
        """One page, as a browser would get it."""
        return asyncio.run(self._get(path))

    def rows(self, name: str, **arguments: str) -> list[dict[str, object]]:
        """The rows of a saved query."""
        query = str(httpx.QueryParams({**arguments, "_shape": "objects"}))
        response = self.get(f"/dateline/{name}.json?{query}")
        assert response.status_code == 200, response.text
        found: list[dict[str, object]] = response.json()["rows"]
        return found

    async def _get(self, path: str) -> httpx.Response:
        return await self.datasette.client.get(path)


@pytest.fixture(scope="session")
def database_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[newsroom.Newsroom], Path]:
    """`database_of(news)` writes an invented corpus as a database."""

    def write(news: newsroom.Newsroom) -> Path:
        path = tmp_path_factory.mktemp("published") / "dateline.db"
        write_database(path, news.rows())
        return path

    return write


@pytest.fixture(scope="session")
def small(database_of: Callable[[newsroom.Newsroom], Path]) -> Site:
    """One of every case."""
    return Site(database_of(newsroom.small_corpus()))


@pytest.fixture(scope="session")
def large(database_of: Callable[[newsroom.Newsroom], Path]) -> Site:
    """More events than Datasette returns at once, published for others."""
    return Site(
        database_of(newsroom.large_corpus()),
        immutable=True,
        default_allow_sql=False,
        suggest_facets=False,
        allow_download=False,
    )


@pytest.fixture(scope="session")
def empty(database_of: Callable[[newsroom.Newsroom], Path]) -> Site:
    """A database of no articles."""
    return Site(database_of(newsroom.Newsroom()))
