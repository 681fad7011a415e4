"""Marks on an article's text: nothing of the text is lost, and no mark leaves its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.web.text import Mark, paragraphs, safe_url, segments

marks = st.lists(
    st.builds(Mark, st.integers(0, 80), st.integers(0, 80), st.sampled_from(["event", "time"])), max_size=8
)


@given(st.text(max_size=60), st.integers(0, 20), marks)
def test_the_pieces_join_to_the_text(text, start, found):
    pieces = segments(text, start, found)
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        if piece.mark:
            assert piece.text == text[piece.mark.start - start : piece.mark.end - start]


def test_paragraphs_take_the_role_of_their_sentences():
    text = "LYON, May 2\n\nThe council met.\nShare this"
    sentences = [
        {"start_char": 0, "end_char": 11, "role": "dateline"},
        {"start_char": 13, "end_char": 29, "role": "body"},
    ]
    found = paragraphs(text, sentences, [Mark(25, 28, "event", "/e")])
    assert [paragraph.role for paragraph in found] == ["dateline", "body", "furniture"]
    assert [piece.text for piece in found[1].segments] == ["The council ", "met", "."]


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("javascript:alert(1)", ""),
        (" JavaScript:alert(1)", ""),
        ("data:text/html,<script>", ""),
        ("//example.org", ""),
        ("/etc/passwd", ""),
        ("http://[broken", ""),
        (None, ""),
    ],
)
def test_only_addresses_of_the_web_are_links(address, safe):
    assert safe_url(address) == safe
