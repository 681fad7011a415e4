"""The SQL files: each says what it is, and each check finds what it is there to find."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from ingest.load import write_database
from ingest.load.checks import violations
from ingest.load.sql import SqlFile, statements
from tests.web.newsroom import small_corpus

FOLDERS = ("schema", "views", "checks", "queries", "pages")
FILES = [(folder, file) for folder in FOLDERS for file in statements(folder)]

# check: a change to a good database that breaks its rule
BREAKS = {
    "agreement_intervals": "update agreements set end_date = '2024-02-30'",
    "agreement_mention_slices": "update agreement_mentions set end_char = 100000",
    "agreements_have_mentions": "delete from agreement_mentions",
    "article_copies": "update articles set duplicate_of = id where id = 'summit-opens'",
    "article_date_basis": "update articles set published_basis = 'unknown' where id = 'summit-opens'",
    "article_dates": "update articles set published_latest = '2024-05-01' where id = 'summit-opens'",
    "article_text_present": "update articles set text = ''",
    "citation_slices": "update citations set start_char = start_char + 1",
    "claim_participants": "update claims set participant_id = null where attribute = 'participant'",
    "claim_sentences": "update claims set article_id = 'hostile-markup' where article_id = 'summit-opens'",
    "confidence_bounds": "update events set confidence = 1.5",
    "conflicts_have_claims": "delete from conflict_claims",
    "coordinates": "update places set latitude = 91, longitude = 0",
    "country_codes": "update places set country_code = 'no'",
    "disputed_participants_have_conflicts": "update event_participants set disputed = 1 where event_id = 'ev-border'",
    "event_counts": "update events set article_count = 7 where id = 'ev-summit'",
    "event_date_fields": "update events set date_precision = 'day' where start_date is null",
    "event_intervals": "update events set end_date = null where id = 'ev-summit'",
    "event_links": "update event_links set related_event_id = event_id",
    "event_mention_intervals": "update event_mentions set start_date = '2025-01-01'",
    "event_mention_slices": "update event_mentions set start_char = start_char - 1",
    "events_have_mentions": "delete from event_mentions where event_id = 'ev-dyke'",
    "input_for_every_article": "delete from inputs where article_id = 'summit-opens'",
    "input_outcomes": "update inputs set outcome = 'rejected' where article_id = 'summit-opens'",
    "known_values": "update events set status = 'happened' where id = 'ev-dyke'",
    "office_intervals": "update offices_held set first_stated = '2025-01-01'",
    "participant_names_are_aliases": "delete from participant_aliases where alias = 'Norland'",
    "participants_have_names": "update places set name = ' '",
    "quotation_slices": "update quotations set text = 'other words'",
    "quotation_sources": "update quotations set text = ''",
    "sentence_order": "update sentences set start_char = 0 where position = 2",
    "sentence_slices": "update sentences set text = text || '!'",
    "spans_within_sentences": "update event_mentions set sentence_id = 'summit-opens-s0' where event_id = 'ev-strike'",
    "time_anchors": "update time_expressions set anchor = 'expression', anchor_id = 'none such'",
    "time_expression_intervals": "update time_expressions set earliest = '2024-05-29'",
    "time_expression_slices": "update time_expressions set end_char = start_char",
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good database in which every table that a check reads has a row."""
    news = small_corpus()
    start = str(news.tables["articles"]["summit-opens"]["text"]).index("May 28, 2024")
    news.add(
        "time_expressions", id="t1", article_id="summit-opens", sentence_id="summit-opens-s1", start_char=start,
        end_char=start + 12, text="May 28, 2024", type="DATE", value="2024-05-28", edtf="2024-05-28",
        earliest="2024-05-28", latest="2024-05-28", granularity="day", anchor="absolute", rule="full_date",
    )  # fmt: skip
    path = tmp_path_factory.mktemp("good") / "dateline.db"
    write_database(path, news.rows())
    return path


def copy(path: Path) -> Database:
    memory = sqlite3.connect(":memory:")
    with sqlite3.connect(path) as source:
        source.backup(memory)
    return Database(memory)


@pytest.mark.parametrize(("folder", "file"), FILES, ids=[f"{folder}/{file.name}" for folder, file in FILES])
def test_a_file_opens_with_a_comment_and_holds_statements(folder: str, file: SqlFile):
    assert file.comment
    assert file.sql.rstrip().endswith(";")
    assert [line for line in file.sql.splitlines() if len(line) > 125] == []


def test_a_schema_file_is_named_after_its_table():
    for file in statements("schema"):
        assert f"create table {file.name} (" in file.sql
    for file in statements("views"):
        assert f"create view {file.name} as" in file.sql


def test_a_good_database_breaks_no_rule(good):
    assert list(violations(copy(good))) == []


def test_every_check_is_put_to_the_test():
    assert set(BREAKS) == {file.name for file in statements("checks")}


@pytest.mark.parametrize("check", sorted(BREAKS))
def test_a_check_finds_what_it_is_there_to_find(good, check):
    db = copy(good)
    db.execute(BREAKS[check])
    found = {violation.check: violation for violation in violations(db)}
    assert check in found
    assert found[check].rows
    assert found[check].rule in str(found[check])


def test_every_foreign_key_but_the_small_lists_has_an_index(good):
    """A row's page counts the rows that refer to it; without an index that is a scan."""
    db = copy(good)
    for table in db.tables:
        if "_fts" in table.name or table.name.startswith("sqlite_"):
            continue
        leading = {index.columns[0] for index in table.indexes} | {table.pks[0]}
        missing = {key.column for key in table.foreign_keys} - leading
        assert missing <= {"type", "source_id", "place_id"}, (table.name, missing)
