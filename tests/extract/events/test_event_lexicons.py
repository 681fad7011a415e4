"""The lexicons of events are tables that name known types, once each."""

from __future__ import annotations

import pytest

from ingest.extract.events.lexicon import FOLDER, TYPES, load_lexicon, read_table

TABLES = ("events_verbs.tsv", "events_nouns.tsv", "events_phrases.tsv")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_a_header_that_names_columns_and_source(name: str) -> None:
    head = (FOLDER / name).read_text(encoding="utf-8").split("\n")
    assert head[0].startswith("#")
    assert any(line.startswith("# Source:") for line in head[:6])


@pytest.mark.parametrize("name", TABLES)
def test_no_row_stands_twice_and_all_have_three_cells(name: str) -> None:
    rows = [tuple(row) for row in read_table(FOLDER / name)]
    assert all(len(row) == 3 and all(row) for row in rows)
    assert len(rows) == len(set(rows))


def test_every_type_named_is_a_type_of_the_schema() -> None:
    lexicon = load_lexicon()
    named = {kind for table in (lexicon.verbs, lexicon.nouns) for entry in table.values() for kind in entry.types}
    assert named | set(lexicon.phrases.values()) <= set(TYPES)


def test_a_strong_sense_comes_before_a_weak_one() -> None:
    assert load_lexicon().verbs["sign"].types[0] == "AGREE"
