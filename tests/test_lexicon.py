"""Lexicons are tables that say what they hold; a user's own folder adds to every one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.errors import InputError
from ingest.extract.agreements import lexicon as agreements
from ingest.extract.categories import TYPES
from ingest.extract.events import lexicon as events
from ingest.lexicon import FOLDER, SHAPES, merged, read_rows, rows, shapes, word_classes
from ingest.lexicon_check import check_file, check_user_folder
from ingest.normalize import roles
from ingest.resolve import lexicons as resolve
from ingest.timex import lexicon as words_of_time
from ingest.timex import rules as rules_of_time

TABLES = sorted(path.name for path in FOLDER.glob("*.tsv"))
TREES = sorted(path.name for path in FOLDER.glob("time_*.yml"))
CACHED = (
    rows,
    events.load_lexicon,
    agreements.nouns,
    word_classes,
    roles._lexicon,
    resolve.trigger_classes,
    words_of_time.words,
    rules_of_time.load_rules,
)


def forget() -> None:
    """Let everything that is read once be read again."""
    for cached in CACHED:
        cached.cache_clear()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's own folder, empty."""
    monkeypatch.setenv("DATELINE_LEXICON", str(tmp_path))
    forget()
    yield tmp_path
    forget()


# --- what we ship --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*TABLES, *TREES])
def test_every_lexicon_is_as_it_should_be(name: str) -> None:
    check_file(FOLDER / name)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_names_each_of_its_columns_and_its_source(name: str) -> None:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    head = "\n".join(line for line in lines if line.startswith("#"))
    assert re.search("source", head, re.IGNORECASE)
    for column in shapes()[name.removesuffix(".tsv")].columns:
        assert re.search(rf"\b{column}\b", head), column


