"""Word pieces: takes a word, gives the numbers of the pieces that a BERT vocabulary cuts it into.

The rules are those of BERT's uncased tokenizer: lower case, no accents, punctuation and ideographs by themselves, then
always the longest piece of the vocabulary. The words come from the parse, so that nothing else of a tokenizer library
is needed, whose packages would bring a network client along.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

LONGEST = 100  # characters of a word above which it is unknown
UNKNOWN = "[UNK]"
IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))


class Pieces:
    """The vocabulary, and the pieces of the words seen so far."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._seen: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """The pieces of a word; none for white space."""
        found = self._seen.get(word)
        if found is None:
            found = tuple(number for part in _parts(word) for number in self._of_part(part))
            self._seen[word] = found
        return found

    def _of_part(self, part: str) -> list[int]:
        unknown = [self._vocabulary[UNKNOWN]]
        if len(part) > LONGEST:
            return unknown
        numbers: list[int] = []
        start = 0
        while start < len(part):
            end = len(part)
            mark = "##" if start else ""
            while end > start and mark + part[start:end] not in self._vocabulary:
                end -= 1
            if end == start:
                return unknown
            numbers.append(self._vocabulary[mark + part[start:end]])
            start = end
        return numbers


def _parts(word: str) -> Iterator[str]:
    """The word in lower case without accents, cut at white space, punctuation and ideographs."""
    part = ""
    for sign in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(sign)
        if kind == "Mn" or (kind.startswith("C") and sign not in "\t\n\r") or sign == "\ufffd":
            continue
        if sign.isspace() or _stands_alone(sign, kind):
            if part:
                yield part
            part = ""
            if not sign.isspace():
                yield sign
        else:
            part += sign
    if part:
        yield part


def _stands_alone(sign: str, kind: str) -> bool:
    number = ord(sign)
    ascii_sign = number < 128 and not sign.isalnum()
    return ascii_sign or kind.startswith("P") or any(low <= number <= high for low, high in IDEOGRAPHS)
