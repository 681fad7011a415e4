"""The list at the foot of an article becomes references."""

from __future__ import annotations

from ingest.normalize.references import find_references

BODY = ["Peru and Chile signed a treaty in Arica [1].", "Both parliaments must approve it [2, 3]."]


def entries(*foot: str, body: list[str] = BODY) -> list[tuple[int, str, str | None]]:
    """Number, text and address of what is found below a body."""
    return [(entry.number, entry.text, entry.url) for entry in find_references([*body, *foot]).entries]


def test_a_numbered_list_under_a_heading_is_read() -> None:
    assert entries(
        "References", "[1] The Courier, Treaty signed, https://courier.example/1.", "[2] Lima Post, 3 May"
    ) == [
        (1, "The Courier, Treaty signed, https://courier.example/1.", "https://courier.example/1"),
        (2, "Lima Post, 3 May", None),
    ]


def test_numbers_may_be_written_in_any_usual_way() -> None:
    for one, two in (("1.", "2."), ("1)", "2)"), ("(1)", "(2)"), ("[1]:", "[2]:"), ("^1", "^2")):
        assert [n for n, *_ in entries("Sources:", f"{one} The Courier", f"{two} Lima Post")] == [1, 2]


def test_without_a_heading_a_numbered_run_at_the_end_is_read_where_the_text_cites_it() -> None:
    assert [n for n, *_ in entries("[1] The Courier, 3 May", "[2] Lima Post, 4 May")] == [1, 2]


def test_an_address_on_a_line_of_its_own_belongs_to_the_entry_before() -> None:
    assert entries("[1] The Courier", "https://courier.example/1", "[2] Lima Post") == [
        (1, "The Courier https://courier.example/1", "https://courier.example/1"),
        (2, "Lima Post", None),
    ]


def test_entries_that_lost_their_numbers_are_counted_where_the_text_has_markers() -> None:
    assert [n for n, *_ in entries("References", "The Courier, 3 May", "Lima Post, 4 May")] == [1, 2]


def test_a_copyright_line_below_is_not_part_of_the_list() -> None:
    found = find_references([*BODY, "References", "[1] The Courier", "Copyright 2019 The Courier"])
    assert list(found.paragraphs) == [2, 3]


def test_numbered_points_of_the_story_itself_are_no_references() -> None:
    body = ["The two sides agreed on three points."]
    assert not entries("1. Fishing rights are shared.", "2. The border is open.", body=body)
    assert not entries("Notes", "The ministers met twice that day.", "They will meet again in May.", body=body)
