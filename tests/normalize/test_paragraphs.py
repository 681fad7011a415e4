"""A line is a paragraph, unless the text is wrapped."""

from __future__ import annotations

from ingest.normalize.paragraphs import split_paragraphs

WRAPPED = """\
The foreign ministers of Peru and Chile met in Arica on Monday to
discuss a border treaty that both governments hope to sign before
the end of the year, officials said.

The talks, the first at this level since 2016, lasted for two hours
and ended without a joint statement. A spokesman for the Chilean
foreign ministry said that another round would follow in Lima.
"""


def test_each_line_is_a_paragraph_with_or_without_blank_lines() -> None:
    lines = ["Peru and Chile agreed on a treaty on Monday.", "It takes effect in August.", "Both sides welcomed it."]
    assert split_paragraphs("\n".join(lines)) == lines
    assert split_paragraphs("\n\n\n".join(lines)) == lines


def test_wrapped_lines_are_joined() -> None:
    first, second = split_paragraphs(WRAPPED)
    assert first.endswith("to sign before the end of the year, officials said.")
    assert second.startswith("The talks, the first at this level since 2016, lasted for two hours and ended")


def test_in_wrapped_text_a_line_left_short_ends_a_paragraph() -> None:
    assert split_paragraphs(WRAPPED.replace("\n\n", "\n")) == split_paragraphs(WRAPPED)


def test_in_wrapped_text_an_indent_begins_a_paragraph() -> None:
    indented = "".join(f"{line}\n" for line in WRAPPED.splitlines()).replace("\n\nThe talks", "\n   The talks")
    assert split_paragraphs(indented) == split_paragraphs(WRAPPED)


def test_a_word_broken_at_the_line_end_is_whole_again_where_the_text_has_it_whole() -> None:
    text = WRAPPED.replace(
        "that both governments hope to sign before\nthe end", "that both govern-\nments hope to sign before the end"
    )
    text += (
        "\nThe governments of both countries said that they would publish the\n"
        "text of the treaty within a week, and that it would be put to the\nparliaments of both countries.\n"
    )
    assert "both governments hope" in split_paragraphs(text)[0]


def test_short_lines_of_a_list_stay_apart() -> None:
    items = ["The two sides agreed:", "fishing rights", "a joint border patrol", "visa-free travel", "trade in copper"]
    assert split_paragraphs("\n".join(items)) == items


def test_blanks_are_single() -> None:
    assert split_paragraphs("  Peru  met \t Chile. \n \n") == ["Peru met Chile."]


def test_a_citation_marker_on_a_line_of_its_own_belongs_to_the_line_before() -> None:
    assert split_paragraphs("Peru met Chile.\n[1, 2]\nThey signed.") == ["Peru met Chile. [1, 2]", "They signed."]
