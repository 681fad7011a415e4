"""The encoder gives a row of numbers for every word, whatever the length of the article."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.categories import AGREEMENT_KINDS, AGREEMENT_STATUSES, STATUSES, TYPES
from ingest.extract.encoder import encode
from ingest.extract.encoder.encoder import OVERLAP, WINDOW, windows
from ingest.extract.encoder.layout import RELATIONS, WIDTH
from ingest.extract.speech.judging import SURE

TEXT = "The presidents of Kenya and Uganda signed a border treaty in Nairobi on Monday , after years of talks ."
SIGNED = TEXT.split()


@given(st.integers(min_value=0, max_value=20 * WINDOW))
def test_windows_share_out_all_pieces(pieces: int) -> None:
    found = list(windows(pieces))
    read = [piece for _, _, low, high in found for piece in range(low, high)]
    assert read == list(range(pieces))
    for start, end, low, high in found:
        assert start <= low <= high <= end <= pieces
        assert end - start <= WINDOW
        assert low == 0 or low - start >= OVERLAP // 2


def test_every_word_has_a_row_and_white_space_an_empty_one() -> None:
    rows = encode(["Kenya", "\n", "signed", ""]).rows
    assert rows.shape == (4, WIDTH)
    assert not rows[[1, 3]].any()
    assert rows[[0, 2]].any(axis=1).all()


def test_an_article_without_words_is_encoded() -> None:
    assert encode([]).rows.shape == (0, WIDTH)


def test_a_long_article_is_encoded_to_its_end() -> None:
    rows = encode(SIGNED * 100).rows
    assert rows.any(axis=1).all()


def test_the_same_words_give_the_same_rows() -> None:
    assert np.array_equal(encode(SIGNED).rows, encode(SIGNED).rows)


def test_a_deed_is_likelier_to_tell_a_happening_than_a_person() -> None:
    encoded = encode(SIGNED)
    deed, person = encoded.happening([SIGNED.index("signed"), SIGNED.index("presidents")])
    assert deed > 0 > person


def test_types_and_statuses_are_shares() -> None:
    encoded = encode(SIGNED)
    signed = [SIGNED.index("signed")]
    types, statuses = encoded.types(signed), encoded.statuses(signed)
    assert types.shape == (1, len(TYPES))
    assert statuses.shape == (1, len(STATUSES))
    assert np.allclose([types.sum(), statuses.sum()], 1)
    assert TYPES[int(types.argmax())] == "AGREE"


def test_agreements_have_kinds_statuses_and_parties() -> None:
    encoded = encode(SIGNED)
    treaty = [SIGNED.index("treaty")]
    kinds, statuses = encoded.agreement_kinds(treaty), encoded.agreement_statuses(treaty)
    assert np.allclose([kinds.sum(), statuses.sum()], 1)
    assert AGREEMENT_KINDS[int(kinds.argmax())] == "treaty"
    assert AGREEMENT_STATUSES[int(statuses.argmax())] == "signed"
    assert encoded.agreeing(treaty)[0] > 0 > encoded.agreeing([SIGNED.index("presidents")])[0]
    kenya, years = encoded.related("party", treaty, [SIGNED.index("Kenya"), SIGNED.index("years")])[0]
    assert kenya > years


def test_a_speaker_is_told_from_others() -> None:
    words = '" We shall not sell the ferries , " Agnete Hauge said on the quay , where Lars Dahl listened in silence .'
    said = words.split()
    hauge, dahl = encode(said).related("speaker", [said.index("We")], [said.index("Hauge"), said.index("Dahl")])[0]
    assert hauge > SURE > dahl


def test_relations_are_given_for_each_word_with_each_other() -> None:
    encoded = encode(SIGNED)
    for relation in RELATIONS:
        assert encoded.related(relation, [6, 17], [2, 4, 11]).shape == (2, 3)
    kenya, years = encoded.related("part", [SIGNED.index("signed")], [SIGNED.index("Kenya"), SIGNED.index("years")])[0]
    assert kenya > years


def test_nothing_is_asked_of_no_words() -> None:
    encoded = encode(SIGNED)
    assert encoded.types([]).shape == (0, len(TYPES))
    assert encoded.related("same", [], []).shape == (0, 0)
    assert all(likeness.shape == (0, 0) for likeness in encoded.likeness([]))
