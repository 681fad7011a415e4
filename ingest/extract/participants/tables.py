"""Lexicons of participants: the tables of `ingest.lexicon`, a user's rows before those of the package.

A user's folder may hold a `participants.yml` besides (see `gazetteer`).
"""

from __future__ import annotations

from ingest.lexicon import FOLDER, listed, rows, user_folder, word_classes

__all__ = ["FOLDER", "listed", "rows", "user_folder", "words"]


def words(name: str) -> frozenset[str]:
    """The words of a class of `participants_words.tsv`. Raises KeyError for a class that it does not have."""
    return word_classes("participants_words.tsv")[name]
