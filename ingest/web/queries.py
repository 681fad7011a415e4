"""The saved queries: files of `sql/queries` go in, the `queries` block of `metadata.yml` comes out.

A file opens with comment lines `-- title: …`, `-- description: …`, `-- params: a, b` and `-- fragment: …`
(what follows `#` in the page's address: it opens datasette-vega's chart). The block is generated, so that the
SQL has one home; `in_step` tells whether the two agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from ingest.errors import DatelineError
from ingest.load.sql import SqlFile, statements
from ingest.resources import resource

MARK = "    # --- saved queries, written by `dateline metadata` from sql/queries/*.sql: do not edit here ---\n"
FIRST = "event_timeline"
KEYS = frozenset({"title", "description", "params", "fragment"})


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """One saved query: `params` in the order in which its form asks for them."""

    name: str
    title: str
    description: str
    sql: str
    params: tuple[str, ...] = ()
    fragment: str | None = None


def saved_queries() -> list[SavedQuery]:
    """All saved queries in the order of their names, the timeline first."""
    return sorted((parse_query(file) for file in statements("queries")), key=lambda query: query.name != FIRST)


def parse_query(file: SqlFile) -> SavedQuery:
    """Read the header of one file. Raises DatelineError where it lacks a title or has a key nobody knows."""
    header = dict(_header_line(file.name, line) for line in file.comment.splitlines())
    if not header.get("title") or not header.get("description"):
        raise DatelineError(
            f"sql/queries/{file.name}.sql: the header lacks a title or a description. Add `-- title: …`"
        )
    params = tuple(name.strip() for name in header.get("params", "").split(",") if name.strip())
    return SavedQuery(file.name, header["title"], header["description"], file.sql, params, header.get("fragment"))


def in_step(path: Path | None = None) -> bool:
    """Whether the block in `metadata.yml` is what the files of `sql/queries` say."""
    text = (path or resource("metadata.yml")).read_text(encoding="utf-8")
    return text == with_queries(text, saved_queries())


def with_queries(metadata: str, queries: list[SavedQuery]) -> str:
    """The text of `metadata.yml` with its last part, the saved queries, written anew."""
    by_hand = metadata.partition(MARK)[0]
    block = yaml.dump(
        {"queries": {query.name: _entry(query) for query in queries}},
        Dumper=_BlockDumper,
        sort_keys=False,
        allow_unicode=True,
        width=100_000,
    )
    return by_hand + MARK + "".join(f"    {line}\n" if line else "\n" for line in block.splitlines())


def _header_line(name: str, line: str) -> tuple[str, str]:
    key, colon, value = line.partition(":")
    if not colon or key.strip() not in KEYS:
        raise DatelineError(
            f"sql/queries/{name}.sql: {line!r} is no header line. Known keys: {', '.join(sorted(KEYS))}"
        )
    return key.strip(), value.strip()


def _entry(query: SavedQuery) -> dict[str, object]:
    entry: dict[str, object] = {"title": query.title, "description": query.description, "hide_sql": True}
    if query.params:
        entry["params"] = list(query.params)
    if query.fragment:
        entry["fragment"] = query.fragment
    entry["sql"] = query.sql
    return entry


class _BlockDumper(yaml.SafeDumper):
    """Writes a text of several lines as a block, as a person would."""


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_BlockDumper.add_representer(str, _represent_text)
