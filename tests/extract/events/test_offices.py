"""Who acts in an office is said to, where the sentences of the event give it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.model import Article, Extraction

Analyse = Callable[..., tuple[Article, Extraction]]


def offices(extraction: Extraction, trigger: str) -> dict[str, str | None]:
    """Each person's office in the event with this trigger."""
    (event,) = [e for e in extraction.events if any(m.trigger == trigger for m in e.mentions)]
    people = [p for p in event.participants if extraction.entities[p.entity].kind == "person"]
    return {extraction.entities[p.entity].name: p.office for p in people}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Kenya's president Amina Odhiambo signed a treaty with Norway in Oslo on Monday.", "President"),
        ("Amina Odhiambo, the foreign minister of Kenya, signed a treaty with Norway on Monday.", "Foreign Minister"),
        ("Amina Odhiambo signed a treaty with Norway in Oslo on Monday.", None),
        ("Former president Amina Odhiambo signed a treaty with Norway in Oslo on Monday.", None),
    ],
)
def test_the_words_beside_the_name_give_the_office(analyse: Analyse, text: str, office: str | None) -> None:
    _, extraction = analyse(text, published="2021-03-10")
    assert offices(extraction, "signed") == {"Amina Odhiambo": office}


@pytest.mark.parametrize(
    ("again", "office"),
    [("President Odhiambo", "President"), ("The president", "President"), ("Odhiambo", None)],
)
def test_a_later_sentence_says_the_office_or_does_not(analyse: Analyse, again: str, office: str | None) -> None:
    text = (
        f"Kenya's president Amina Odhiambo won praise at home.\n\n{again} arrested three generals in Nairobi on Monday."
    )
    _, extraction = analyse(text, published="2021-03-10")
    assert offices(extraction, "arrested").get("Amina Odhiambo") == office
