"""The lexicons of events as look-ups: known types, the strong sense first."""

from __future__ import annotations

from ingest.extract.categories import TYPES
from ingest.extract.events.lexicon import load_lexicon


def test_every_type_named_is_a_type_of_the_schema() -> None:
    lexicon = load_lexicon()
    named = {kind for table in (lexicon.verbs, lexicon.nouns) for entry in table.values() for kind in entry.types}
    assert named | set(lexicon.phrases.values()) <= set(TYPES)


def test_a_strong_sense_comes_before_a_weak_one() -> None:
    assert load_lexicon().verbs["sign"].types[0] == "AGREE"
