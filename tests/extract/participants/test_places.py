"""Where: places with their kind, country and coordinates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.model import Place

from .conftest import Seen

CastOf = Callable[[str], Seen]


def place(seen: Seen, name: str) -> Place:
    (found,) = [p for p in seen.cast.places if p.name == name]
    return found


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("Niamey", "city", "NE"),
        ("Japan", "country", "JP"),
        ("California", "region", "US"),
        ("the South China Sea", "water", None),
        ("Narita Airport", "site", None),
    ],
)
def test_places_have_a_kind_and_a_country(cast_of: CastOf, name: str, kind: str, code: str | None) -> None:
    found = place(cast_of(f"The accident happened in {name} on Monday."), name.removeprefix("the "))
    assert (found.kind, found.country_code) == (kind, code)


def test_a_city_lies_where_the_words_beside_it_say(cast_of: CastOf) -> None:
    assert place(cast_of("A bridge collapsed in Paris, Texas, on Monday."), "Paris").country_code == "US"
    assert place(cast_of("A fire broke out in Newark, New Jersey, on Monday."), "Newark").country_code == "US"
    assert place(cast_of("They signed it in Niamey, Niger's capital."), "Niamey").country_code == "NE"


def test_a_city_lies_in_a_country_that_the_article_names(cast_of: CastOf) -> None:
    seen = cast_of("Venezuela closed the border. Protesters marched in Valencia on Friday.")
    assert place(seen, "Valencia").country_code == "VE"


def test_a_known_city_has_coordinates(cast_of: CastOf) -> None:
    found = place(cast_of("The ministers met in Nairobi on Friday."), "Nairobi")
    assert found.latitude == pytest.approx(-1.3, abs=0.5)
    assert found.longitude == pytest.approx(36.8, abs=0.5)


def test_a_token_tells_its_place(cast_of: CastOf) -> None:
    seen = cast_of("The ministers met in Nairobi on Friday.")
    (token,) = [token for token in seen.doc if token.text == "Nairobi"]
    index = seen.cast.place_at(token)
    assert index is not None
    assert seen.cast.places[index].name == "Nairobi"


def test_the_place_of_a_dateline_takes_no_part(cast_of: CastOf) -> None:
    seen = cast_of("NAIROBI, March 14 (Reuters) — A court heard two ministers. Nairobi is calm.")
    assert place(seen, "Nairobi").country_code == "KE"
    assert not {"NAIROBI", "Nairobi", "Kenya", "Reuters"} & {e.name for e in seen.cast.entities}
    assert seen.cast.place_mentions[0].sentence == 0


def test_a_month_is_no_town(cast_of: CastOf) -> None:
    assert cast_of("The envoy of Kenya walked out in March. He came back to Nairobi in May.").places() == {
        "Kenya",
        "Nairobi",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A freight train left the rails at Dubbo on Sunday.", "Dubbo"),
        ("Rescue crews are heading to the valley to help battle a blaze at Geelong.", "Geelong"),
        ("Soldiers entered the town of Tel Marun on Sunday, arresting several people.", "Tel Marun"),
        ("They face a target of 300 runs on day four of the second cricket Test in Brisbane.", "Brisbane"),
    ],
)
def test_a_preposition_tells_a_place_that_the_tagger_does_not(cast_of: CastOf, text: str, name: str) -> None:
    assert name in {found.name for found in cast_of(text).cast.places}


def test_staff_at_a_firm_that_is_called_like_a_town_are_in_no_place(cast_of: CastOf) -> None:
    seen = cast_of(
        "Workers at Nokia went on strike on Monday, and Nokia's shares fell. Nokia, which makes radios, closed."
    )
    assert "Nokia" not in {found.name for found in seen.cast.places}


def test_the_abbreviation_of_a_body_is_no_place(cast_of: CastOf) -> None:
    seen = cast_of("The National Glacier Center (NGC) warned of a flood. The NGC's bulletin named no town.")
    assert not seen.places()
    assert seen.who("NGC", 1) == ["National Glacier Center"]


def test_the_name_of_a_day_is_no_place(cast_of: CastOf) -> None:
    assert not cast_of("Two candidates gave up in the aftermath of Super Tuesday.").places()
    assert cast_of("Two candidates gave up in Bergen Tuesday.").places() == {"Bergen"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Roe has gone home to Hatton and was never called as a witness.", "Hatton"),
        ("The rebels marched to La Ceiba on Friday.", "La Ceiba"),
        ("He found the stone near Oamaru while walking.", "Oamaru"),
        ("The talks broke down in Cobué on Sunday.", "Cobué"),
        ("The mayor of Fray Bentos resigned on Monday.", "Fray Bentos"),
        ("Two boats sank off Placencia on Monday.", "Placencia"),
        ("Leopoldov, a town east of the river, was flooded on Monday.", "Leopoldov"),
    ],
)
def test_where_something_is_said_to_be_is_a_place(cast_of: CastOf, text: str, name: str) -> None:
    seen = cast_of(text)
    assert name in seen.places()
    assert name not in seen.names("person", "organisation")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The fans shouted at Hatton after he lost on Monday.", "Hatton"),
        ("The prize went to Jackson on Monday.", "Jackson"),
        ("Two funds invested in Oamaru Textiles in May.", "Oamaru Textiles"),
        ("The findings were published in Science Advances on Wednesday.", "Science Advances"),
        ("Scientists reported the find in PLoS One on Wednesday.", "PLoS One"),
    ],
)
def test_what_people_shout_at_or_invest_in_is_no_place(cast_of: CastOf, text: str, name: str) -> None:
    assert name not in cast_of(text).places()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("More than forty people died in Hurricane Ada in 2017.", "Hurricane Ada"),
        ("The rivers burst their banks in Cyclone Odd on Friday.", "Cyclone Odd"),
        ("Two men drowned in Tropical Storm Kari on Friday.", "Tropical Storm Kari"),
        ("The verse is in the Qur'an.", "Qur'an"),
    ],
)
def test_storms_and_scriptures_are_nowhere(cast_of: CastOf, text: str, name: str) -> None:
    seen = cast_of(text)
    assert name not in seen.places()
    assert name not in seen.names("person", "organisation")


def test_a_person_called_like_a_storm_is_one(cast_of: CastOf) -> None:
    seen = cast_of("Storm Thorsen, a designer, said on Monday that she had met Ada Roe in Oslo.")
    assert "Storm Thorsen" in seen.names("person")


def test_a_town_called_like_a_storm_is_a_place(cast_of: CastOf) -> None:
    assert "Storm Lake" in cast_of("Two men drowned in Storm Lake, Iowa, on Friday.").places()
