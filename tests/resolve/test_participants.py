"""The same participant across articles."""

from __future__ import annotations

import pytest

from ingest.resolve.names import acronym_of, body_name, compatible, generic, person_name


def meeting(story, name, person, office=None, code=None, others=(("Norway", "country", "NO"),), **fields):
    s = story(name, fields.pop("published", "2031-06-05"))
    s.say(f"{person} opened the talks.")
    s.who(person, code=code, office=office)
    for other in others:
        s.who(*other)
    return s


NORDIC = (("Norway", "country", "NO"), ("Philippines", "country", "PH"), ("Kari Lund", "person", None))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Paulo Reyes", "Paulo Reyes", True),
        ("Paulo Reyes Jr.", "Paulo Reyes", True),
        ("Paulo Reyes Jr.", "Paulo Reyes Sr.", False),
        ("John F. Holt", "John Holt", True),
        ("J. F. Holt", "John Holt", True),
        ("John A. Holt", "John B. Holt", False),
        ("Bill Carter", "William Carter", True),
        ("Jane Holt", "John Holt", False),
        ("Kim Il-sung", "Kim Il Sung", True),
        ("Enrique Vega", "Enrique Vega Soto", True),
        ("José Núñez", "Jose Nunez", True),
        ("Shinzo Mori", "Mori Shinzo", True),
    ],
)
def test_full_names_that_can_be_one_person(one, other, same):
    assert compatible(person_name(one), person_name(other)) is same


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("IMF", "International Monetary Fund", True),
        ("DRC", "Danish Refugee Council", True),
        ("Fund", "Monetary Fund", False),
    ],
)
def test_initials_make_an_acronym(short, name, fits):
    assert acronym_of(short, name) is fits


def test_bodies_are_named_without_article_and_legal_form():
    assert body_name("The Acme Corp.") == body_name("Acme")
    assert body_name("the oil company") == "oil company"


@pytest.mark.parametrize(
    ("name", "fits_many"), [("police", True), ("the Supreme Court", True), ("Boeing", False), ("Hamas", False)]
)
def test_names_that_fit_many_bodies(name, fits_many):
    assert generic(name) is fits_many


def test_a_title_and_surname_join_the_full_name(story, resolved):
    told = resolved(
        meeting(story, "gazette", "Paulo Reyes Jr.", "President", "PH", NORDIC),
        meeting(story, "tribune", "Reyes", "President", None, NORDIC[:2]),
    )
    assert told.participant_of("gazette") == told.participant_of("tribune")
    assert told.participant("tribune")["name"] == "Paulo Reyes Jr."
    aliases = {row["alias"] for row in told.tables["participant_aliases"]}
    assert {"Reyes", "Paulo Reyes Jr."} <= aliases


def test_a_surname_without_anything_in_common_stays_apart(story, resolved):
    told = resolved(
        meeting(story, "gazette", "Paulo Reyes Jr.", "President", "PH", NORDIC),
        meeting(story, "sports", "Reyes", None, None, (("Mexico", "country", "MX"),), published="2025-01-01"),
    )
    assert told.participant_of("gazette") != told.participant_of("sports")


def test_a_surname_that_two_people_share_stays_apart(story, resolved):
    told = resolved(
        meeting(story, "gazette", "Paulo Reyes", "Minister", "PH", NORDIC),
        meeting(story, "herald", "Ana Reyes", "Minister", "PH", NORDIC),
        meeting(story, "tribune", "Reyes", "Minister", "PH", NORDIC),
    )
    assert len({told.participant_of(name) for name in ("gazette", "herald", "tribune")}) == 3


def test_father_and_son_in_one_article_stay_apart(story, resolved):
    s = meeting(story, "gazette", "Paulo Reyes Jr.")
    s.who("Paulo Reyes")
    told = resolved(s)
    assert told.participant_of("gazette", 0) != told.participant_of("gazette", 2)


def test_countries_are_one_by_code(story, resolved):
    told = resolved(
        meeting(story, "gazette", "Kari Lund", others=(("Myanmar", "country", "MM"),)),
        meeting(story, "tribune", "Nils Berg", others=(("Burma", "country", "MM"),)),
    )
    assert told.participant_of("gazette", 1) == told.participant_of("tribune", 1)


def test_an_attested_abbreviation_joins_the_long_name(story, resolved):
    s = story("gazette", "2031-06-05").say("The Baltic Fisheries Council (BFC) met.")
    s.who("Baltic Fisheries Council", "organisation", aliases=["BFC"])
    t = story("tribune", "2031-06-06").say("The BFC met again.")
    t.who("BFC", "organisation")
    told = resolved(s, t)
    assert told.participant_of("gazette") == told.participant_of("tribune")


def test_police_of_two_stories_are_two_groups_and_of_one_happening_one(story, resolved):
    def raid(name, published, city, code, on):
        s = story(name, published).say(
            f"Officers raided the Meridian casino in {city} and arrested the owner Ivo Petrov."
        )
        s.event("COERCE", "arrested", [s.who("police", "group"), s.who("Ivo Petrov")], on=on, where=s.where(city, code))
        return s

    told = resolved(
        raid("gazette", "2031-06-05", "Sofia", "BG", "2031-06-04"),
        raid("tribune", "2031-06-05", "Sofia", "BG", "2031-06-04"),
        story_elsewhere := story("herald", "2031-09-09").say("Police in Lagos directed traffic after a storm."),
        )  # fmt: skip
    assert story_elsewhere.name == "herald"
    assert told.joined("gazette", "tribune")
    assert told.participant_of("gazette") == told.participant_of("tribune")


def test_an_id_stays_when_a_later_article_knows_the_full_name(story, resolved):
    early = meeting(story, "gazette", "Reyes", "President", "PH", NORDIC, published="2031-06-01")
    late = meeting(story, "tribune", "Paulo Reyes Jr.", "President", "PH", NORDIC, published="2031-06-05")
    alone, both = resolved(early), resolved(early, late)
    assert alone.participant_of("gazette") == both.participant_of("gazette") == both.participant_of("tribune")
    assert both.participant("gazette")["name"] == "Paulo Reyes Jr."
