"""The lexicons of participants go together, and a user's own participants come first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.errors import InputError
from ingest.extract.participants import gazetteer, tables
from ingest.extract.participants.countries import countries
from ingest.extract.participants.tables import listed, rows

from .conftest import Seen


@pytest.mark.parametrize("name", ["metonyms.tsv", "organisations.tsv", "regions.tsv"])
def test_country_codes_are_known(name: str) -> None:
    assert {row["code"] for row in rows(name)} - {""} <= set(countries())


def test_no_country_form_is_listed_twice() -> None:
    forms = [f for row in rows("countries.tsv") for f in [row["name"], *listed(row["aliases"])]]
    assert len(forms) == len(set(forms))


@pytest.fixture
def user_lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A user's own folder; what is read once is forgotten before and after."""
    caches = (tables.rows, tables.word_classes, gazetteer.gazetteer)
    monkeypatch.setenv("DATELINE_LEXICON", str(tmp_path))
    for cached in caches:
        cached.cache_clear()
    yield tmp_path
    for cached in caches:
        cached.cache_clear()


def test_a_users_file_of_participants_overrides(user_lexicon: Path, cast_of: Callable[[str], Seen]) -> None:
    (user_lexicon / "participants.yml").write_text(
        "- {name: Harbour Alliance, kind: organisation, country_code: DK, aliases: [Jordan]}\n"
    )
    assert cast_of("Jordan signed the contract on Monday.").who("Jordan") == ["Harbour Alliance"]


def test_a_wrong_entry_of_a_users_file_is_named(user_lexicon: Path) -> None:
    (user_lexicon / "participants.yml").write_text("- {name: X, kind: planet}\n")
    with pytest.raises(InputError, match=r"participants\.yml"):
        gazetteer.gazetteer()


def test_a_users_words_stand_for_those_just_named(user_lexicon: Path, cast_of: Callable[[str], Seen]) -> None:
    story = "Jane Lindqvist won the regatta. The skipper thanked her crew on Monday."
    assert cast_of(story).who("skipper") != ["Jane Lindqvist"]
    (user_lexicon / "participants_words.tsv").write_text("class\tword\nepithet\tskipper\n")
    tables.rows.cache_clear()
    tables.word_classes.cache_clear()
    assert cast_of(story).who("skipper") == ["Jane Lindqvist"]


def test_a_users_rows_come_first(user_lexicon: Path) -> None:
    (user_lexicon / "titles.tsv").write_text("form\tsort\tsingle\tgender\nskipper\toffice\tyes\t\n")
    assert rows("titles.tsv")[0]["form"] == "skipper"
    assert rows("titles.tsv")[1]["form"] == "president"
