"""Bytes of every usual encoding become the text that was meant."""

from __future__ import annotations

import pytest

from ingest.read.encoding import Undecodable, decode

TEXT = "El señor Peña viajó a España, dijo el portavoz de la Presidencia — «mañana firmará el tratado»."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_text_is_read_as_it_was_written(encoding: str) -> None:
    assert decode(TEXT.encode(encoding))[0] == TEXT


def test_a_declared_encoding_is_believed_where_the_bytes_are_no_utf_8() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź</body></html>'
    assert decode(page.encode("iso-8859-2"))[0] == page


def test_stray_bytes_inside_utf_8_are_read_for_what_they_are() -> None:
    data = "Zoë said “the café in Orléans is naïve”, ".encode() + b"and it\x92s over."
    text, note = decode(data)
    assert text == "Zoë said “the café in Orléans is naïve”, and it’s over."
    assert note is not None


def test_a_file_cut_off_inside_a_character_keeps_the_rest() -> None:
    text, note = decode("Peña viajó a Españ".encode()[:-1])
    assert text == "Peña viajó a Espa"
    assert note == "cut off in the middle of a character"


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, b"PK\x03\x04 words", b"\x89PNG\r\n", b"\x07\x01\x1f" * 40])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Undecodable):
        decode(data)
