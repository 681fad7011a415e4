"""The lexicons of participants are well formed: every row has its columns and known values."""

from __future__ import annotations

import pytest

from ingest.extract.participants.countries import countries
from ingest.extract.participants.tables import FOLDER, listed, rows

VALUES = {
    "titles.tsv": {"sort": {"office", "rank", "honorific", "role"}, "single": {"", "yes"}, "gender": {"", "m", "f"}},
    "descriptions.tsv": {"kind": {"person", "group", "organisation"}, "government": {"", "yes"}},
    "metonyms.tsv": {"kind": {"country", "organisation"}, "always": {"yes", "agent"}},
    "name_words.tsv": {"kind": {"organisation", "instrument", "site", "water", "region"}},
    "regions.tsv": {"kind": {"region", "water"}},
    "given_names.tsv": {"gender": {"m", "f"}},
    "speech_verbs.tsv": {"sort": {"say", "judge", "act"}},
}


@pytest.mark.parametrize("name", VALUES)
def test_columns_hold_known_values(name: str) -> None:
    for row in rows(name):
        assert all(row[column] in values for column, values in VALUES[name].items()), row


@pytest.mark.parametrize("name", [*VALUES, "countries.tsv", "organisations.tsv"])
def test_every_lexicon_says_what_it_is(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", ["metonyms.tsv", "organisations.tsv", "regions.tsv"])
def test_country_codes_are_known(name: str) -> None:
    assert {row["code"] for row in rows(name)} - {""} <= set(countries())


def test_no_country_form_is_listed_twice() -> None:
    forms = [f for row in rows("countries.tsv") for f in [row["name"], *listed(row["aliases"])]]
    assert len(forms) == len(set(forms))
