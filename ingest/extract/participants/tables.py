"""Lexicons of participants: the tables of `ingest.lexicon`, a user's rows before those of the package.

A user's folder may hold a `participants.yml` besides (see `gazetteer`).
"""

from __future__ import annotations

from functools import lru_cache

from ingest.lexicon import FOLDER, listed, rows, user_folder

__all__ = ["FOLDER", "listed", "rows", "user_folder", "words"]


@lru_cache(maxsize=1)
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("participants_words.tsv"):
        found.setdefault(row["class"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}


def words(name: str) -> frozenset[str]:
    """The words of a class of `participants_words.tsv`. Raises KeyError for a class that it does not have."""
    return _classes()[name]
