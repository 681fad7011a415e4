"""Common nouns that take part by description ("gunman", "police", "court"): the lexicon behind them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ingest.extract.participants.tables import rows


@dataclass(frozen=True, slots=True)
class Description:
    """One row of `lexicons/descriptions.tsv`."""

    noun: str
    kind: str
    government: bool


@lru_cache(maxsize=1)
def descriptions() -> dict[str, Description]:
    """All describing nouns by lemma."""
    return {
        row["noun"]: Description(row["noun"], row["kind"], row["government"] == "yes")
        for row in reversed(rows("descriptions.tsv"))
    }
