"""Lexicons of participants: the tables of `ingest.lexicon`, a user's rows before those of the package.

A user's folder may hold a `participants.yml` besides (see `gazetteer`).
"""

from __future__ import annotations

from ingest.lexicon import FOLDER, listed, rows, user_folder

__all__ = ["FOLDER", "listed", "rows", "user_folder"]
