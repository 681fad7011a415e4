"""Direct speech: which runs between marks count, and whose words they are."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.speech.marks import find_runs

from .conftest import Seen

CastOf = Callable[[str], Seen]


@pytest.mark.parametrize(
    "text",
    [
        '"The talks went well," Jane Roe said on Monday.',
        "“The talks went well,” said Jane Roe on Monday.",
        "‘The talks went well,’ Jane Roe said on Monday.",
        "'The talks went well,' Jane Roe said on Monday.",
        'Jane Roe said on Monday: "The talks went well,"',
        'According to Jane Roe, "The talks went well," and nothing more.',
    ],
)
def test_marks_of_every_kind(cast_of: CastOf, text: str) -> None:
    assert cast_of(text).said() == [("The talks went well,", "Jane Roe")]


def test_according_to_at_the_beginning_holds_up_to_the_colon(cast_of: CastOf) -> None:
    seen = cast_of('According to Ruth Bell, a letter written by the suspect could help: "It says what he wanted."')
    assert seen.said() == [("It says what he wanted.", "Ruth Bell")]


def test_speech_split_by_its_attribution_is_two_entries(cast_of: CastOf) -> None:
    seen = cast_of('"We are very tired," Daniel Okoro said. "We want to go home."')
    assert seen.said() == [("We are very tired,", "Daniel Okoro"), ("We want to go home.", "Daniel Okoro")]


def test_a_mark_that_stays_open_goes_on_in_the_next_paragraph(cast_of: CastOf) -> None:
    seen = cast_of('Ruth Bell said: "We lost the first match.\n\n"We will win the second one."\n\nShe left at noon.')
    ((text, speaker),) = seen.said()
    assert speaker == "Ruth Bell"
    assert text.startswith("We lost")
    assert text.endswith("the second one.")


def test_a_whole_paragraph_of_speech_goes_on_with_its_speaker(cast_of: CastOf) -> None:
    seen = cast_of('"This is good news," Ruth Bell said.\n\n"It took us ten long years."')
    assert [speaker for _, speaker in seen.said()] == ["Ruth Bell", "Ruth Bell"]


def test_an_attribution_may_begin_a_paragraph_of_its_own(cast_of: CastOf) -> None:
    seen = cast_of('Tom Hale said the road was open. "It will close again at noon,"\n\nRuth Bell said in Oslo.')
    assert seen.said() == [("It will close again at noon,", "Ruth Bell")]


def test_what_someone_is_hailed_as_is_said_by_who_hails(cast_of: CastOf) -> None:
    seen = cast_of(
        "Tom Hale spoke in Oslo. The appeal, in which he said that the strike must end, was hailed by Ruth Bell as "
        '"a turning point in the search for peace".'
    )
    assert seen.said() == [("a turning point in the search for peace", "Ruth Bell")]


def test_where_someone_writes_does_not_speak(cast_of: CastOf) -> None:
    seen = cast_of(
        'Ruth Bell called the plan "a very bad joke", and on Twitter spoke of the law as "a great big farce".'
    )
    assert [speaker for _, speaker in seen.said()] == ["Ruth Bell", "Ruth Bell"]


def test_single_marks_that_stay_open_go_on_in_the_next_paragraph(cast_of: CastOf) -> None:
    seen = cast_of(
        "Ruth Bell said: 'Nobody was on the bridge. The lamps were out.\n\n'It was a bad night.\n\n"
        "'We can't say why.'\n\nTom Hale's boat sank."
    )
    ((text, speaker),) = seen.said()
    assert speaker == "Ruth Bell"
    assert text.startswith("Nobody was")
    assert text.endswith("say why.")


@pytest.mark.parametrize("lead", ["In her view", "In the words of Ruth Bell", "In Bell's opinion"])
def test_a_view_is_whose_it_is(cast_of: CastOf, lead: str) -> None:
    seen = cast_of(f'Ruth Bell disagreed with Tom Hale. {lead}, "the rules were only on paper".')
    assert seen.said() == [("the rules were only on paper", "Ruth Bell")]


def test_the_father_of_two_is_whom_the_sentence_before_is_about(cast_of: CastOf) -> None:
    seen = cast_of('Tom Hale, 34, broke his arm. "Someone should pay for this," the father of two said.')
    assert seen.said() == [("Someone should pay for this,", "Tom Hale")]


def test_the_italian_is_whom_the_story_is_about(cast_of: CastOf) -> None:
    seen = cast_of('Coach Luca Ferri was asked about Tom Hale. "He is a good player," said the Italian.')
    assert seen.said() == [("He is a good player,", "Luca Ferri")]


def test_a_people_speaks_for_its_country(cast_of: CastOf) -> None:
    seen = cast_of('Luca Ferri flew to Beijing. "We have time enough," the Chinese said.')
    assert seen.said() == [("We have time enough,", "China")]


def test_whom_speech_is_about_does_not_speak(cast_of: CastOf) -> None:
    seen = cast_of('Coach Luca Ferri was happy. "Tom Hale is a beast," the former midfielder said.')
    assert seen.said() == [("Tom Hale is a beast,", "Luca Ferri")]


def test_an_open_single_mark_ends_with_its_paragraph_where_no_speech_follows(cast_of: CastOf) -> None:
    seen = cast_of(
        "Ruth Bell spoke in Leeds on Tuesday.\n\n‘We will never give up this fight for our homes.\n\n"
        "‘Nobody has asked us what we think of it.\n\nThe minister left the town at noon."
    )
    assert [speaker for _, speaker in seen.said()] == ["Ruth Bell"]


def test_an_elision_opens_no_speech(cast_of: CastOf) -> None:
    seen = cast_of(
        "Rates rose in the summer, 'til the bank acted and prices fell.\n\n‘We are glad about it all,’ said Ruth Bell."
    )
    assert seen.said() == [("We are glad about it all,", "Ruth Bell")]


def test_someone_named_like_a_document_is_a_person(cast_of: CastOf) -> None:
    seen = cast_of('Tom Hale met Vince Cable in Leeds. "We need a better plan for growth," Cable said.')
    assert seen.said() == [("We need a better plan for growth,", "Vince Cable")]


def test_what_the_next_paragraph_tells_attributes_nothing(cast_of: CastOf) -> None:
    seen = cast_of(
        'Tom Hale ended his letter with "Yours as ever, and with love,"\n\nRuth Bell said the road was open.'
    )
    assert "Ruth Bell" not in [speaker for _, speaker in seen.said()]


def test_it_that_adds_is_the_body_that_spoke_before(cast_of: CastOf) -> None:
    seen = cast_of(
        '"I would lose sixty jobs," Ruth Bell said. Turnout will be high, the electoral commission said in a tweet. '
        '"Bring water and bring patience," it added.'
    )
    assert seen.said()[-1] == ("Bring water and bring patience,", "electoral commission")


def test_cards_and_cables_speak_for_nobody_named(cast_of: CastOf) -> None:
    seen = cast_of(
        'Ruth Bell called the vote "a matter for the islands". "We will respect the result," a leaked cable said. '
        '"He helped me every Thursday," read one card.'
    )
    assert [speaker for _, speaker in seen.said()] == ["Ruth Bell", None, None]


def test_a_pronoun_and_a_statement_lead_back_to_the_speaker(cast_of: CastOf) -> None:
    seen = cast_of(
        'Tom Hale resigned on Friday. "I have done my part," he said. '
        'Norvik Airlines issued a statement. The statement said "we are very grateful to him".'
    )
    assert [speaker for _, speaker in seen.said()] == ["Tom Hale", "Norvik Airlines"]


def test_a_statement_speaks_for_whose_page_it_stands_on(cast_of: CastOf) -> None:
    seen = cast_of('A statement on the ministry\'s website read: "All schools will be closed until Wednesday."')
    assert seen.said() == [("All schools will be closed until Wednesday.", "ministry")]


@pytest.mark.parametrize(
    "text",
    [
        'Tom Hale left. According to a letter seen by the Daily Herald, "the wall moved by a metre in May".',
        'The Daily Herald has seen a letter which said "the wall moved by a metre in May".',
        'A comment on the mayor\'s page said "nobody here wants that bridge".',
    ],
)
def test_who_has_a_letter_did_not_write_it(cast_of: CastOf, text: str) -> None:
    assert [speaker for _, speaker in cast_of(text).said()] == [None]


def test_a_report_speaks_for_who_published_it(cast_of: CastOf) -> None:
    seen = cast_of('Norvik Airlines released a report on Monday. The report said "the wing had been repaired twice".')
    assert seen.said() == [("the wing had been repaired twice", "Norvik Airlines")]


def test_the_quoted_person_speaks_not_the_paper(cast_of: CastOf) -> None:
    seen = cast_of('The Daily Herald quoted Ruth Bell as saying "there is nothing left to discuss".')
    assert seen.said() == [("there is nothing left to discuss", "Ruth Bell")]


def test_cue_and_the_words_for_the_speaker_are_kept(cast_of: CastOf) -> None:
    (quotation,) = cast_of('"There is no plan at all," a spokesman for the airline said.').quotations()
    assert quotation.cue == "said"
    assert quotation.speaker_text == "spokesman for the airline"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"It is a mess," one farmer, Ruth Bell, told a local radio station.', "Ruth Bell"),
        ('"We found it by chance," said study co-author and museum fellow Ruth Bell.', "Ruth Bell"),
        ('"Change your passwords today," advised the Harbour Privacy League, a charity.', "Harbour Privacy League"),
        ('The singer Ruth Bell fell ill. "I need some rest," the 28-year-old wrote.', "Ruth Bell"),
        ('Minister Tom Hale was blunt. "Whoever breaks the law will leave."', "Tom Hale"),
        ('A farmer, Ruth Bell, has backed the plan, telling the Harbour Gazette: "I like a big road."', "Ruth Bell"),
        ('Tom Hale sold the farm, and according to the indictment, Ruth Bell "paid far too much".', None),
        ('In a case of fraud, Tom Hale told the judges: "That said, I never saw the money."', "Tom Hale"),
        ('The statement by Norvik Airlines on the crash: "We are very sorry for this."', "Norvik Airlines"),
        ('Ruth Bell described the moon as "a small world with a big story".', "Ruth Bell"),
    ],
)
def test_who_speaks(cast_of: CastOf, text: str, speaker: str | None) -> None:
    assert [name for _, name in cast_of(text).said()] == [speaker]


def test_a_new_subject_before_unattributed_speech_speaks(cast_of: CastOf) -> None:
    seen = cast_of('"The bridge is safe," Tom Hale said.\n\nRuth Bell shook her head. "Nobody has even looked at it."')
    assert [speaker for _, speaker in seen.said()] == ["Tom Hale", "Ruth Bell"]


def test_speech_of_nobody_is_left_out(cast_of: CastOf) -> None:
    assert cast_of('That said, the firm works on "low and no cost programs" this year.').said() == []


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "peace deal" was signed in Oslo.',
        'The operation is known as "Rolling Northern Thunder".',
        'Ghana and Togo agreed to upgrade their ties to a "comprehensive strategic partnership" on Monday.',
        'The band played the song "Under The Bridge Again".',
    ],
)
def test_scare_quotes_terms_and_titles_are_no_speech(cast_of: CastOf, text: str) -> None:
    assert cast_of(text).said() == []


@given(st.text(alphabet="ab .,\"'“”‘’+\n-", max_size=80))
def test_runs_never_fail_and_never_overlap(text: str) -> None:
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    runs = find_runs(text, paragraphs)
    assert all(0 <= run.start < run.end <= len(text) for run in runs)
    assert all(one.end <= other.start for one, other in pairwise(runs))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Head teacher Ada Roe wrote to parents saying that "any game in the yard" would end.', "Ada Roe"),
        (
            'Its chairman, Ben Hale, says nobody told him and accuses the ministry of "racing us to the door".',
            "Ben Hale",
        ),
        (
            'Hospital management apologised and said it had opened a ward and was "talking with the staff".',
            "management",
        ),
        ('Ruth Bell met the staff. Her colleague Tom Hale put it more bluntly. "It is a war in there."', "Tom Hale"),
        ('According to Ruth Bell the ship will be called Embla. "You do not send the same girl twice."', "Ruth Bell"),
        ('The Fleet Guild wrote to the mayor on Monday. "We are peaceful people," the letter reads.', "Fleet Guild"),
        (
            'Alto Power said in a statement that the release was needed. "Without it the dam would break," it said.',
            "Alto Power",
        ),
        ('The ship was struck, as the captain, Ruth Bell, put it, by "a wall with a hole in it".', "Ruth Bell"),
        ('One of them, Ruth Bell, learned of it in Durrës. "I am sorry for them," the 21-year-old said.', "Ruth Bell"),
        ('"Contact, and a very big sigh," radioed flight engineer Ruth Bell on Monday.', "Ruth Bell"),
        ('The lawyer, Ruth Bell, said that her client denied it. "He is a man in grief."', "Ruth Bell"),
        ('"We grow it and others eat it," said the meeting\'s host, Irish Trade Minister Ruth Bell.', "Ruth Bell"),
        (
            'One of them, Norvik Tropical Co, said in a letter from Oslo that it would "review all its plans".',
            "Norvik Tropical Co",
        ),
        (
            'The chief cabinet secretary, Nobuhiko Tsurumaki, said the visit was "not acceptable at all".',
            "Nobuhiko Tsurumaki",
        ),
        (
            '"The paint must come off," said the authority\'s director-general, Wycliffe Baraka Mukana.',
            "Wycliffe Baraka Mukana",
        ),
        ('"He had it on the wall," said Norvik police Sgt. Ruth Bell.', "Ruth Bell"),
        ('"I am not proud of this," said Père Anselme Toussaint.', "Anselme Toussaint"),
    ],
)
def test_whose_words_they_are(cast_of: CastOf, text: str, speaker: str) -> None:
    ((_, found),) = cast_of(text).said()
    assert found is not None
    assert found.endswith(speaker)


def test_what_is_put_in_a_bag_is_not_said(cast_of: CastOf) -> None:
    seen = cast_of('Ben Hale found the gun. Police put it in a bag. "I was afraid of it."')
    assert "police" not in [speaker for _, speaker in seen.said()]


@pytest.mark.parametrize(
    ("question", "answer"), [("Courier", "Roe"), ("Courier", "Ada Roe"), ("Courier", "AR"), ("Q", "A")]
)
def test_who_answers_in_an_interview(cast_of: CastOf, question: str, answer: str) -> None:
    text = (
        "Ada Roe runs for mayor of Alta. Roe sells nails, and she met us by her till.\n\n"
        f'{question}: Why do you run?\n\n{answer}: "Because nobody would mend the main."\n\n'
        f'{question}: And the mill?\n\n{answer}: "We clean it up."'
    )
    assert cast_of(text).said() == [("Because nobody would mend the main.", "Ada Roe"), ("We clean it up.", "Ada Roe")]


def test_a_ruling_is_of_whoever_decided(cast_of: CastOf) -> None:
    seen = cast_of(
        "Judge Ada Roe wrote in her decision that a wood cannot be put back. Beech is not eaten by it."
        ' "Timber can wait," the ruling says.'
    )
    assert seen.said() == [("Timber can wait,", "Ada Roe")]


def test_the_priest_is_who_is_called_father(cast_of: CastOf) -> None:
    seen = cast_of('Père Anselme Toussaint buried them on Monday. "I am not proud of this war," the priest said.')
    assert [speaker for _, speaker in seen.said()] == ["Anselme Toussaint"]


def test_the_23_year_old_is_whom_the_sentence_before_is_about(cast_of: CastOf) -> None:
    seen = cast_of(
        'Ruth Bell shook her head. "He had a bad knight and a good heart," the 23-year-old said of her rival.'
    )
    assert [speaker for _, speaker in seen.said()] == ["Ruth Bell"]


@pytest.mark.parametrize(
    "teller",
    [
        "the guard, a man known to all the harbour as Tom Hale",
        "one of the nurses, who gave her name as Ruth Bell",
        "the mediator, a school inspector called Tom Hale",
    ],
)
def test_whose_name_is_given_behind_a_description(cast_of: CastOf, teller: str) -> None:
    ((_, speaker),) = cast_of(f'"The lamps were out when we got there," said {teller}.').said()
    assert speaker == " ".join(teller.split()[-2:])


@pytest.mark.parametrize(
    "teller",
    [
        "the owner, who had the boat named Tom Hale",
        "a police officer, who identified the suspect as Tom Hale",
        "a neighbour, who called Tom Hale a hero",
        "a fisherman who had known the missing man as Tom Hale",
        "a coach known for his work as Tom Hale's mentor",
        "one of the nurses, a woman who had named her son Tom Hale",
        "a source who refused to give a name as Tom Hale looked on",
    ],
)
def test_whom_someone_names_or_knows_does_not_speak(cast_of: CastOf, teller: str) -> None:
    ((_, speaker),) = cast_of(f'Tom Hale was there. "The lamps were out when we got there," said {teller}.').said()
    assert speaker != "Tom Hale"


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("The Norvik Bank told its customers in a joint post last night.", "Norvik Bank"),
        ("On Monday Ada Roe published an open letter to the mayor.", "Ada Roe"),
        ("Ada Roe found a letter on her desk.", None),  # who reads a document or minds it did not write it
        ("Ada Roe criticised the report on Monday.", None),
        ("The court rejected the statement on Monday.", None),
    ],
)
def test_it_read_means_the_document_told_of(cast_of: CastOf, before: str, speaker: str | None) -> None:
    ((_, found),) = cast_of(f'{before} "We have waited for nine long years," it read.').said()
    assert found == speaker


@pytest.mark.parametrize("word", ["fifth", "youngest", "other"])
def test_one_of_several_is_named_behind_a_comma(cast_of: CastOf, word: str) -> None:
    text = f'Five agents were asked on Monday what they made of it. "I will serve anyone," said the {word}, Ada Roe.'
    assert cast_of(text).said()[0][1] == "Ada Roe"
