"""Names that the tagger misses or takes for another kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.extract.participants.tagged import past_titles, stretched

from .conftest import Seen

CastOf = Callable[[str], Seen]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The mill was bought on Monday by Tovarich Umbelele, who owns two others.", "person", "Tovarich Umbelele"),
        ("The winner, Aviâja Petrussen, is a nurse.", "person", "Aviâja Petrussen"),
        ("Its treasurer, Vesnitsa Podkralj, has declined to speak.", "person", "Vesnitsa Podkralj"),
        (
            "The Movement for Work and Water said on Monday that it would march.",
            "organisation",
            "Movement for Work and Water",
        ),
        ("The House Fleet and Ports Committee met on Monday.", "organisation", "House Fleet and Ports Committee"),
        ("The House of Assembly approved the levy on Monday.", "organisation", "House of Assembly"),
        ("The search was coordinated by the Coastal Rescue Centre in Lisbon.", "organisation", "Coastal Rescue Centre"),
    ],
)
def test_names_that_the_tagger_misses(cast_of: CastOf, text: str, kind: str, name: str) -> None:
    assert name in cast_of(text).names(kind)


def test_a_day_takes_no_part(cast_of: CastOf) -> None:
    seen = cast_of("Jan Moe attended the Saturday of the fair. Guests were sent home on Saturday.")
    assert not seen.names("organisation")


def test_a_hyphenated_surname_alone_is_whole(cast_of: CastOf) -> None:
    seen = cast_of("The firm named Lennart Ahlmark-Bure on Monday. Ahlmark-Bure denied this.")
    assert seen.who("Ahlmark-Bure") == ["Lennart Ahlmark-Bure"]


def test_a_bracket_tells_where_a_name_begins(cast_of: CastOf) -> None:
    seen = cast_of("The Nordic Tele-radio and Post Commission (NTPC) fined the firm. The NTPC gave no reason.")
    assert seen.who("The NTPC") == ["Nordic Tele-radio and Post Commission"]


def test_letters_may_come_from_another_language(cast_of: CastOf) -> None:
    seen = cast_of("Popular Rally of the Coast (RPC) won the vote on Monday. The RPC celebrated.")
    assert seen.who("The RPC") == ["Popular Rally of the Coast"]


@pytest.mark.parametrize(
    "text",
    [
        "The Finance Minister resigned on Monday.",
        "The Majority Leader spoke on Monday.",
        "STORM BATTERS Coast Road again on Monday.",
    ],
)
def test_posts_and_headings_are_no_names(cast_of: CastOf, text: str) -> None:
    assert not {"Finance Minister", "Majority Leader", "BATTERS Coast Road"} & cast_of(text).names("organisation")


def test_two_may_share_a_surname(cast_of: CastOf) -> None:
    seen = cast_of("Police named the brothers Wilmar and Jairo Penaranda on Monday.")
    assert {"Wilmar Penaranda", "Jairo Penaranda"} <= seen.names("person")


def test_someone_is_called_by_another_name_than_the_first(cast_of: CastOf) -> None:
    seen = cast_of(
        "Judges sentenced Wilmer Quispe Arredondo, the former mayor, on Tuesday. They found that Quispe took bribes."
    )
    assert seen.who("Quispe", 1) == ["Wilmer Quispe Arredondo"]
    assert seen.entity("Wilmer Quispe Arredondo").kind == "person"


def test_a_firm_may_be_called_by_its_last_word(cast_of: CastOf) -> None:
    seen = cast_of("The Green Harbour Packers beat Leeds on Sunday. Packers coach Jane Roe was pleased.")
    assert "Green Harbour Packers" not in seen.names("person")


def test_a_family_name_may_come_first(cast_of: CastOf) -> None:
    seen = cast_of('The case was brought by Oh Seon-ja, a cook. "I waited for years," Oh told reporters in Seoul.')
    assert seen.said() == [("I waited for years,", "Oh Seon-ja")]


def test_a_score_is_no_part_of_a_name(cast_of: CastOf) -> None:
    seen = cast_of("Zhanna Iskova beat Clara de Rochelle 6-4, 6-3 on Sunday. De Rochelle had led early.")
    assert seen.who("De Rochelle") == ["Clara de Rochelle"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Storm Babet hit the coast on Monday. Babet flooded homes in three towns.", "Storm Babet"),
        ("Banco Bradesco cut rates on Monday. Bradesco said that it would lend more.", "Banco Bradesco"),
        ("The firm was identified as Acme Metals by the court. Acme Metals denied the charge.", "Acme Metals"),
    ],
)
def test_bodies_and_storms_are_nobody(cast_of: CastOf, text: str, name: str) -> None:
    assert name not in cast_of(text).names("person")


@pytest.mark.parametrize(
    "text",
    [
        "The Big Bang theory was tested again on Monday.",
        "The Sputnik Light vaccine arrived on Monday.",
        "The Gross Domestic Product (GDP) fell in May. GDP had risen before.",
    ],
)
def test_things_are_no_bodies(cast_of: CastOf, text: str) -> None:
    assert not {"Big Bang", "Sputnik Light", "Gross Domestic Product"} & cast_of(text).names()


def test_a_pact_of_secrets_is_a_pact(cast_of: CastOf) -> None:
    seen = cast_of(
        "Norway and Chile signed the General Security of Harbours Agreement (GSHA). The GSHA holds for ten years."
    )
    assert not seen.names("organisation")


def test_a_country_stays_one_with_its_letters(cast_of: CastOf) -> None:
    seen = cast_of("On Monday the United Kingdom's (UK) parliament met. The UK left the union in May.")
    assert seen.last("UK") == ["United Kingdom"]


def test_a_place_shares_no_surname(cast_of: CastOf) -> None:
    seen = cast_of("She flew in from Sofia and Ada Roe met her on Monday.")
    assert "Sofia Roe" not in seen.names()


def test_you_is_seldom_a_name(cast_of: CastOf) -> None:
    seen = cast_of('You Hae-jin starred in the film. "And You will love it," he said on Monday.')
    assert seen.who("You", 1) == []


def test_a_hospital_that_is_hit_does_nothing(cast_of: CastOf) -> None:
    assert "Alta Hospital" not in cast_of("Rebels shelled Alta Hospital on Monday.").names("organisation")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The lead was taken by Norwegian Corrado Dell'Isola four laps from the end.", "Corrado Dell'Isola"),
        ("One of them, Finland's Jussi-Pekka Hurtta, broke an arm.", "Jussi-Pekka Hurtta"),
        ("Her colleague, Lars-Erik Tornbo, telephoned the minister last night.", "Lars-Erik Tornbo"),
        ("Temmel Addingdon, 29, missed his own wedding in Tulsa.", "Temmel Addingdon"),
    ],
)
def test_given_names_and_ages_tell_a_person(cast_of: CastOf, text: str, name: str) -> None:
    assert name in cast_of(text).names("person")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Saturday a group calling itself Dawn of Ilvania claimed the blast.", "Dawn of Ilvania"),
        ("The driver told the newspaper Nova Alba on Monday that he was sorry.", "Nova Alba"),
        ("The message was sent to the website Dromo24 on Monday.", "Dromo24"),
        ("He had played with the rock band Os Albatrozes in 1996.", "Os Albatrozes"),
        ("Members of a rival gang known as Los Albinos fired on the car.", "Los Albinos"),
    ],
)
def test_a_noun_introduces_a_body(cast_of: CastOf, text: str, name: str) -> None:
    assert name in cast_of(text).names("organisation")


def test_a_noun_before_a_place_introduces_nobody(cast_of: CastOf) -> None:
    assert "Bergen" not in cast_of("A company in Bergen closed on Monday.").names("organisation")


def test_a_name_of_which_nothing_is_left_ends_where_it_begins(cast_of: CastOf) -> None:
    doc = cast_of("Ada Roe met the Queen").doc
    assert stretched(doc, len(doc), len(doc)) == (len(doc), len(doc))
    assert past_titles(doc, len(doc), len(doc)) == len(doc)


def test_what_a_firm_makes_is_no_person(cast_of: CastOf) -> None:
    assert not cast_of("Tesla's Model Y hit a fence on Monday. Nintendo's Game Boy beat all others.").names("person")


def test_an_abbreviation_is_rather_a_body(cast_of: CastOf) -> None:
    assert cast_of('The steward, Ada Roe, told SABC: "It is over."').entity("SABC").kind == "organisation"


def test_a_surname_that_the_tagger_takes_for_a_product_belongs_to_its_given_name(cast_of: CastOf) -> None:
    text = "A spokesman for the Department of Justice, Marc-André Thivierge, said officials were reading the judgment."
    assert "Marc-André Thivierge" in cast_of(text).names("person")
