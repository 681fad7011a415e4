"""Lexicons of the event station: takes the `events_*.tsv` tables, gives lookups from lemmas to PLOVER types."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ingest.lexicon import rows


@dataclass(frozen=True, slots=True)
class Entry:
    """The types that a lemma can point to, strongest first, and whether it reports a happening by itself."""

    types: tuple[str, ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Verbs and nouns by lemma; phrases by (verb, companion)."""

    verbs: dict[str, Entry]
    nouns: dict[str, Entry]
    phrases: dict[tuple[str, str], str]

    def entry(self, lemma: str, verbal: bool) -> Entry | None:
        """The entry of a lemma in the part of speech asked for, or in the other one where that has none."""
        first, second = (self.verbs, self.nouns) if verbal else (self.nouns, self.verbs)
        return first.get(lemma) or second.get(lemma)


def _entries(name: str) -> dict[str, Entry]:
    strong: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    for row in rows(name):
        (strong if row["strength"] == "strong" else weak).setdefault(row["lemma"], []).append(row["type"])
    return {
        lemma: Entry((*strong.get(lemma, ()), *weak.get(lemma, ())), lemma in strong)
        for lemma in sorted({*strong, *weak})
    }


@lru_cache(maxsize=1)
def load_lexicon() -> EventLexicon:
    """Read the three tables once."""
    phrases = {(row["verb"], row["companion"]): row["type"] for row in rows("events_phrases.tsv")}
    return EventLexicon(_entries("events_verbs.tsv"), _entries("events_nouns.tsv"), phrases)
