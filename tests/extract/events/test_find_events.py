"""What a reader would put on a timeline is found; what he would not is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.model import Article, Extraction, LocalEvent

Analyse = Callable[..., tuple[Article, Extraction]]

SUMMIT = (
    "Norwegian President Ola Berg met Kenyan President Amina Odhiambo in Nairobi on Tuesday. "
    "The meeting was the first between the two leaders.\n\n"
    "Police arrested the banker Karl Weiss in Vienna on 3 March 2021. "
    "A bomb exploded in the market of Basra on Friday, killing nine people."
)


@pytest.fixture(scope="module")
def told(analyse: Analyse) -> tuple[Article, Extraction]:
    return analyse(SUMMIT, published="2021-03-10")


def of_type(extraction: Extraction, kind: str) -> list[LocalEvent]:
    return [event for event in extraction.events if event.type == kind]


def test_a_meeting_told_twice_is_one_event(told: tuple[Article, Extraction]) -> None:
    (meeting,) = of_type(told[1], "CONSULT")
    assert [m.trigger for m in meeting.mentions] == ["met", "meeting"]


def test_the_meeting_has_its_day_place_and_participants(told: tuple[Article, Extraction]) -> None:
    _, extraction = told
    (meeting,) = of_type(extraction, "CONSULT")
    assert (meeting.start_date, meeting.end_date) == ("2021-03-09", "2021-03-09")
    assert meeting.place is not None
    assert extraction.places[meeting.place].name == "Nairobi"
    names = {extraction.entities[p.entity].name for p in meeting.participants}
    assert {"Ola Berg", "Amina Odhiambo"} <= names


def test_an_arrest_has_the_day_that_its_clause_says(told: tuple[Article, Extraction]) -> None:
    (arrest,) = of_type(told[1], "COERCE")
    assert arrest.start_date == arrest.end_date == "2021-03-03"
    assert arrest.date_basis == "own_clause"


def test_words_slice_back_to_the_text(told: tuple[Article, Extraction]) -> None:
    article, extraction = told
    for event in extraction.events:
        for mention in event.mentions:
            assert article.text[mention.start : mention.end] == mention.trigger


def test_a_visit_of_four_days_has_a_duration_and_no_invented_days(analyse: Analyse) -> None:
    _, extraction = analyse("President Amina Odhiambo began a four-day state visit to Norway, her office said.")
    lasting = [event for event in extraction.events if event.duration]
    assert [event.duration for event in lasting] == ["P4D"]
    assert lasting[0].start_date is None


def test_talking_to_the_press_is_no_event(analyse: Analyse) -> None:
    _, extraction = analyse("The minister told reporters that the weather was fine. She said she was happy.")
    assert extraction.events == ()


def test_an_article_without_words_holds_no_event(analyse: Analyse) -> None:
    assert analyse("1 2 3.")[1].events == ()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(SUMMIT.replace("\n\n", " ").split(" ")), min_size=1, max_size=40))
def test_records_are_sound_whatever_the_words(analyse: Analyse, words: list[str]) -> None:
    _, extraction = analyse(" ".join(words), published="2021-03-10")
    for event in extraction.events:
        assert event.mentions
        assert 0 <= event.confidence <= 1
        assert (event.start_date is None) == (event.end_date is None)
        assert event.start_date is None or event.start_date <= (event.end_date or "")
        assert all(0 <= index < len(extraction.events) for _, index in event.related)
        assert all(part.sentences for part in event.participants)


def test_a_prefix_is_no_trigger(analyse: Analyse) -> None:
    _, extraction = analyse("Jane Lindqvist co-founded the Harbour Party in 2001.", published="2021-03-10")
    assert "co" not in {mention.trigger for event in extraction.events for mention in event.mentions}


def test_a_speakers_today_does_not_date_what_the_article_tells(analyse: Analyse) -> None:
    _, extraction = analyse(
        "Norwegian President Ola Berg met Kenyan President Amina Odhiambo in Nairobi on 2 March 2021. "
        '"Today we begin anew," Berg said. The meeting lasted two hours.',
        published="2021-03-10",
    )
    (meeting,) = of_type(extraction, "CONSULT")
    assert (meeting.start_date, meeting.end_date) == ("2021-03-02", "2021-03-02")


def test_who_was_named_often_long_before_takes_no_part(analyse: Analyse) -> None:
    early = "Karl Weiss sued Ola Berg in Vienna. Karl Weiss won. Karl Weiss thanked the judge. "
    text = early + "The weather was fine. " * 40 + "Norwegian police arrested Amina Odhiambo in Oslo."
    _, extraction = analyse(text)
    (arrest,) = of_type(extraction, "COERCE")
    names = {extraction.entities[p.entity].name for p in arrest.participants}
    assert "Amina Odhiambo" in names
    assert not names & {"Karl Weiss", "Ola Berg"}


def test_a_hyphen_is_no_trigger(analyse: Analyse) -> None:
    _, extraction = analyse("On Monday the Norwegian ministry re-enabled access to the archive that it had closed.")
    triggers = [mention.trigger for event in extraction.events for mention in event.mentions]
    assert "-" not in triggers


def test_a_question_tells_nothing(analyse: Analyse) -> None:
    _, extraction = analyse(
        "Did the police arrest Karl Weiss in Vienna? Norwegian police arrested Amina Odhiambo in Oslo."
    )
    assert [m.sentence for event in of_type(extraction, "COERCE") for m in event.mentions] == [1]
