"""What each paragraph is on its page."""

from __future__ import annotations

import pytest

from ingest.normalize.roles import assign_roles

BODY = [
    "The ministers of Peru and Chile signed a border treaty in Arica on Monday.",
    "The treaty takes effect in August, the foreign minister of Chile told reporters after the ceremony.",
]

FURNITURE = [
    "Read more:",
    "READ MORE: Chile's copper exports fall",
    "Related: Five things to know about the treaty",
    "Share this article",
    "Follow us on Twitter",
    "Follow Ana Ruiz on Twitter: @anaruiz",
    "Sign up for our newsletter",
    "Get the latest headlines straight to your inbox",
    "Advertisement",
    "Continue reading the main story",
    "Copyright 2019 The Courier. All rights reserved.",
    "© 2019 The Courier",
    "Ana Ruiz/Reuters",
    "Photo: Ana Ruiz",
    "Photograph: Ana Ruiz/Getty Images",
    "The ministers after the ceremony in Arica. (Photo by Ana Ruiz/Getty Images)",
    "The bridge near Arica. Image: Ana Ruiz.",
    "Supporters of the treaty in Lima, May 3. (Ana Ruiz/AP)",
    "By Ana Ruiz and Tom Low",
    "(Reporting by Ana Ruiz; Editing by Tom Low)",
    "[Graphic: how the border moved]",
    "https://courier.example/1",
    "* * *",
    "—",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_what_a_page_puts_around_a_story_is_set_aside(line: str) -> None:
    assert assign_roles([BODY[0], line, BODY[1]]) == ["body", "furniture", "body"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reuters reported that the ministers had met in Lima.",
        "Share prices in Lima fell by three percent after the vote.",
        "Follow-up talks will be held in Santiago next month.",
        "More than a thousand people marched through Arica.",
        "Video from the scene showed the bridge on fire.",
        "Photos published on Monday showed troops at the border.",
        "Sign language will be taught in all schools, the minister said.",
        "Zoom said on Monday that it would close its office in Lima.",
        "By Tuesday evening, all troops had left the town.",
        "Advertising companies sued the city of Lima on Friday.",
        "The treaty was signed on Monday, the ministry said. (Reuters)",
        "Peru will strengthen its ties with Chile further, officials said [1]",
        "Print workers in Santiago went on strike.",
        "Read by the speaker in full, the letter drew applause.",
    ],
)
def test_sentences_of_a_story_stay(sentence: str) -> None:
    assert assign_roles([BODY[0], sentence, BODY[1]])[1] in ("body", "heading")


@pytest.mark.parametrize(
    "line", ["Friday, January 4, 2019", "4 January 2019", "Published: July 10, 2019 8:05 am", "Posted on 10 July 2019"]
)
def test_a_line_that_is_a_date_is_a_dateline(line: str) -> None:
    assert assign_roles([line, *BODY])[0] == "dateline"


def test_a_date_over_a_section_of_a_chronicle_is_a_heading() -> None:
    assert (
        assign_roles([*BODY, *BODY[:1], BODY[1] + " Again.", "4 January 2019", "Talks began in Lima."])[4] == "heading"
    )


def test_a_short_line_without_a_full_stop_is_a_heading() -> None:
    assert assign_roles(["A long way to the border", *BODY])[0] == "heading"


def test_a_caption_is_a_sentence_that_nothing_closes() -> None:
    caption = (
        "The ministers shake hands on the old bridge over the river that has divided the two countries since 1883 or so"
    )
    assert assign_roles([BODY[0], caption, BODY[1]]) == ["body", "furniture", "body"]


def test_a_list_after_a_colon_is_no_caption() -> None:
    items = [
        "Both countries open all crossings on the coast and in the mountains to lorries from the first of August on",
        "Chile builds a second bridge near the coast and Peru pays a third of what it costs over the next ten years",
    ]
    assert assign_roles(["The two sides agreed on this:", *items, *BODY])[1:3] == ["body", "body"]


def test_a_note_on_the_author_is_furniture_only_at_the_foot() -> None:
    note = "Ana Ruiz is a reporter for The Courier in Lima."
    assert assign_roles([*BODY, *[f"{line} ({i})" for i, line in enumerate(BODY * 2)], note])[-1] == "furniture"
    assert assign_roles([note, *BODY, *[f"The talks went on for {n} days." for n in range(3, 9)]])[0] == "body"
