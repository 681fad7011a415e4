"""A table of fixed phrases: takes forms with values, finds the longest of them in a parsed text.

Forms are compared character by character, so that it does not matter how the tokenizer cuts "Côte d'Ivoire" or
"U.S."; a match begins and ends where a token does. Curly apostrophes count as straight ones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from spacy.tokens import Doc

Value = TypeVar("Value")
OPENING = re.compile(r"\w+|[^\w\s]")
PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "\u00a0": " "})


def plain(text: str) -> str:
    """`text` with apostrophes, hyphens and spaces in their plain forms; its length does not change."""
    return text.translate(PLAIN)


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """Tokens `start` to `end` (exclusive) of a document stand for `value`."""

    start: int
    end: int
    value: Value


class PhraseTable(Generic[Value]):
    """Forms and their values; the first value given for a form stays."""

    def __init__(self, entries: Iterable[tuple[str, Value]], ignore_case: bool = False) -> None:
        self.ignore_case = ignore_case
        self.values: dict[str, Value] = {}
        by_opening: dict[str, list[str]] = defaultdict(list)
        for form, value in entries:
            form = self._key(form)
            if form and form not in self.values:
                self.values[form] = value
                by_opening[self._opening(form)].append(form)
        self.by_opening = {opening: sorted(forms, key=len, reverse=True) for opening, forms in by_opening.items()}

    def _key(self, form: str) -> str:
        form = plain(form)
        return form.lower() if self.ignore_case else form

    @staticmethod
    def _opening(form: str) -> str:
        found = OPENING.match(form)
        return found.group() if found else form

    def get(self, form: str) -> Value | None:
        """The value of exactly this form, or None."""
        return self.values.get(self._key(form))

    def find(self, doc: Doc, text: str) -> Iterator[Match[Value]]:
        """Longest matches from left to right in `doc`, whose text is `text`; none overlaps the one before."""
        text = self._key(text)
        free = 0
        for opening in OPENING.finditer(text):
            forms = self.by_opening.get(opening.group())
            if forms is None or opening.start() < free:
                continue
            for form in forms:
                end = opening.start() + len(form)
                span = doc.char_span(opening.start(), end) if text.startswith(form, opening.start()) else None
                if span is not None:
                    yield Match(span.start, span.end, self.values[form])
                    free = end
                    break
