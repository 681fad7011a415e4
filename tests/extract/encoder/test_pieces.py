"""Words are cut into pieces as BERT's uncased tokenizer does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.encoder.pieces import LONGEST, Pieces

VOCABULARY = ["[UNK]", "sign", "##ed", "##s", "treaty", "u", ".", "s", "-", "led", "zurich", "日", "un", "##able"]
PIECES = Pieces({piece: number for number, piece in enumerate(VOCABULARY)})


def cut(word: str) -> list[str]:
    return [VOCABULARY[number] for number in PIECES.of(word)]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("treaty", ["treaty"]),
        ("Signed", ["sign", "##ed"]),
        ("U.S.-led", ["u", ".", "s", ".", "-", "led"]),
        ("Zürich", ["zurich"]),
        ("日日", ["日", "日"]),
        ("unable", ["un", "##able"]),
        ("xylophone", ["[UNK]"]),
        ("signx", ["[UNK]"]),
        ("\n\n", []),
        ("", []),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces(word: str, pieces: list[str]) -> None:
    assert cut(word) == pieces


def test_a_word_of_too_many_letters_is_unknown() -> None:
    assert cut("sign" * LONGEST) == ["[UNK]"]


@given(st.text(max_size=30))
def test_whatever_stands_in_a_text_is_cut(word: str) -> None:
    assert PIECES.of(word) == PIECES.of(word)
    assert all(0 <= number < len(VOCABULARY) for number in PIECES.of(word))
