"""The checks that end a build: a database goes in, the first broken rule comes out.

Each file of `sql/checks/` is one query that returns no row when all is well; its first comment line says
which rule a row breaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from ingest.errors import BuildError
from ingest.load.sql import statements

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Violation:
    """A check that found rows: its name, the rule in words, the first rows and how many there are."""

    check: str
    rule: str
    rows: tuple[dict[str, object], ...]
    count: int

    def __str__(self) -> str:
        examples = "; ".join(", ".join(f"{k}={_short(v)}" for k, v in row.items()) for row in self.rows)
        return f"check {self.check} found {self.count} row(s). Rule: {self.rule} First: {examples}"


def violations(db: Database) -> Iterator[Violation]:
    """Every check that found something, in the order of their names; foreign keys first."""
    broken = list(db.query('select "table", rowid as row, parent from pragma_foreign_key_check'))
    if broken:
        yield Violation("foreign_keys", "every reference names a row that exists.", tuple(broken[:SHOWN]), len(broken))
    for file in statements("checks"):
        found = list(db.query(file.sql))
        if found:
            yield Violation(file.name, file.comment, tuple(found[:SHOWN]), len(found))


def run_checks(db: Database) -> None:
    """Raise BuildError naming every check that found rows, with the first of them."""
    found = [str(violation) for violation in violations(db)]
    if found:
        raise BuildError("The database was not written: it breaks its own rules.\n" + "\n".join(found))


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 120 else text[:119] + "…"
