"""Lexicon files: takes the name of one, gives its rows as dictionaries, keyed by its header line.

A lexicon is tab-separated text in `ingest/lexicons`: comment lines that begin with `#`, one header line, rows.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "lexicons"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `ingest/lexicons/<name>`; missing cells at a line's end are empty strings."""
    lines = [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line.strip()]
    header, *body = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True)) for cells in body)


def listed(cell: str) -> list[str]:
    """The parts of a cell that holds several values between semicolons."""
    return [part.strip() for part in cell.split(";") if part.strip()]
