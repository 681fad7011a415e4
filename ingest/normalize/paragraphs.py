"""Paragraphs: takes clean text with line ends, gives its paragraphs, each on one line, single spaces between words.

In news a line is a paragraph, with or without blank lines between. Text that an editor or a mail program has wrapped
is the exception: there every line is about as long as fits, and only a blank line, an indent or a line left short ends
a paragraph. A text is wrapped where the first word of the next line would not have fitted on the line before.
"""

from __future__ import annotations

import itertools
import re

from ingest.normalize.characters import clean

NARROWEST, WIDEST = 40, 100  # characters of a wrapped line
MOST = 0.8  # of the lines that go on must be full
FEWEST = 3  # lines that go on, before a text counts as wrapped
SENTENCE_END = re.compile(r"""[.!?:…]["'”’)\]\d]*$""")
LIST_ITEM = re.compile(r"\s*(?:[•*·–—-]\s|\[?\d{1,3}[\].)]\s)")
MARKERS = re.compile(r"(?:\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]\s*)+[.,]?")
BROKEN_WORD = re.compile(r"[^\W\d_]-$")


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, in order, none of them empty."""
    lines = text.split("\n")
    width = _wrapped_at(lines)
    if width is not None:
        lines = clean("\n".join(_unwrapped(lines, width))).split("\n")
    found: list[str] = []
    for paragraph in filter(None, (" ".join(line.split()) for line in lines)):
        if found and MARKERS.fullmatch(paragraph):
            found[-1] += f" {paragraph}"  # a citation marker that the page set on a line of its own
        else:
            found.append(paragraph)
    return found


def _wrapped_at(lines: list[str]) -> int | None:
    """The width at which a text is wrapped, or None where it is not."""
    pairs = [(a.rstrip(), b) for a, b in itertools.pairwise(lines) if a.strip() and b.strip()]
    width = max((len(line.rstrip()) for line in lines if " " in line.strip() and not _indent(line)), default=0)
    if not NARROWEST <= width <= WIDEST:
        return None
    going_on = [_is_full(line, following, width) for line, following in pairs if not SENTENCE_END.search(line)]
    if len(going_on) < max(FEWEST, len(pairs) / 2):
        return None
    return width if sum(going_on) >= MOST * len(going_on) else None


def _is_full(line: str, following: str, width: int) -> bool:
    """True where the next line's first word would not have fitted on this line."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _unwrapped(lines: list[str], width: int) -> list[str]:
    joined: list[str] = []
    before = ""
    for line in lines:
        if before.strip() and line.strip() and not _ends_paragraph(before, line, width):
            joined[-1] = _join(joined[-1], line.strip(), lines)
        else:
            joined.append(line)
        before = line
    return joined


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    if LIST_ITEM.match(following) or _indent(following) > _indent(line):
        return True
    if _is_full(line.rstrip(), following, width):
        return False
    return bool(SENTENCE_END.search(line.rstrip())) or not following.lstrip()[0].islower()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _join(before: str, line: str, lines: list[str]) -> str:
    """Two pieces of a paragraph; a word broken by a hyphen is whole again where the text has it whole elsewhere."""
    before = before.rstrip()
    if not BROKEN_WORD.search(before):
        return f"{before} {line}"
    whole = before.rsplit(maxsplit=1)[-1][:-1] + line.split(maxsplit=1)[0].rstrip(".,;:!?")
    return (before[:-1] if any(whole in other for other in lines) else before) + line
