"""The same place across articles: place names with their countries come in, one row for each place goes out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Place
from ingest.resolve.identifiers import slug, unique_ids
from ingest.resolve.records import ArticleSummary, Row
from ingest.resolve.words import fold

SPECIFIC = ("site", "city", "water", "region", "other", "country")  # from the narrowest


@dataclass(frozen=True, slots=True)
class Places:
    """`of[i]` numbers the places of the i-th article, `known[n]` is the place of that number, `ids[n]` its id."""

    of: tuple[tuple[int, ...], ...]
    known: tuple[Place, ...]
    ids: tuple[str, ...]

    def rows(self) -> tuple[Row, ...]:
        """Rows of `places`."""
        return tuple(
            {
                "id": place_id,
                "name": place.name,
                "kind": place.kind,
                "country_code": place.country_code,
                "latitude": place.latitude,
                "longitude": place.longitude,
            }
            for place_id, place in zip(self.ids, self.known, strict=True)
        )

    def specificity(self, number: int) -> int:
        """How narrow a place is: higher is narrower."""
        return -SPECIFIC.index(self.known[number].kind)


def resolve_places(summaries: Sequence[ArticleSummary]) -> Places:
    """Places are one when name and country agree; a place without a country joins the only one of its name."""
    countries: dict[str, set[str]] = defaultdict(set)
    for summary in summaries:
        for place in summary.places:
            if place.country_code:
                countries[fold(place.name)].add(place.country_code)
    forms: dict[tuple[str, str | None], list[Place]] = defaultdict(list)
    keys = [[_key(place, countries) for place in summary.places] for summary in summaries]
    for summary, found in zip(summaries, keys, strict=True):
        for key, place in zip(found, summary.places, strict=True):
            forms[key].append(place)
    number = {key: i for i, key in enumerate(forms)}
    known = tuple(_one(places) for places in forms.values())
    ids = unique_ids([slug(f"{name} {code or ''}") for name, code in forms], list(forms))
    return Places(tuple(tuple(number[key] for key in found) for found in keys), known, ids)


def _key(place: Place, countries: dict[str, set[str]]) -> tuple[str, str | None]:
    name = fold(place.name)
    code = place.country_code
    if code is None and len(countries[name]) == 1:
        (code,) = countries[name]
    return name, code


def _one(places: list[Place]) -> Place:
    """One record from all: the commonest form and kind, coordinates where any article has them."""
    located = [(p.latitude, p.longitude) for p in places if p.latitude is not None and p.longitude is not None]
    latitude, longitude = Counter(located).most_common(1)[0][0] if located else (None, None)
    codes = [place.country_code for place in places if place.country_code]
    return Place(
        name=_commonest([place.name for place in places]),
        kind=_commonest([place.kind for place in places]),
        country_code=_commonest(codes) if codes else None,
        latitude=latitude,
        longitude=longitude,
    )


def _commonest(values: list[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], -len(value), value))
