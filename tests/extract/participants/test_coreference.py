"""Descriptions, plurals and pronouns: for whom words stand that are no names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Seen

CastOf = Callable[[str], Seen]
VISIT = "President Amina Diallo and Prime Minister Lars Nygaard met in Oslo on Friday. "
PACT = "Ghana and Togo signed a fisheries pact on Friday. "


@pytest.mark.parametrize("words", ["The two leaders", "Both leaders", "The leaders", "They"])
def test_the_leaders_are_those_who_met(cast_of: CastOf, words: str) -> None:
    assert cast_of(f"{VISIT}{words} discussed trade.").who(words) == ["Amina Diallo", "Lars Nygaard"]


@pytest.mark.parametrize("words", ["both nations", "the two countries", "the two sides", "both governments"])
def test_both_nations_are_those_that_signed(cast_of: CastOf, words: str) -> None:
    assert cast_of(f"{PACT}It binds {words} for ten years.").who(words) == ["Ghana", "Togo"]


def test_the_countries_of_a_region_are_not_the_pair(cast_of: CastOf) -> None:
    assert cast_of(f"{PACT}The two Baltic countries objected.").who("countries") != ["Ghana", "Togo"]


def test_the_prime_minister_is_the_only_one_told_of(cast_of: CastOf) -> None:
    assert cast_of(f"{VISIT}The prime minister left early.").who("prime minister") == ["Lars Nygaard"]


def test_the_vice_president_is_not_the_president(cast_of: CastOf) -> None:
    seen = cast_of("President Amina Diallo greeted Vice President Omar Keita. The president smiled.")
    assert seen.who("The president") == ["Amina Diallo"]


def test_he_and_she_are_told_apart(cast_of: CastOf) -> None:
    seen = cast_of(f"{VISIT.replace('Amina', 'Maria')}She praised the hosts. He thanked her.")
    assert seen.who("She") == ["Maria Diallo"]
    assert seen.who("He") == ["Lars Nygaard"]


def test_the_company_is_the_one_last_named(cast_of: CastOf) -> None:
    seen = cast_of("Nordvik Shipping Inc. filed for bankruptcy on Monday. The company employs 900 people.")
    assert seen.who("The company") == seen.who("Inc.")


def test_the_court_is_the_one_with_that_word_in_its_name(cast_of: CastOf) -> None:
    seen = cast_of("The Constitutional Court heard the appeal. The court will rule in May.")
    assert seen.who("The court") == seen.who("Constitutional Court")


def test_a_government_with_its_country_is_the_country(cast_of: CastOf) -> None:
    seen = cast_of("The Chilean government approved the loan.")
    assert seen.who("government") == ["Chile"]


def test_the_unnamed_go_by_their_description(cast_of: CastOf) -> None:
    seen = cast_of("A gunman wounded two police officers. Police arrested the gunman an hour later.")
    assert seen.who("gunman") == seen.who("gunman", 1) == ["gunman"]
    assert seen.who("Police") == ["police"]


def test_police_of_two_cities_are_two(cast_of: CastOf) -> None:
    seen = cast_of("Berlin police called Munich police at noon.")
    assert seen.who("Berlin police") != seen.who("Munich police")


def test_a_description_beside_a_name_is_that_person(cast_of: CastOf) -> None:
    seen = cast_of("A spokesman for the airline, Daniel Okoro, apologised. Ruth Bell, a lawyer, was on board.")
    assert seen.who("spokesman") == ["Daniel Okoro"]
    assert seen.who("lawyer") == ["Ruth Bell"]


def test_his_daughter_is_called_by_his_name(cast_of: CastOf) -> None:
    seen = cast_of("Victor Lindgren vanished on Monday. His daughter called the police.")
    assert "Victor Lindgren's daughter" in seen.names()


def test_a_number_of_them_is_them(cast_of: CastOf) -> None:
    assert cast_of("A number of senators condemned the bill.").who("number") == ["senators"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A trombonist found the wallet.", "trombonist"),
        ("Two theatre-goers rescued the actor.", "two theatre-goers"),
        ("State law enforcement searched the farm.", "state law enforcement"),
        ("The fire is under police investigation.", "police"),
        ("A state court ruling stopped the sale.", "state court"),
        ("There were nine fishermen on board.", "nine fishermen"),
    ],
)
def test_nouns_that_take_part_without_a_name(cast_of: CastOf, text: str, name: str) -> None:
    assert name in cast_of(text).names()


def test_endings_of_nouns_say_nothing_of_surnames(cast_of: CastOf) -> None:
    assert cast_of("Alma Newman sued the bank on Monday. Newman lost.").names("person") == {"Alma Newman"}


def test_other_numbers_are_other_people(cast_of: CastOf) -> None:
    seen = cast_of("Four people died in the fire. Police said 30 people were hurt.")
    assert seen.who("Four people") == ["four people"]
    assert seen.who("30 people") == ["30 people"]


def test_who_is_identified_by_a_name_has_that_name(cast_of: CastOf) -> None:
    seen = cast_of("The driver was identified by police as Alma Berg. A passenger, named as Ruth Bell, was hurt.")
    assert seen.who("driver") == ["Alma Berg"]
    assert seen.who("passenger") == ["Ruth Bell"]


def test_pronouns_of_one_gender_go_on_with_one_person(cast_of: CastOf) -> None:
    seen = cast_of("Rashid Yusuf resigned on Friday. His lawyer, Tavi Jonas, said he would appeal.")
    assert seen.who("he") == ["Rashid Yusuf"]


def test_what_the_narrator_tells_of_man_and_woman_holds_in_speech_before_it(cast_of: CastOf) -> None:
    seen = cast_of(
        'Kari Lund resigned. Prime Minister Ola Berg praised her. "She has served us well," he told reporters.'
    )
    assert seen.who("She") == ["Kari Lund"]
    assert seen.said() == [("She has served us well,", "Ola Berg")]


def test_sentences_of_speech_part_a_pronoun_from_nobody(cast_of: CastOf) -> None:
    seen = cast_of(
        'Ruth Bell opened the bridge. "It is long. It is high. It is strong. It is ours. Who will miss the old one?" '
        "Then she left."
    )
    assert seen.who("she") == ["Ruth Bell"]


def test_whom_someone_beats_is_another(cast_of: CastOf) -> None:
    assert cast_of("Ruth Bell led all day. Ruth Bell beat the champion.").who("champion") != ["Ruth Bell"]


def test_nobody_calls_himself_by_name(cast_of: CastOf) -> None:
    seen = cast_of('Paul Hollis met his agent, Barry Stone. "Paul is a very sad man," he said.')
    assert seen.who("he") == ["Barry Stone"]


@pytest.mark.parametrize(
    "text",
    [
        "Floods hit Ghana on Monday. The government asked for help.",
        "Ghana closed its ports. Ghana borders Togo. Ghana has two ports, and Ghana needs both, the government said.",
        "Anger grew on Monday. The national government had raised taxes, and unions in Ghana called a strike.",
    ],
)
def test_the_government_is_that_of_the_country_told_of(cast_of: CastOf, text: str) -> None:
    assert cast_of(text).who("government") == ["Ghana"]


def test_the_government_is_that_of_the_country_that_the_sentence_before_is_about(cast_of: CastOf) -> None:
    seen = cast_of("Ghana said that the drones came from Togo. The government has asked for help.")
    assert seen.who("government") == ["Ghana"]


@pytest.mark.parametrize(
    "words", ["the city government", "the government of Ada Berg", "a government", "the government in Lome"]
)
def test_other_governments_are_no_countrys(cast_of: CastOf, words: str) -> None:
    assert cast_of(f"Floods hit Ghana on Monday. On Tuesday, {words} asked for help.").who("government") != ["Ghana"]


@pytest.mark.parametrize("words", ["Norvik Airlines group", "Norvik Airlines network"])
def test_a_body_and_the_word_for_its_sort_are_one(cast_of: CastOf, words: str) -> None:
    seen = cast_of(f"Norvik Airlines lost money. Workers struck against the {words} on Friday.")
    assert seen.who(words.split()[-1]) == ["Norvik Airlines"]


def test_what_belongs_to_a_body_is_another(cast_of: CastOf) -> None:
    seen = cast_of("Norvik Airlines lost money. The Norvik Airlines subsidiary closed on Friday.")
    assert seen.who("subsidiary") != ["Norvik Airlines"]


INTERVIEW = (
    "Ada Berg founded the union of divers.\n\n((Courier)) Why did you found it?\n\n"
    '((Ada Berg)) I lost my brother at sea. I told him, "I will never dive again."\n\n((Courier)) I see.'
)


@pytest.mark.parametrize(("words", "occurrence"), [("I", 0), ("my", 0), ("I", 1)])
def test_i_is_whoevers_turn_it_is(cast_of: CastOf, words: str, occurrence: int) -> None:
    assert cast_of(INTERVIEW).who(words, occurrence) == ["Ada Berg"]


def test_the_interviewer_is_nobody(cast_of: CastOf) -> None:
    seen = cast_of(INTERVIEW)
    assert "Courier" not in seen.names()
    assert seen.said() == [("I will never dive again.", "Ada Berg")]


def test_whom_a_relative_clause_is_about_is_not_its_object(cast_of: CastOf) -> None:
    seen = cast_of("Ben Hale was hurt in May. His grandmother, Ada Roe, who raised him, sued the town.")
    assert seen.who("him") == ["Ben Hale"]


def test_he_is_nobody_of_whom_there_is_none(cast_of: CastOf) -> None:
    seen = cast_of("Ben Hale resigned on Monday. No successor was found. He will leave in May.")
    assert seen.who("He") == ["Ben Hale"]


def test_she_is_a_woman_rather_than_anyone(cast_of: CastOf) -> None:
    seen = cast_of(
        "State Coroner Beatrice Hallam said officers had heard a cough. The third time a constable told him to wait."
        ' "This was not hard," she said on Monday.'
    )
    assert seen.said() == [("This was not hard,", "Beatrice Hallam")]


@pytest.mark.parametrize(
    ("told", "words"),
    [("Justice Ada Roe fined the firm on Monday.", "judge"), ("Senator Ada Roe left on Monday.", "lawmaker")],
)
def test_a_post_has_a_broader_word(cast_of: CastOf, told: str, words: str) -> None:
    assert cast_of(f"{told} The {words} spoke of a small lie.").who(words) == ["Ada Roe"]


def test_a_judge_told_of_before_is_another(cast_of: CastOf) -> None:
    seen = cast_of("A judge freed him in May. Justice Ada Roe fined the firm. The judge had erred.")
    assert seen.last("judge") != ["Ada Roe"]


def test_the_party_is_the_body_told_of(cast_of: CastOf) -> None:
    seen = cast_of("The opposition Harbour Congress said that was too little. The party will vote on Monday.")
    assert seen.who("The party") == ["Harbour Congress"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ben Hale resigned on Monday. Hale gave no reason. Hale had led the board since May. Hale is 60. "
            "His niece Mary Hale told reporters that he was ill. Hale will leave in June.",
            "Ben Hale",
        ),
        (
            "President Oskar Hale and his wife Maja Hale tested positive. Their daughter Ida Hale tested negative. "
            "A helicopter flew Hale to a hospital on Monday.",
            "Oskar Hale",
        ),
        (
            "Ben Hale spoke on Monday. Hale left early. Mary Hale won the vote. Mary Hale was born in Oslo. "
            "Hale told reporters that she was glad.",
            "Mary Hale",
        ),
    ],
    ids=["called so most", "the first of those but named", "told of last, and as often"],
)
def test_whom_a_surname_of_several_means(cast_of: CastOf, text: str, name: str) -> None:
    assert cast_of(text).last("Hale") == [name]


def test_a_secretary_general_is_no_commander(cast_of: CastOf) -> None:
    seen = cast_of("Secretary General Ida Lund met rebels in Oslo. The commander refused.")
    assert seen.who("commander") != ["Ida Lund"]
