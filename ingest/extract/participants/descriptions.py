"""Common nouns that take part by description ("gunman", "police", "court"): the lexicon behind them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from ingest.extract.participants.tables import rows

SHORTEST_STEM = 3  # letters before an ending, so that "mist" and "twist" describe nobody


@dataclass(frozen=True, slots=True)
class Description:
    """One row of `lexicons/descriptions.tsv`."""

    noun: str
    kind: str
    government: bool


@lru_cache(maxsize=1)
def descriptions() -> dict[str, Description]:
    """All describing nouns by lemma."""
    return {row["noun"]: description for row, description in _all() if not row["noun"].startswith("-")}


def description_of(token: Token) -> Description | None:
    """What a noun describes: by its own word, by that and the one before it ("law enforcement"), or by its ending."""
    lemma = token.lemma_.lower()
    found = descriptions().get(lemma)
    if found is None and lemma in _second_words() and token.i:
        found = descriptions().get(f"{token.doc[token.i - 1].lower_} {lemma}")
    if found is None and token.pos_ == "NOUN" and token.text.islower():
        found = _by_ending(lemma)
    return found


@lru_cache(maxsize=1)
def _second_words() -> frozenset[str]:
    return frozenset(noun.split()[1] for noun in descriptions() if " " in noun)


@lru_cache(maxsize=10_000)
def _by_ending(lemma: str) -> Description | None:
    for ending, description in _endings().items():
        if lemma.endswith(ending) and len(lemma) >= len(ending) + SHORTEST_STEM:
            return description
    return None


@lru_cache(maxsize=1)
def _endings() -> dict[str, Description]:
    return {row["noun"].removeprefix("-"): found for row, found in _all() if row["noun"].startswith("-")}


def _all() -> list[tuple[dict[str, str], Description]]:
    return [
        (row, Description(row["noun"], row["kind"], row["government"] == "yes"))
        for row in reversed(rows("descriptions.tsv"))
    ]
