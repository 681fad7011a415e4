"""What grammar alone says of whether something has happened."""

from __future__ import annotations

import pytest
from spacy.language import Language

from ingest.extract.events.status import rule_status
from ingest.extract.events.tokens import words_of


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The treaty still has to be ratified by parliament.", "ratified", "planned"),
        ("France needs to approve the sale.", "approve", "planned"),
        ("France needed to approve the sale.", "approve", "occurred"),
        ("The ministers will meet in Oslo.", "meet", "planned"),
        ("The ministers are meeting in Oslo.", "meeting", "ongoing"),
        ("The ministers met in Oslo.", "met", "occurred"),
    ],
)
def test_the_status_of_a_verb(nlp: Language, text: str, trigger: str, status: str) -> None:
    (word,) = [word for word in words_of(nlp(text)) if word.text == trigger]
    assert rule_status(word) == status
