"""The SQL files of the project: a folder name goes in, its files come out with their leading comments."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ingest.resources import resource


@dataclass(frozen=True, slots=True)
class SqlFile:
    """One file of SQL. `comment` is its leading comment without the dashes, `sql` what follows it."""

    name: str
    comment: str
    sql: str


def statements(folder: str) -> list[SqlFile]:
    """The files of `sql/FOLDER` in the order of their names."""
    return [read_sql(path) for path in sorted(resource("sql", folder).glob("*.sql"))]


def read_sql(path: Path) -> SqlFile:
    """Part a file into its leading `--` lines and its statements."""
    lines = path.read_text(encoding="utf-8").splitlines()
    body = next((i for i, line in enumerate(lines) if not line.startswith("--")), len(lines))
    comment = "\n".join(line.removeprefix("--").removeprefix(" ") for line in lines[:body])
    return SqlFile(path.stem, comment, "\n".join(lines[body:]).strip())
