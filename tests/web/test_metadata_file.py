"""metadata.yml says something of every table and column, and holds the saved queries as sql/queries has them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from ingest.cli import dateline
from ingest.errors import DatelineError
from ingest.load.sql import SqlFile
from ingest.resources import resource
from ingest.web.queries import in_step, parse_query, saved_queries, with_queries


@pytest.fixture(scope="module")
def described() -> dict[str, dict]:
    metadata = yaml.safe_load(resource("metadata.yml").read_text(encoding="utf-8"))
    return {name: table for name, table in metadata["databases"]["dateline"]["tables"].items() if "_fts" not in name}


@pytest.fixture(scope="module")
def actual(empty) -> dict[str, list[str]]:
    with sqlite3.connect(empty.database) as db:
        names = [
            name
            for (name,) in db.execute("select name from sqlite_master where type in ('table', 'view')")
            if not name.startswith("sqlite_") and "_fts" not in name
        ]
        return {name: [row[1] for row in db.execute(f"pragma table_info({name})")] for name in names}


def test_every_table_and_view_is_described(described, actual):
    assert set(described) == set(actual)
    assert all(table["description"] for table in described.values())


def test_every_column_is_described_and_no_other(described, actual):
    for name, columns in actual.items():
        assert list(described[name]["columns"]) == columns or set(described[name]["columns"]) == set(columns), name
        assert all(described[name]["columns"].values()), name


def test_facets_sorts_and_labels_name_columns(described, actual):
    for name, table in described.items():
        used = [
            *table.get("facets", []),
            *(table[key] for key in ("sort", "sort_desc", "label_column") if key in table),
        ]
        assert set(used) <= set(actual[name]), name


def test_the_saved_queries_are_in_step_with_their_files():
    assert in_step(), "run `dateline metadata`"


def test_a_changed_query_is_noticed(tmp_path: Path):
    changed = tmp_path / "metadata.yml"
    changed.write_text(
        resource("metadata.yml").read_text(encoding="utf-8").replace("order by events desc, first", "order by first")
    )
    assert not in_step(changed)
    changed.write_text(with_queries(changed.read_text(encoding="utf-8"), saved_queries()), encoding="utf-8")
    assert in_step(changed)


def test_the_check_of_the_command_passes():
    assert CliRunner().invoke(dateline, ["metadata", "--check"]).exit_code == 0


@pytest.mark.parametrize("comment", ["title: No description", "description: No title", "titel: misspelt", "nonsense"])
def test_a_query_without_a_proper_header_is_named(comment):
    with pytest.raises(DatelineError, match=r"sql/queries/odd\.sql"):
        parse_query(SqlFile("odd", comment, "select 1;"))
