"""The rows are those of the schema, the same at every build, in whatever order the articles come."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.load.sql import statements

ELSEWHERE = {"runs", "inputs", "event_types"}


@pytest.fixture
def corpus(story, ferry, summit_first, summit_second):
    summit = summit_first(), summit_second()
    ferries = [ferry(f"ferry{i}", f"2031-07-0{i + 2}", str(25 + i), on="2031-07-01") for i in range(3)]
    later = ferry(
        "storm", "2031-09-02", on="2031-09-01", words="A storm tore a ferry from its moorings and struck Pula"
    )
    return [*summit, *ferries, later]


def as_set(told):
    return {table: sorted(map(repr, rows)) for table, rows in told.tables.items()}


def test_columns_are_those_of_the_schema(corpus, resolved):
    declared = {file.name: file.sql for file in statements("schema")}
    for table, rows in resolved(*corpus).tables.items():
        assert table not in ELSEWHERE
        for column in rows[0]:
            assert f"    {column} " in declared[table]


def test_a_database_takes_the_rows(corpus, resolved, tmp_path):
    import sqlite3

    from ingest.load import write_database

    told = resolved(*corpus)
    run = ("runs", {"id": 1, "started": "2031-01-01", "version": "0"})
    inputs = [
        ("inputs", {"path": row["path"], "outcome": "loaded", "article_id": row["id"], "run_id": 1})
        for row in told.tables["articles"]
    ]
    pairs = [(table, row) for table, rows in told.tables.items() for row in rows]
    write_database(tmp_path / "dateline.db", [run, *inputs, *pairs])
    with sqlite3.connect(tmp_path / "dateline.db") as db:
        assert db.execute("select count(*) from events").fetchone() == (len(told.tables["events"]),)


def test_ids_are_unique(corpus, resolved):
    for rows in resolved(*corpus).tables.values():
        ids = [row["id"] for row in rows if "id" in row]
        assert len(ids) == len(set(ids))


def test_the_order_of_the_articles_makes_no_difference(corpus, resolved):
    expected = as_set(resolved(*corpus))

    @settings(max_examples=12, deadline=None)
    @given(st.randoms(use_true_random=False))
    def holds(rng: random.Random) -> None:
        shuffled = list(corpus)
        rng.shuffle(shuffled)
        assert as_set(resolved(*shuffled)) == expected

    holds()


def test_articles_that_come_later_leave_ids_as_they_were(corpus, resolved):
    dated = sorted((s for s in corpus if s.published), key=lambda s: s.published)
    for size in range(1, len(dated)):
        fewer, more = resolved(*dated[:size]), resolved(*dated)
        for told in dated[:size]:
            kept = {link.event_id for link in fewer.resolution.links[told.name]}
            assert kept == {link.event_id for link in more.resolution.links[told.name]}


def test_an_article_without_anything_found_keeps_its_row(resolved, story):
    told = resolved(story("empty", "2031-01-01", title="Nothing new").say("It rained."))
    assert [row["title"] for row in told.tables["articles"]] == ["Nothing new"]


def test_a_source_is_named_by_the_article_or_by_its_address(resolved, story):
    told = resolved(
        story("a", source="The Fjord Post", url="https://fjordpost.example/2031/a").say("It rained."),
        story("b", url="https://www.tribune.example/b").say("It rained again."),
    )
    assert {(row["name"], row["homepage"]) for row in told.tables["sources"]} == {
        ("The Fjord Post", "https://fjordpost.example/"),
        ("www.tribune.example", "https://www.tribune.example/"),
    }
