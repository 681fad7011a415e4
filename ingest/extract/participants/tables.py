"""Lexicon files: takes the name of one, gives its rows as dictionaries, keyed by its header line.

A lexicon is tab-separated text in `ingest/lexicons`: comment lines that begin with `#`, one header line, rows. A
user's folder, named by the environment variable `DATELINE_LEXICON`, may hold files of the same names, whose rows come
first and win, and a `participants.yml` (see `gazetteer`).
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "lexicons"


def user_folder() -> Path | None:
    """The folder of the user's own lexicons, if one is named."""
    named = os.environ.get("DATELINE_LEXICON")
    return Path(named) if named else None


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the lexicon `name`, the user's before those of the package; missing cells are empty strings."""
    own = user_folder()
    paths = [folder / name for folder in (own, FOLDER) if folder is not None]
    return tuple(row for path in paths if path.is_file() for row in _read(path))


def _read(path: Path) -> list[dict[str, str]]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    header, *body = (line.split("\t") for line in lines if not line.startswith("#"))
    return [dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=False)) for cells in body]


def listed(cell: str) -> list[str]:
    """The parts of a cell that holds several values between semicolons."""
    return [part.strip() for part in cell.split(";") if part.strip()]
