"""The words that agreements are told with: reads the `agreements_*.tsv` lexicons once, gives look-up tables."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ingest.lexicon import rows, word_classes


class Noun(NamedTuple):
    """`strength` says when the noun tells of an agreement (see the table); `kind` what it names by itself, or None."""

    strength: str
    kind: str | None


@lru_cache(maxsize=1)
def nouns() -> dict[str, Noun]:
    """Agreement nouns by lemma."""
    return {row["lemma"]: Noun(row["strength"], row["kind"] or None) for row in rows("agreements_nouns.tsv")}


@lru_cache(maxsize=1)
def verbs() -> dict[str, frozenset[str]]:
    """The senses of each verb by lemma."""
    senses: dict[str, set[str]] = {}
    for row in rows("agreements_verbs.tsv"):
        senses.setdefault(row["lemma"], set()).add(row["sense"])
    return {lemma: frozenset(found) for lemma, found in senses.items()}


@lru_cache(maxsize=1)
def topics() -> dict[str, tuple[str, ...]]:
    """The words of each topic, topics in the order of their first row."""
    words: dict[str, list[str]] = {}
    for row in rows("agreements_topics.tsv"):
        words.setdefault(row["topic"], []).append(row["word"])
    return {topic: tuple(found) for topic, found in words.items()}


def words(name: str) -> frozenset[str]:
    """The words of a class of `agreements_words.tsv`. Raises KeyError for a class that it does not have."""
    return word_classes("agreements_words.tsv")[name]


def has_sense(lemma: str, *senses: str) -> bool:
    """Whether a verb has one of the senses."""
    return not verbs().get(lemma, frozenset()).isdisjoint(senses)
