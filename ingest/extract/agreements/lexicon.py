"""The words that agreements are told with: reads the `agreements_*.tsv` lexicons once, gives look-up tables."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parents[2] / "lexicons"


class Noun(NamedTuple):
    """`strength` is `strong`, `weak` or `talks`; `kind` the kind that the noun names by itself, or None."""

    strength: str
    kind: str | None


def rows(name: str) -> list[list[str]]:
    """The cells of a lexicon, without its comments and its line of column names."""
    lines = (FOLDER / f"agreements_{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


@lru_cache(maxsize=1)
def nouns() -> dict[str, Noun]:
    """Agreement nouns by lemma."""
    return {lemma: Noun(strength, kind or None) for lemma, strength, kind in rows("nouns")}


@lru_cache(maxsize=1)
def verbs() -> dict[str, frozenset[str]]:
    """The senses of each verb by lemma."""
    senses: dict[str, set[str]] = {}
    for lemma, sense in rows("verbs"):
        senses.setdefault(lemma, set()).add(sense)
    return {lemma: frozenset(found) for lemma, found in senses.items()}


@lru_cache(maxsize=1)
def topics() -> dict[str, tuple[str, ...]]:
    """The words of each topic, topics in the order of their first row."""
    words: dict[str, list[str]] = {}
    for topic, word in rows("topics"):
        words.setdefault(topic, []).append(word)
    return {topic: tuple(found) for topic, found in words.items()}


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, word in rows("words"):
        found.setdefault(name, set()).add(word)
    return {name: frozenset(words) for name, words in found.items()}


def words(name: str) -> frozenset[str]:
    """The words of a class of `agreements_words.tsv`. Raises KeyError for a class that it does not have."""
    return _classes()[name]


def has_sense(lemma: str, *senses: str) -> bool:
    """Whether a verb has one of the senses."""
    return not verbs().get(lemma, frozenset()).isdisjoint(senses)
