"""The writer of the database: (table, row) pairs go in, in any order, and a finished SQLite file comes out.

The shape is declared in `sql/schema` and `sql/views` and applied here in one place. Everything happens in one
transaction on a temporary file, which takes the target's place only after every check has passed.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import quote_identifier

from ingest.errors import BuildError
from ingest.load.checks import run_checks
from ingest.load.files import replacing
from ingest.load.sql import statements

SCHEMA_VERSION = 1
"""Kept in the file as `PRAGMA user_version`; goes up whenever a table or column of the public schema changes."""

BATCH = 1000
FULL_TEXT = {"articles": ("title", "text"), "sentences": ("text",), "events": ("title",)}

Row = Mapping[str, object]
Shape = tuple[str, tuple[str, ...]]  # a table and the columns of a row of it


def write_database(path: Path, rows: Iterable[tuple[str, Row]]) -> None:
    """Write `rows`, pairs of a table's name and a row of it, as the database `path`.

    Rows may come in any order; a row may refer to one that comes later. Equal rows in equal order give equal
    files. Raises BuildError where a row does not fit its table, a check finds something or the disk is full;
    then, and whenever the process is stopped, the file that was at `path` before is untouched.
    """
    if path.is_dir():
        raise BuildError(f"{path} is a folder. Name the database file, as {path / 'dateline.db'}")
    try:
        with replacing(path) as temporary:
            _fill(temporary, rows)
    except sqlite3.Error as error:
        raise BuildError(f"{path}: the database could not be written ({error}). {_remedy(error)}") from error
    except OSError as error:
        raise BuildError(f"{path}: the database could not be written ({error}). {_remedy(error)}") from error


def create_shape(db: Database) -> None:
    """Create every table, index and view, and note the schema's version in the file."""
    for folder in ("schema", "views"):
        for file in statements(folder):
            db.executescript(file.sql)
    db.execute(f"pragma user_version = {SCHEMA_VERSION}")


def _fill(temporary: Path, rows: Iterable[tuple[str, Row]]) -> None:
    db = Database(temporary)
    try:
        _prepare(db)
        with db.atomic():
            db.execute("pragma defer_foreign_keys = on")
            create_shape(db)
            _insert(db, rows)
            for table, columns in FULL_TEXT.items():
                db.table(table).enable_fts(columns, tokenize="porter")
            run_checks(db)
            db.execute("analyze")
    finally:
        db.close()


def _prepare(db: Database) -> None:
    """The file is thrown away on any failure and synced once at the end, so its journal need not be safe."""
    db.execute("pragma journal_mode = memory")
    db.execute("pragma synchronous = off")
    db.execute("pragma foreign_keys = on")


def _insert(db: Database, rows: Iterable[tuple[str, Row]]) -> None:
    """Insert in batches of equal table and columns; a column that a row leaves out takes its default."""
    waiting: dict[Shape, list[tuple[object, ...]]] = defaultdict(list)
    known = set(db.table_names())
    for table, row in rows:
        if table not in known:
            raise BuildError(f"There is no table {table!r} in the schema. Tables: {', '.join(sorted(known))}")
        batch = waiting[table, tuple(row)]
        batch.append(tuple(row.values()))
        if len(batch) == BATCH:
            _insert_batch(db, (table, tuple(row)), batch)
            batch.clear()
    for shape, batch in waiting.items():
        _insert_batch(db, shape, batch)


def _insert_batch(db: Database, shape: Shape, batch: list[tuple[object, ...]]) -> None:
    """By `executemany`: sqlite-utils' `insert_all` looks at every value and takes eight times as long."""
    statement = _insert_statement(shape)
    try:
        with db.atomic():
            db.conn.executemany(statement, batch)
    except sqlite3.OperationalError:
        raise
    except sqlite3.Error as error:
        culprit = _culprit(db, statement, shape, batch)
        raise BuildError(f"A row does not fit table {shape[0]!r}: {error}. {culprit}") from error


def _insert_statement(shape: Shape) -> str:
    table, columns = shape
    names = ", ".join(quote_identifier(column) for column in columns)
    return f"insert into {quote_identifier(table)} ({names}) values ({', '.join('?' * len(columns))})"


def _culprit(db: Database, statement: str, shape: Shape, batch: list[tuple[object, ...]]) -> str:
    """The first row of a batch that its table refuses, in words."""
    for values in batch:
        try:
            db.conn.execute(statement, values)
        except sqlite3.Error:
            return f"The row: {dict(zip(shape[1], values, strict=True))!r}"
    return "Every row fits by itself."


def _remedy(error: Exception) -> str:
    if "full" in str(error) or "space" in str(error) or "too large" in str(error).lower():
        return "Free some space on that disk and build again; the previous database is untouched"
    return "The previous database, if there was one, is untouched"
