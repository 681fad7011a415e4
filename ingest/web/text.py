"""Words with marks on them: a text and spans go in, segments that a template can escape and mark come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the article's text to point out: `kind` is a class, `href` where it leads, `title` what it means."""

    start: int
    end: int
    kind: str
    href: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text under one mark or none."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article with the part of the page it is (`body`, `furniture`, ...)."""

    role: str
    segments: tuple[Segment, ...] = field(default=())


def segments(text: str, start: int, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """Cut `text`, whose first character is number `start` of the article, at its marks.

    Of marks that overlap, the one that begins first stays, and of those the longest. The pieces join to `text`.
    """
    pieces: list[Segment] = []
    at = start
    end = start + len(text)
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.start < at or mark.end > end or mark.end <= mark.start:
            continue
        if mark.start > at:
            pieces.append(Segment(text[at - start : mark.start - start]))
        pieces.append(Segment(text[mark.start - start : mark.end - start], mark))
        at = mark.end
    if at < end:
        pieces.append(Segment(text[at - start :]))
    return tuple(pieces)


def paragraphs(text: str, sentences: Sequence[Row], marks: Sequence[Mark]) -> list[Paragraph]:
    """The article's paragraphs; one takes the role of its first sentence, one without any is furniture."""
    found: list[Paragraph] = []
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if line.strip():
            inside = [s for s in sentences if at <= int(str(s["start_char"])) < end]
            role = str(inside[0]["role"] or "body") if inside else "furniture"
            within = [mark for mark in marks if at <= mark.start and mark.end <= end]
            found.append(Paragraph(role, segments(line, at, within)))
        at = end + 1
    return found


def safe_url(url: object) -> str:
    """The address if it is one of the web, else nothing: a page links neither scripts nor files."""
    text = str(url or "").strip()
    try:
        return text if urlsplit(text).scheme in ("http", "https") else ""
    except ValueError:
        return ""
