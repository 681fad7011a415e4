"""The data files of resolution: takes a file's name, gives its rows, read once a process."""

from __future__ import annotations

from functools import cache

from ingest.lexicon import rows


def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of the lexicon `NAME.tsv`, by column."""
    return rows(f"{name}.tsv")


@cache
def weights() -> dict[str, float]:
    """The numbers by which events are compared: feature or threshold to value."""
    return {row["name"]: float(row["value"]) for row in table("resolve_weights")}


@cache
def trigger_classes() -> dict[str, frozenset[str]]:
    """Word form to the classes of happening that it can name ("summit": meeting)."""
    classes: dict[str, set[str]] = {}
    for row in table("resolve_triggers"):
        for form in row["forms"].split():
            classes.setdefault(form, set()).add(row["class"])
    return {form: frozenset(found) for form, found in classes.items()}


@cache
def compatible_types() -> dict[str, dict[str, float]]:
    """Event type to the types under which another outlet may tell the same happening, with how likely that is."""
    compatible: dict[str, dict[str, float]] = {}
    for row in reversed(table("resolve_types")):  # the first row of a pair, which may be a user's, wins
        compatible.setdefault(row["type"], {})[row["other"]] = float(row["compatibility"])
        compatible.setdefault(row["other"], {})[row["type"]] = float(row["compatibility"])
    return compatible


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a one-column file."""
    return frozenset(word for row in table(name) for word in row["words"].split())


@cache
def topics() -> dict[str, frozenset[str]]:
    """Topic of an agreement to the words that speak of it."""
    return {row["topic"]: frozenset(row["words"].split()) for row in table("resolve_topics")}


@cache
def single_offices() -> frozenset[str]:
    """Offices, in lower case, that a country has one holder of at a time."""
    return frozenset(row["form"] for row in table("titles") if row["single"] == "yes" and row["sort"] == "office")
