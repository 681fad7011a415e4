"""Each statement of an event is a claim with its sentence and source; disputes keep every side."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ingest.extract.counts import counts_in
from ingest.model import Article, Extraction, LocalClaim

Analyse = Callable[..., tuple[Article, Extraction]]


def claims(found: Extraction, attribute: str) -> list[LocalClaim]:
    """All claims of one kind, of all events."""
    return [claim for event in found.events for claim in event.claims if claim.attribute == attribute]


def test_participants_are_claimed_by_the_sentence_and_marker_that_name_them(analyse: Analyse) -> None:
    _, found = analyse("Norway attacked Chile on 3 May 2019 [2].")
    told = {(claim.value, claim.sentence, claim.citation_marker) for claim in claims(found, "participant")}
    assert ("Norway", 0, "[2]") in told


def test_dates_places_and_statuses_are_claims(analyse: Analyse) -> None:
    _, found = analyse("The presidents of Norway and Chile met in Lima on 3 May 2019.")
    assert {claim.value for claim in claims(found, "date")} == {"2019-05-03"}
    assert {claim.value for claim in claims(found, "place")} == {"Lima"}
    assert {claim.value for claim in claims(found, "status")} == {"occurred"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The blast killed 39 people.", ["39 dead"]),
        ("Thirty people were injured.", ["30 injured"]),
        ("Police arrested 1,200 protesters.", ["1200 arrested"]),
        ("The two men left.", []),
        ("It cost 39 million dollars in 2019.", []),
        ("Twelve ships carried 129 passengers.", ["129 passengers"]),
    ],
)
def test_counts_say_who_and_what_befell_them(parse: Callable[[str], Doc], text: str, values: list[str]) -> None:
    assert [value for _, value in counts_in(parse(text)[:])] == values


def test_a_disputed_office_holder_keeps_both_names(analyse: Analyse) -> None:
    text = (
        "The president of Chile met his hosts in Oslo on 3 May 2019 [1]. "
        "Reports on the meeting differ regarding the identity of the Norwegian Prime Minister, "
        "with some sources naming Kari Lund and others naming Odd Berg [2, 4]."
    )
    _, found = analyse(text)
    told = claims(found, "office_holder")
    assert {found.entities[c.entity].name for c in told if c.entity is not None} == {"Kari Lund", "Odd Berg"}
    assert {(c.value, c.citation_marker) for c in told} == {("Prime Minister of NO", "[2, 4]")}
    disputed = {found.entities[p.entity].name for e in found.events for p in e.participants if p.disputed}
    assert disputed == {"Kari Lund", "Odd Berg"}


def test_rival_counts_become_two_claims(analyse: Analyse) -> None:
    text = (
        "A bomb exploded in Lima on 3 May 2019, killing dozens. "
        "Some reports said 12 people were killed while others said 15 people were killed."
    )
    _, found = analyse(text)
    assert {"12 dead", "15 dead"} <= {claim.value for claim in claims(found, "count")}


def test_a_count_is_of_the_happening_whose_clause_holds_it(analyse: Analyse) -> None:
    text = "Norway signed a fisheries treaty on 3 May 2019 after Chile arrested 12 men in Arica."
    _, found = analyse(text)
    counted = {
        event.mentions[0].trigger: {c.value for c in event.claims if c.attribute == "count"} for event in found.events
    }
    assert any("12 arrested" in values for trigger, values in counted.items() if trigger == "arrested")
    assert not any("12 arrested" in values for trigger, values in counted.items() if trigger == "signed")
