"""Fixtures for all tests: the language model once a session, and articles and databases made from plain text."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from ingest.model import Article, Extraction, Metadata, RawArticle

if TYPE_CHECKING:  # stations are imported by the fixtures that need them, so that one test loads only its own
    from ingest.build import Summary

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

os.environ.setdefault("COLUMNS", "100")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The spaCy pipeline that Dateline uses."""
    from ingest.nlp import load_model

    return load_model()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], Doc]:
    """Parse plain text as an article is parsed."""
    return lambda text: nlp(text)


@pytest.fixture(scope="session")
def article_of() -> Callable[..., Article]:
    """`article_of(text, published="2019-07-10", ...)` is the article with that text and metadata."""
    from ingest.articles import to_article

    def make(text: str, path: str = "article.txt", **metadata: str) -> Article:
        return to_article(RawArticle(path, "0" * 64, text, Metadata(**metadata)))

    return make


@pytest.fixture(scope="session")
def analyse(nlp: Language, article_of: Callable[..., Article]) -> Callable[..., tuple[Article, Extraction]]:
    """`analyse(text, published=…)` runs the whole per-article half."""
    from ingest import nlp as language
    from ingest.extract import extract

    def run(text: str, **metadata: str) -> tuple[Article, Extraction]:
        ((article, doc),) = language.parse([article_of(text, **metadata)], nlp)
        return article, extract(article, doc)

    return run


class Built:
    """A built database with its summary; `rows(sql)` asks it."""

    def __init__(self, path: Path, summary: Summary) -> None:
        self.path, self.summary = path, summary

    def rows(self, sql: str, *parameters: object) -> list[tuple[object, ...]]:
        """All rows of a query."""
        with sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True) as connection:
            return connection.execute(sql, parameters).fetchall()


@pytest.fixture
def build_from(tmp_path: Path) -> Callable[..., Built]:
    """`build_from({"a.txt": "…"})` writes the files and builds a database from their folder."""
    from ingest.build import BuildOptions, build

    def make(files: dict[str, str | bytes], **options: object) -> Built:
        folder = tmp_path / "articles"
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        database = tmp_path / "build" / "dateline.db"
        return Built(database, build([folder], database, BuildOptions(**options)))  # type: ignore[arg-type]

    return make


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The database of the two seed articles, built once."""
    from ingest.build import build

    database = tmp_path_factory.mktemp("seeds") / "dateline.db"
    return Built(database, build([ROOT / "seeds"], database))
