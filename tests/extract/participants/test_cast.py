"""Who takes part: entities with their names, kinds, countries and posts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Seen

CastOf = Callable[[str], Seen]


@pytest.mark.parametrize(
    ("form", "name", "code"),
    [
        ("The U.S.", "United States", "US"),
        ("The UK", "United Kingdom", "GB"),
        ("Britain", "United Kingdom", "GB"),
        ("Burma", "Myanmar", "MM"),
        ("Côte d'Ivoire", "Ivory Coast", "CI"),
        ("South Korea", "South Korea", "KR"),
        ("The Soviet Union", "Soviet Union", "SU"),
    ],
)
def test_countries_have_a_plain_name_and_an_iso_code(cast_of: CastOf, form: str, name: str, code: str) -> None:
    entity = cast_of(f"{form} signed the treaty with Chad on Monday.").entity(name)
    assert (entity.kind, entity.country_code) == ("country", code)


def test_an_adjective_names_its_country(cast_of: CastOf) -> None:
    seen = cast_of("Kenyan officials met a Ugandan delegation.")
    assert seen.names("country") >= {"Kenya", "Uganda"}
    assert seen.who("Kenyan") == ["Kenya"]


def test_a_capital_that_acts_is_the_government_and_one_that_locates_is_a_city(cast_of: CastOf) -> None:
    seen = cast_of("Ankara accused Athens of delay. The ministers will meet in Ankara next week.")
    assert seen.who("Ankara") == ["Turkey"]
    assert seen.who("Ankara", 1) == []
    assert "Ankara" in seen.places()


@pytest.mark.parametrize(
    ("sentence", "words", "name"),
    [
        ("The Kremlin rejected the offer on Friday.", "Kremlin", "Russia"),
        ("The White House condemned the attack.", "White House", "White House"),
        ("Brussels agreed to extend the deadline.", "Brussels", "European Union"),
        ("Number 10 denied the report.", "Number 10", "Downing Street"),
    ],
)
def test_seats_stand_for_those_who_act_from_them(cast_of: CastOf, sentence: str, words: str, name: str) -> None:
    assert cast_of(sentence).who(words) == [name]


def test_a_surname_stands_for_the_full_name_given_before_or_after(cast_of: CastOf) -> None:
    seen = cast_of(
        "Mr. Whitfield resigned on Monday. Robert Whitfield had led the bank since 2009. Whitfield gave no reason."
    )
    assert seen.names("person") == {"Robert Whitfield"}
    assert seen.who("Whitfield", 2) == ["Robert Whitfield"]


def test_a_title_and_a_surname_stay_a_surname_where_no_first_name_is_told(cast_of: CastOf) -> None:
    seen = cast_of("President Okafor arrived in Nairobi. Okafor will stay for two days.")
    assert "Okafor" in seen.names("person")
    assert "President Okafor" in {form for form, _ in seen.entity("Okafor").aliases}


def test_two_people_of_one_surname_stay_two(cast_of: CastOf) -> None:
    seen = cast_of("Maria Castellanos met her brother Pedro Castellanos in Lima.")
    assert {"Maria Castellanos", "Pedro Castellanos"} <= seen.names("person")


@pytest.mark.parametrize(
    "name", ["Kim Jong-un", "Bashar al-Assad", "Ursula von der Leyen", "Ferdinand Marcos Jr.", "Osama bin Laden"]
)
def test_particles_suffixes_and_hyphens_belong_to_the_name(cast_of: CastOf, name: str) -> None:
    seen = cast_of(f"On Tuesday {name} met the foreign minister of Chad in Paris.")
    assert name in seen.names("person")


def test_accents_do_not_part_a_name(cast_of: CastOf) -> None:
    seen = cast_of("President Recep Tayyip Erdoğan spoke first. Erdogan then left the hall.")
    assert len([n for n in seen.names("person") if "Erdo" in n]) == 1


def test_a_team_is_known_by_the_plural_that_ends_its_name(cast_of: CastOf) -> None:
    seen = cast_of("The Foxes signed a striker on Monday. The Derry City Foxes paid two million euros to Inter Milan.")
    assert seen.who("Foxes") == ["Derry City Foxes"]
    assert seen.names("organisation") == {"Derry City Foxes", "Inter Milan"}


def test_a_plural_that_ends_two_names_stands_for_neither(cast_of: CastOf) -> None:
    seen = cast_of("The Derry City Foxes beat the Cork Harbour Foxes on Monday. The Foxes paid two million euros.")
    assert seen.who("Foxes", 2) not in (["Derry City Foxes"], ["Cork Harbour Foxes"])


def test_abbreviations_stand_for_the_name_that_they_abbreviate(cast_of: CastOf) -> None:
    seen = cast_of("The Harbour Workers Union (HWU) called a strike. The HWU represents 4,000 people.")
    assert seen.who("HWU", 1) == seen.who("Union")


def test_an_abbreviation_may_have_an_and_and_no_legal_form(cast_of: CastOf) -> None:
    seen = cast_of("Norvik Gas and Light Company (NG&L) cut supplies. NG&L said on Monday that a pipe had burst.")
    assert seen.who("NG&L", 1) == ["Norvik Gas and Light Company"]


def test_a_surname_may_be_spelt_in_two_ways(cast_of: CastOf) -> None:
    seen = cast_of("Jane Lindqvist won. Norvik Airlines praised Jane Lindquist. Lindquist, 34, thanked her team.")
    assert seen.names("person") == {"Jane Lindqvist"}


def test_two_people_of_nearly_one_surname_stay_two(cast_of: CastOf) -> None:
    seen = cast_of("Tom Johnson met Ruth Johnston. Johnston thanked Johnson.")
    assert seen.who("Johnston", 1) == ["Ruth Johnston"]
    assert seen.who("Johnson", 1) == ["Tom Johnson"]


def test_a_lone_first_name_is_the_person_of_that_name(cast_of: CastOf) -> None:
    seen = cast_of(
        'Nabil Haddad was shot dead on Monday. Reporters mourned him. "Nabil\'s murder is a crime," they said.'
    )
    assert seen.who("Nabil", 1) == ["Nabil Haddad"]


def test_what_someone_does_is_no_part_of_the_name(cast_of: CastOf) -> None:
    seen = cast_of("Fisherman Peni Lasa will vote yes. Lasa owns two boats.")
    assert seen.names("person") == {"Peni Lasa"}


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [
        ("Prince William watched Serena Williams win. William clapped.", "William", "Serena Williams"),
        ("Ruth Johnson lost the case. Tom Hale thanked Johnston, the judge.", "Johnston", "Ruth Johnson"),
        (
            "Mercedes Lopez left. She works for Mercedes, which recalled cars. Mercedes said it was sorry.",
            "Mercedes,",
            "Mercedes Lopez",
        ),
    ],
)
def test_names_that_only_look_alike_stay_apart(cast_of: CastOf, text: str, words: str, other: str) -> None:
    assert cast_of(text).who(words) != [other]


@pytest.mark.parametrize("name", ["Marine Le Pen", "Hunter S. Thompson", "Dean Lee Smith"])
def test_a_first_name_that_is_a_calling_too_stays(cast_of: CastOf, name: str) -> None:
    assert name in cast_of(f"Voters went to the polls. {name} won the vote in Bergen.").names("person")


def test_a_pact_takes_no_part(cast_of: CastOf) -> None:
    seen = cast_of("Ghana and Togo signed the Coastal Fisheries Agreement (CFA). The CFA enters into force in May.")
    assert not any("Fisheries" in name or name == "CFA" for name in seen.names())


def test_one_name_has_one_kind_in_an_article(cast_of: CastOf) -> None:
    seen = cast_of(
        "Jane Lindqvist won. Lindqvist thanked her team. Supporters of Lindqvist sang. Lindqvist, 34, waved."
    )
    assert [name for name in seen.names("person") if "Lindqvist" in name] == ["Jane Lindqvist"]


# --- posts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "name", "office"),
    [
        ("Niger's president Mahamadou Issoufou opened the summit.", "Mahamadou Issoufou", ("President", "NE")),
        ("French Foreign Minister Claire Dubois left on Friday.", "Claire Dubois", ("Foreign Minister", "FR")),
        ("Helen Carter, the foreign minister of Jamaica, signed it.", "Helen Carter", ("Foreign Minister", "JM")),
        ("The Japanese prime minister, Kenji Morita, flew home.", "Kenji Morita", ("Prime Minister", "JP")),
        ("AU trade commissioner Albert Muchanga spoke.", "Albert Muchanga", ("African Union Trade Commissioner", None)),
    ],
)
def test_posts_are_told_beside_the_name(
    cast_of: CastOf, sentence: str, name: str, office: tuple[str, str | None]
) -> None:
    assert office in cast_of(sentence).offices(name)


def test_a_former_post_is_no_post(cast_of: CastOf) -> None:
    assert cast_of("Former Chilean president Ana Fuentes spoke.").offices("Ana Fuentes") == set()


def test_a_part_of_a_regions_name_is_no_country(cast_of: CastOf) -> None:
    assert cast_of("New Jersey Governor Ruth Bell vetoed the bill.").names("country") == set()


def test_both_whom_sources_name_for_a_post_hold_it(cast_of: CastOf) -> None:
    seen = cast_of(
        "Accounts differ on the identity of the Danish Finance Minister, "
        "with some sources naming Karen Holm and others naming Peter Lund."
    )
    assert seen.offices("Karen Holm") == seen.offices("Peter Lund") == {("Finance Minister", "DK")}


# --- laws --------------------------------------------------------------------------------------------


WORDS = ["President", "Tokyo", "he", "they", "the two leaders", "said", "and", ",", ".", "\n", '"', "Kim Jong-un", "of"]
WORDS += ["both nations", "the", "U.S.", "(EU)", "'s", "-", "Japanese", "police", "met", "a", "named", "according to"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_text_has_a_cast_whose_offsets_hold(cast_of: CastOf, words: list[str]) -> None:
    seen = cast_of("Police said so.\n\n" + " ".join(words))
    for mention in seen.cast.mentions:
        assert seen.article.text[mention.start : mention.end].strip()
        assert all(0 <= index < len(seen.cast.entities) for index in mention.entities)
    for place in seen.cast.place_mentions:
        assert seen.article.text[place.start : place.end].strip()
        assert 0 <= place.place < len(seen.cast.places)


def test_a_by_name_in_quotation_marks_belongs_to_the_name(cast_of: CastOf) -> None:
    seen = cast_of('Peter "Pete" Van Loon died on Monday. Pete Van Loon was 65. Van Loon played the drums.')
    assert len(seen.names("person")) == 1


def test_a_middle_name_that_someone_goes_by(cast_of: CastOf) -> None:
    seen = cast_of("James Harold Wilby resigned. Harold Wilby had led the party. His brother Frank Wilby did not.")
    assert seen.names("person") == {"James Harold Wilby", "Frank Wilby"}


def test_two_bodies_joined_are_two(cast_of: CastOf) -> None:
    seen = cast_of("The Water Safety Authority and the Lower Mills Council signed the plan on Monday.")
    assert {"Water Safety Authority", "Lower Mills Council"} <= seen.names("organisation")


def test_a_title_alone_is_nobodys_name(cast_of: CastOf) -> None:
    seen = cast_of("Chief Executive Mary Lam spoke. The Chief Executive left at noon.")
    assert seen.names("person") == {"Mary Lam"}


def test_an_office_that_someone_stands_for_takes_no_part(cast_of: CastOf) -> None:
    seen = cast_of("The Harbour Party nominated Jane Lindqvist for vice president. Mr Roe ran for president in May.")
    assert seen.names("person") == {"Jane Lindqvist", "Roe"}


def test_an_office_that_someone_served_in_takes_no_part(cast_of: CastOf) -> None:
    seen = cast_of("Jane Lindqvist ruled the island, serving as its first prime minister.")
    assert seen.names("person") == {"Jane Lindqvist"}


def test_a_body_with_its_country_before_it_is_the_body(cast_of: CastOf) -> None:
    seen = cast_of("The United States Supreme Court ruled on Monday. The Supreme Court did not say why.")
    assert len([name for name in seen.names("organisation") if "Supreme Court" in name]) == 1


def test_the_city_of_a_name_can_act(cast_of: CastOf) -> None:
    seen = cast_of("The city of Milwaukee sued the builder on Monday.")
    assert "Milwaukee" in seen.names("organisation")


def test_a_description_begins_behind_its_hedge(cast_of: CastOf) -> None:
    seen = cast_of("Reportedly over 400 firefighters fought the blaze near Split on Tuesday.")
    assert "over 400 firefighters" in {entity.name for entity in seen.cast.entities}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The treaty between Chad and Niger came into force in May.", {"Chad", "Niger"}),
        ("Talks were brokered by Labour Minister Alfred Mutua.", {"Alfred Mutua"}),
        ("Defence Secretary Ann Bell met Treasury Secretary Lou Hart.", {"Ann Bell", "Lou Hart"}),
        ("UN Secretary-General Kofi Annan met Ann Bell.", {"United Nations", "Kofi Annan", "Ann Bell"}),
        ("# Kenyan teachers end strike", {"Kenyan teachers", "Kenya"}),
        ("On Monday the House Transport and Reform Committee met.", {"House Transport and Reform Committee"}),
        ("The senator from Vermont Bernie Sanders met Ann Bell.", {"Bernie Sanders", "Ann Bell"}),
    ],
)
def test_nothing_but_those_who_take_part_is_in_the_cast(cast_of: CastOf, sentence: str, expected: set[str]) -> None:
    assert {entity.name for entity in cast_of(sentence).cast.entities} == expected
