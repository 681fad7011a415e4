"""The list of references at an article's foot: takes paragraphs, gives which of them form it, and its entries.

Entries are numbered ("[1] …", "1. …"); under a heading such as "References" or "Sources" they may have lost their
numbers on the way, and are then numbered in order where the text has markers. Without such a heading a numbered run
counts only as the last thing in the article, beginning with 1, with addresses or with markers in the text to match.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import CitedReference

HEADING = re.compile(
    r"(?:references?(?: list)?|sources?(?: cited| list)?|citations?|notes?|foot ?notes?|end ?notes?"
    r"|bibliography|works cited|literature|notes and references|references and notes|external sources)\s*:?",
    re.IGNORECASE,
)
ENTRY = re.compile(
    r"(?:\[(?P<a>\d{1,3})\][:.]?|(?P<b>\d{1,3})[.)]|\((?P<c>\d{1,3})\)|\^(?P<d>\d{1,3}))\s+(?P<text>\S.*)", re.DOTALL
)
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"”]*[^\s<>\"”.,;:!?)\]]", re.IGNORECASE)
MARKER = re.compile(r"\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]")
CONTINUES = re.compile(r"(?:https?://|www\.|retrieved\b|accessed\b|archived\b|available at\b)", re.IGNORECASE)
MOST_WORDS = 80  # of one entry
FOOT = re.compile(r"(?:©|\(c\)|copyright|all rights reserved|share this|read more)", re.IGNORECASE)
"""What may stand below the list."""


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """`paragraphs`: numbers of those that form the list, its heading with them; `entries`: what they list."""

    paragraphs: range = range(0)
    entries: tuple[CitedReference, ...] = ()


def find_references(paragraphs: Sequence[str]) -> ReferenceList:
    """The list at the foot; empty where there is none."""
    end = _foot(paragraphs)
    for heading in range(end - 2, 0, -1):
        if HEADING.fullmatch(paragraphs[heading]):
            marked = any(map(MARKER.search, paragraphs[:heading]))
            if _is_list(paragraphs[heading + 1 : end], marked):
                entries = _entries(paragraphs[heading + 1 : end], count=marked)
                return ReferenceList(range(heading, end), entries)
            break
    begin = _trailing_run(paragraphs, end)
    if begin is None:
        return ReferenceList()
    return ReferenceList(range(begin, end), _entries(paragraphs[begin:end], count=False))


def _foot(paragraphs: Sequence[str]) -> int:
    end = len(paragraphs)
    while end and FOOT.match(paragraphs[end - 1]):
        end -= 1
    return end


def _is_list(paragraphs: Sequence[str], marked: bool) -> bool:
    """True for paragraphs below a heading that read as entries: numbered, or with an address, or short and cited."""
    if any(paragraph.count(" ") >= MOST_WORDS for paragraph in paragraphs):
        return False
    plain = sum(not (ENTRY.match(p) or URL.search(p) or CONTINUES.match(p)) for p in paragraphs)
    return marked or plain <= len(paragraphs) / 2


def _trailing_run(paragraphs: Sequence[str], end: int) -> int | None:
    """Where a numbered list begins that ends the article without a heading of its own."""
    begin, number = end, 0
    for i in range(end - 1, 0, -1):
        entry = ENTRY.match(paragraphs[i])
        if entry is None:
            if not CONTINUES.match(paragraphs[i]):
                break
            continue
        if number and int(_number(entry)) != number - 1:
            break
        begin, number = i, int(_number(entry))
    if number != 1:
        return None
    listed = paragraphs[begin:end]
    with_address = sum(bool(URL.search(p)) for p in listed)
    cited = any(map(MARKER.search, paragraphs[:begin]))
    return begin if cited or with_address >= len(listed) / 2 else None


def _entries(paragraphs: Sequence[str], count: bool) -> tuple[CitedReference, ...]:
    """Entries by their numbers; those that bear none are counted from 1 if `count`, else left out."""
    numbered = any(map(ENTRY.match, paragraphs))
    texts: dict[int, str] = {}
    last: int | None = None
    for paragraph in paragraphs:
        entry = ENTRY.match(paragraph)
        if entry is not None:
            last = int(_number(entry))
            texts.setdefault(last, entry["text"])
        elif last is not None and (numbered or CONTINUES.match(paragraph)):
            texts[last] += " " + paragraph
        elif not numbered and count:
            last = len(texts) + 1
            texts[last] = paragraph
    return tuple(CitedReference(number, text, _address(text)) for number, text in sorted(texts.items()))


def _number(entry: re.Match[str]) -> str:
    return next(entry[form] for form in "abcd" if entry[form])


def _address(text: str) -> str | None:
    found = URL.search(text)
    return found.group() if found else None
