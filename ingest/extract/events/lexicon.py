"""Lexicons of the event station: takes the `events_*.tsv` tables, gives lookups from lemmas to PLOVER types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "lexicons"
TYPES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "ELECT",
    "APPOINT",
    "LEGISLATE",
    "RULE",
    "DIE",
    "DISASTER",
    "ANNOUNCE",
    "OTHER",
]


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


def read_table(path: Path) -> Iterator[list[str]]:
    """The rows of a lexicon without its `#` header and its line of column names."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return (line.split("\t") for line in lines[1:])


def _entries(path: Path) -> dict[str, Entry]:
    strong: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    for lemma, kind, strength in read_table(path):
        (strong if strength == "strong" else weak).setdefault(lemma, []).append(kind)
    return {
        lemma: Entry((*strong.get(lemma, ()), *weak.get(lemma, ())), lemma in strong)
        for lemma in sorted({*strong, *weak})
    }


@lru_cache(maxsize=4)
def load_lexicon(folder: Path = FOLDER) -> EventLexicon:
    """Read the three tables once."""
    phrases = {(verb, companion): kind for verb, companion, kind in read_table(folder / "events_phrases.tsv")}
    return EventLexicon(_entries(folder / "events_verbs.tsv"), _entries(folder / "events_nouns.tsv"), phrases)