@pytest.mark.parametrize("name", TREES)
def test_every_file_of_time_words_and_rules_says_what_it_is(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", TABLES)
def test_no_row_stands_twice(name: str) -> None:
    told = [tuple(row.values()) for row in rows(name)]
    assert len(told) == len(set(told))


def test_every_table_has_its_shape_and_every_shape_its_table() -> None:
    assert {f"{name}.tsv" for name in shapes()} == set(TABLES)


def test_event_types_are_those_of_the_schema() -> None:
    assert list(shapes()["events_verbs"].columns["type"]) == TYPES


# --- what a user adds ----------------------------------------------------------------------------------


def test_a_users_rows_add_to_ours(own: Path) -> None:
    (own / "events_nouns.tsv").write_text("lemma\ttype\tstrength\nfloodgate\tDISASTER\tstrong\n")
    nouns = events.load_lexicon().nouns
    assert nouns["floodgate"].types == ("DISASTER",)
    assert "accident" in nouns


def test_a_users_rows_stand_instead_of_all_of_ours_with_that_key(own: Path) -> None:
    (own / "events_verbs.tsv").write_text("lemma\ttype\tstrength\nsign\tOTHER\tweak\n")
    assert events.load_lexicon().verbs["sign"] == events.Entry(("OTHER",), False)


def test_columns_may_stand_in_any_order_and_optional_ones_be_left_out(own: Path) -> None:
    (own / "agreements_nouns.tsv").write_text("# mine\nstrength\tlemma\n\nstrong\tentente\n")
    check_user_folder()
    assert agreements.nouns()["entente"] == agreements.Noun("strong", None)


def test_a_table_saved_by_a_spreadsheet_on_windows_is_read(own: Path) -> None:
    (own / "agreements_nouns.tsv").write_bytes(b"\xef\xbb\xbflemma\tstrength\r\nentente\tstrong\r\n")
    check_user_folder()
    assert "entente" in agreements.nouns()


def test_furniture_and_the_words_of_resolution_are_extended_too(own: Path) -> None:
    (own / "furniture.tsv").write_text("pattern\tscope\tkind\nharbour desk .*\twhole\tcredit\n")
    (own / "resolve_triggers.tsv").write_text("class\tforms\nregatta\tregatta race\n")
    assert roles.assign_roles(["Harbour desk (night shift)"]) == ["furniture"]
    assert resolve.trigger_classes()["regatta"] == {"regatta"}
    assert "meeting" in resolve.trigger_classes()["summit"]


def test_words_and_rules_of_time_are_extended_too(own: Path) -> None:
    (own / "time_words.yml").write_text("classes:\n  WEEKDAY: {mittwoch: 2}\n")
    (own / "time_rules.yml").write_text(
        "rules:\n- {id: founding, pattern: the founding year, resolve: {how: vague, value: PAST_REF}}\n"
    )
    check_user_folder()
    assert words_of_time.value_of("WEEKDAY", "mittwoch") == words_of_time.value_of("WEEKDAY", "wednesday")
    assert rules_of_time.load_rules().rules[0].id == "founding"
    assert len(rules_of_time.load_rules().rules) > 50


def test_of_two_entries_of_one_name_the_users_wins() -> None:
    ours = {"holidays": {"may day": {"fixed": [5, 1]}, "lammas": {"fixed": [8, 1]}}}
    own = {"holidays": {"may day": {"nth": [5, 0, 1]}}}
    assert merged(ours, own, 2) == {"holidays": {"may day": {"nth": [5, 0, 1]}, "lammas": {"fixed": [8, 1]}}}


# --- what a user gets wrong ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("title.tsv", "form\tsort\n", r"title\.tsv: is the name of no lexicon.*titles\.tsv"),
        (SHAPES, "tables: {}\n", "is the name of no lexicon"),
        ("titles.tsv", "", "is empty. Begin with a line of the column names.*form, sort, single, gender"),
        ("titles.tsv", "skipper\toffice\n", "line 1: 'skipper' is no column"),
        ("titles.tsv", "# mine\nform\tgender\nskipper\tm\n", "line 2: the column 'sort' is missing"),
        ("titles.tsv", "form\tsort\nskipper\n", "line 2: the column 'sort' is empty. Write one of office, rank"),
        ("titles.tsv", "form\tsort\nskipper\toffice\tyes\n", "line 2: 3 cells for 2 columns"),
        ("titles.tsv", "form\tsort\nskipper\tpost\n", "line 2: 'post' in the column 'sort' is wrong"),
        ("titles.tsv", "form\tsort\n\nSkipper\toffice\n", "line 3: 'Skipper'.*lower case"),
        ("organisations.tsv", "name\tcode\nHarbour Council\tNorway\n", "line 2: 'Norway'.*NO"),
        ("furniture.tsv", "pattern\tscope\n(open\twhole\n", "line 2: .*regular expression"),
        ("resolve_weights.tsv", "name\tvalue\nbias\tlow\n", "line 2: 'low'.*number"),
        ("time_words.yml", "classes:\n  WEEKDAY: [\n", "line 3: is no YAML"),
        ("time_words.yml", "weekdays: {mittwoch: 2}\n", "'weekdays' has no place in it.*classes"),
        ("time_words.yml", "classes: [mittwoch]\n", "'classes' holds .* not a mapping"),
        ("time_rules.yml", "rules:\n- {id: mine}\n", "pattern and resolve are needed"),
        ("time_rules.yml", "rules:\n- {id: mine, pattern: the ( day, resolve: date}\n", "'mine' does not compile"),
        ("time_rules.yml", "rules:\n- {id: mine, pattern: '{nought}', resolve: date}\n", "nought"),
        ("time_rules.yml", "rules:\n- {id: mine, pattern: my day, resolve: guess}\n", "'guess', which does not exist"),
    ],
)
def test_a_wrong_file_is_named_with_its_line_and_what_to_do(own: Path, name: str, content: str, said: str) -> None:
    (own / name).write_text(content)
    with pytest.raises(InputError, match=re.compile(said, re.DOTALL)):
        check_user_folder()


def test_bytes_that_are_no_text_are_named(own: Path) -> None:
    (own / "titles.tsv").write_bytes(b"form\tsort\nm\xfchle\toffice\n")
    with pytest.raises(InputError, match=r"titles\.tsv, byte 11: is not UTF-8"):
        check_user_folder()


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_LEXICON", str(tmp_path / "nowhere"))
    with pytest.raises(InputError, match=r"nowhere: is no folder"):
        check_user_folder()


def test_other_files_in_the_folder_are_left_alone(own: Path) -> None:
    (own / "notes.txt").write_text("to do")
    (own / "participants.yml").write_text("- {name: Harbour Council}\n")
    check_user_folder()


PIECES = st.sampled_from(
    ["form", "sort", "single", "\t", "\n", "skipper", "office", "Rank", "yes", "# ", " ", "é", "\x0b"]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=25))
def test_whatever_stands_in_a_table_it_is_read_or_explained(tmp_path: Path, pieces: list[str]) -> None:
    path = tmp_path / "titles.tsv"
    path.write_text("".join(pieces), encoding="utf-8")
    try:
        check_file(path)
    except InputError:
        return
    assert all(row["form"] and row["sort"] in ("office", "rank", "honorific", "role") for row in read_rows(path))


def test_bodies_of_states_are_organisations_that_are_known() -> None:
    known = {row["name"].lower() for row in rows("organisations.tsv")}
    assert agreements.words("interstate") <= known
