"""Someone told of by age, before being named, or by what he or she goes by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Seen

CastOf = Callable[[str], Seen]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe, 34, met Ben Hale, 51, on Monday. The 34-year-old resigned.",
        "Police freed 34-year-old Ada Roe and her brother Ben Hale on Monday. The 34-year-old resigned.",
        "Ada Roe (34) met Ben Hale on Monday. The 34-year-old farmer resigned.",
    ],
)
def test_an_age_tells_who_is_meant(cast_of: CastOf, text: str) -> None:
    assert cast_of(text).last("34-year-old") == ["Ada Roe"]


def test_an_age_of_two_tells_nobody(cast_of: CastOf) -> None:
    seen = cast_of("Ada Roe, 34, met Ben Hale, 34, on Monday. The 34-year-old resigned.")
    assert seen.last("34-year-old") not in (["Ada Roe"], ["Ben Hale"])


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe, 34, was stabbed on Monday. A 34-year-old man fled. Police caught the 34-year-old on Tuesday.",
        "Ada Roe, 34, left on Monday. The 34-year-old man was arrested on Tuesday with a 34-year-old",
        "Ada Roe, 34, resigned on Monday. The 34-year-old Hudson Bridge collapsed, a 34-year-old",
        "Ada Roe, ², left with ① others. The 34-year-old resigned.",
    ],
)
def test_an_age_may_be_of_someone_or_something_else(cast_of: CastOf, text: str) -> None:
    assert "Ada Roe" not in cast_of(text).last("34-year-old")


def test_a_man_of_34_is_no_woman(cast_of: CastOf) -> None:
    seen = cast_of("Maria Roe, 34, was stabbed on Monday. Police arrested the 34-year-old man on Tuesday.")
    assert "Maria Roe" not in seen.last("man")


@pytest.mark.parametrize(
    "text",
    [
        "A judge in Leeds freed the man. Judge Ada Roe convicted his brother on Monday.",
        "A soldier was killed on Monday. Soldier Ada Roe was arrested.",
        "A minister resigned on Monday. The French finance minister, Ada Roe, praised him.",
    ],
)
def test_another_may_be_meant(cast_of: CastOf, text: str) -> None:
    assert "Ada Roe" not in cast_of(text).who(text.split()[1])


def test_who_knows_someone_is_someone_else(cast_of: CastOf) -> None:
    seen = cast_of("A neighbour, who knew the killer as Jan Roe, called the police on Monday.")
    assert seen.who("neighbour") != ["Jan Roe"]


def test_her_own_luggage_is_with_her(cast_of: CastOf) -> None:
    seen = cast_of("Nora Haddad rang the police on Monday. Ada Roe carried two passports with her.")
    assert seen.last("her") == ["Ada Roe"]


def test_a_coroner_gets_a_name_farther_on(cast_of: CastOf) -> None:
    seen = cast_of("A coroner criticised the hospital on Monday. The patient died in May. Coroner Ada Roe saw no plan.")
    assert seen.who("A coroner") == ["Ada Roe"]


def test_one_of_two_coroners_gets_none(cast_of: CastOf) -> None:
    seen = cast_of("A coroner blamed the hospital. Coroner Ada Roe saw no plan. Coroner Tom Hale agreed.")
    assert seen.who("A coroner") == ["coroner"]


def test_a_judge_named_before_is_not_a_judge(cast_of: CastOf) -> None:
    seen = cast_of("Judge Ada Roe heard the case on Monday. A judge in Leeds had freed the man.")
    assert seen.who("A judge") != ["Ada Roe"]


@pytest.mark.parametrize("words", ["who goes by Abu Talib", "who gave his name as Abu Talib"])
def test_someone_goes_by_a_name(cast_of: CastOf, words: str) -> None:
    assert cast_of(f"Its commander, {words}, denied the attack.").who("commander") == ["Abu Talib"]


def test_the_company_is_no_authority(cast_of: CastOf) -> None:
    seen = cast_of(
        "Hamlet Minerals Ltd. asked the Coastal Ports Authority for a permit on Monday. The company will drill in May."
    )
    assert seen.who("The company") == ["Hamlet Minerals Ltd."]


def test_the_regulator_is_the_regulatory_authority(cast_of: CastOf) -> None:
    seen = cast_of("The Nordic Media Regulatory Authority closed a station on Monday. The regulator gave no reason.")
    assert seen.who("The regulator") == ["Nordic Media Regulatory Authority"]


def test_the_subject_of_the_main_clause_is_meant(cast_of: CastOf) -> None:
    seen = cast_of(
        "The chief executive, Henrik Solvang, took over after Rui Fontes was dismissed in May. He sold two ships."
    )
    assert seen.who("He") == ["Henrik Solvang"]


def test_who_is_spoken_to_is_not_who_speaks(cast_of: CastOf) -> None:
    seen = cast_of("Nora Haddad fasted for ten days. Ada Roe spoke to her by telephone.")
    assert seen.who("her") == ["Nora Haddad"]


def test_someone_was_something_at_that_time(cast_of: CastOf) -> None:
    seen = cast_of("It was found in 2009 by Ada Roe, at that time a student, who had left the camp.")
    assert seen.who("student") == ["Ada Roe"]


def test_who_is_named_with_an_age_was_told_of_before(cast_of: CastOf) -> None:
    seen = cast_of(
        "A retired plumber from Bergen admitted on Monday that he had stolen a painting. "
        "Odd Saelen, 44, told the court that he was sorry."
    )
    assert seen.who("plumber") == seen.who("he") == ["Odd Saelen"]


@pytest.mark.parametrize(
    "text",
    [
        "A judge freed a fisherman on Monday. Carl Roe, 44, was sorry.",
        "Police arrested a woman at the airport. Carl Roe, 44, was sorry.",
        "Police arrested a man at the airport. Carl Roe was sorry.",
        "Police arrested a man at the airport. A witness, Carl Roe, 44, saw it.",
        "A man of the parish was stabbed on a train on Monday. Carl Roe, 44, had been charged with attempted murder.",
        "A man drove into a crowd on Monday. Carl Roe, 44, and Tom Hale, 51, were injured.",
        "A 19-year-old man left the ship on Monday. Carl Roe, 44, followed him.",
        "Police arrested a man at the airport. It rained. It was late. Carl Roe, 44, was sorry.",
    ],
)
def test_who_is_named_with_an_age_may_be_new(cast_of: CastOf, text: str) -> None:
    described = next(word for word in ("fisherman", "woman", "man") if word in text)
    assert "Carl Roe" not in cast_of(text).who(described)


@pytest.mark.parametrize(
    ("described", "name"),
    [
        ("A spokesman for Canada's Department of Justice, Luc Thibert,", "Luc Thibert"),
        ("The head of the department of physics at the University of Oslo, Ada Roe,", "Ada Roe"),
        ("A lawyer for the miners, Jane Roe,", "Jane Roe"),
        ("The president of the chamber, Hesse's cousin Ada Moruzzi,", "Ada Moruzzi"),
    ],
)
def test_a_name_far_behind_a_description_is_its_own(cast_of: CastOf, described: str, name: str) -> None:
    assert cast_of(f"{described} refused to comment on Monday.").who(described.split()[1]) == [name]


def test_a_body_is_nobody_behind_its_comma(cast_of: CastOf) -> None:
    seen = cast_of("The president of the council, Hesse's cousin Ada Moruzzi, refused to leave.")
    assert "Ada Moruzzi" not in seen.who("council")


@pytest.mark.parametrize(
    "words", ["who gave his name only as Hamid", "who introduced himself on the telephone as Major Hamid Roe"]
)
def test_a_name_that_is_given_out(cast_of: CastOf, words: str) -> None:
    assert cast_of(f'"We waited for nine hours," said a man {words}.').who("man")[0].split()[0] == "Hamid"


def test_the_front_is_the_body_called_so(cast_of: CastOf) -> None:
    seen = cast_of("The Moravian Liberation Front ambushed a convoy in July. The front denied it on Monday.")
    assert seen.who("The front") == ["Moravian Liberation Front"]


@pytest.mark.parametrize(
    "text", ["The front of the house burned.", "A cold front came.", "The front between the armies moved on."]
)
def test_not_every_front_is_the_body(cast_of: CastOf, text: str) -> None:
    seen = cast_of(f"The Moravian Liberation Front ambushed a convoy in July. {text}")
    assert seen.last("front") != ["Moravian Liberation Front"]


@pytest.mark.parametrize(
    "text",
    [
        "Nora Haddad wrote to the palace. Ada Roe refused to see her on Monday.",
        "Nora Haddad came early. Ada Roe saw Nora Haddad. Later Ada Roe tried to agree to see her.",
    ],
)
def test_who_refuses_to_see_her_is_someone_else(cast_of: CastOf, text: str) -> None:
    assert cast_of(text).last("her") == ["Nora Haddad"]


def test_whom_someone_is_told_to_see_may_tell_it(cast_of: CastOf) -> None:
    assert cast_of("Ada Roe told the guard to let her in on Monday.").who("her") == ["Ada Roe"]


@pytest.mark.parametrize("creed", ["Catholic", "Buddhist"])
def test_what_someone_is_is_no_name(cast_of: CastOf, creed: str) -> None:
    assert creed not in cast_of(f"A guard who introduced herself as {creed} left on Monday.").names("person")
