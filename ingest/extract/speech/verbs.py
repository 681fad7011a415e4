"""Verbs of speech: the lexicon behind attributions."""

from __future__ import annotations

from functools import lru_cache

from ingest.extract.participants.tables import rows


@lru_cache(maxsize=1)
def speech_verbs() -> dict[str, str]:
    """`say`, `judge` or `act` by lemma (`lexicons/speech_verbs.tsv`)."""
    return {row["verb"]: row["sort"] for row in rows("speech_verbs.tsv")}
