"""Lexicon files: takes the name of one, gives its contents, with what a user's own file of that name adds.

A table (`.tsv`) is tab-separated text in `ingest/lexicons`: comment lines that begin with `#`, one line of column
names, rows. `lexicons/tables.yml` says what each table holds. The rows of temporal grammar are YAML. A user's folder,
named by the environment variable `DATELINE_LEXICON`, may hold files of the same names: their rows come first, and
stand instead of ours where the key is the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent / "lexicons"
SHAPES = "tables.yml"  # describes the tables, and is none that a user could add to
LEVELS = {"time_words.yml": 3}  # of mappings within mappings whose entries add up, where they are not two
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where PyYAML was built with it

Row = dict[str, str]


def user_folder() -> Path | None:
    """The folder of the user's own lexicons, if one is named."""
    named = os.environ.get("DATELINE_LEXICON")
    return Path(named) if named else None


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of the table `name` ("titles.tsv"), the user's before those of the package; missing cells are empty."""
    ours = tuple(read_rows(FOLDER / name))
    own = _own_file(name)
    if own is None:
        return ours
    shape = shapes()[Path(name).stem]
    added = tuple({column: row.get(column, "") for column in shape.columns} for row in read_rows(own))
    replaced = {tuple(row[column] for column in shape.key) for row in added if shape.key}
    return (*added, *(row for row in ours if tuple(row[column] for column in shape.key) not in replaced))


@cache
def word_classes(name: str, column: str = "class") -> dict[str, frozenset[str]]:
    """The words (column `word`) of a table by what stands in another of its columns."""
    found: dict[str, set[str]] = {}
    for row in rows(name):
        found.setdefault(row[column], set()).add(row["word"])
    return {value: frozenset(words) for value, words in found.items()}


def read_rows(path: Path) -> Iterator[Row]:
    """Each row of a file by column."""
    lines = (line for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip() and line[0] != "#")
    header = next(lines, "").split("\t")
    for line in lines:
        cells = line.split("\t")
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=False))


def listed(cell: str) -> list[str]:
    """The parts of a cell that holds several values between semicolons."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def tree(name: str) -> Any:
    """The contents of the YAML lexicon `name`, with what the user's file of that name adds."""
    ours = parsed(FOLDER / name)
    own = _own_file(name)
    return ours if own is None else merged(ours, parsed(own), LEVELS.get(name, 2))


def parsed(path: Path) -> Any:
    """The contents of a YAML file."""
    return yaml.load(path.read_text(encoding="utf-8-sig"), Loader=LOADER)


def merged(ours: Any, own: Any, depth: int) -> Any:
    """Both, the user's own winning: mappings key by key for `depth` levels, lists of rows by their `id`.

    Lists of words are put together; anything else of the user's stands instead of ours.
    """
    if isinstance(ours, dict) and isinstance(own, dict) and depth:
        return ours | {k: merged(ours[k], value, depth - 1) if k in ours else value for k, value in own.items()}
    if isinstance(ours, list) and isinstance(own, list) and depth:
        taken = [row["id"] if isinstance(row, dict) else row for row in own]
        return [*own, *(row for row in ours if (row["id"] if isinstance(row, dict) else row) not in taken)]
    return own


def _own_file(name: str) -> Path | None:
    folder = user_folder()
    path = folder / name if folder else None
    return path if path is not None and path.is_file() else None


# --- what a table may hold -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shape:
    """One entry of `tables.yml`: the columns that make the key, and what a cell of each column may hold."""

    key: tuple[str, ...]
    columns: Mapping[str, str | Sequence[str]]


@cache
def shapes() -> dict[str, Shape]:
    """The shape of every table, by name without ending."""
    found: dict[str, dict[str, Any]] = parsed(FOLDER / SHAPES)["tables"]
    return {name: Shape(tuple(entry.get("key", ())), entry["columns"]) for name, entry in found.items()}
