"""TimeML files: reads the text and the document creation time of a .tml file, writes it back with inline TIMEX3.

Comes in: the file's content. Goes out: the plain text inside <TEXT> (tags gone, entities resolved) with, for each
character, where it stands in the file; and the same content with TIMEX3 tags around expressions. All other markup
and text stay as they were, character for character; TIMEX3 tags that <TEXT> already had are replaced.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from ingest.model import Publication, TimeExpression
from ingest.timex.granule import MONTHS_OF, Granule, bounds

TEXT = re.compile(r"<TEXT\b[^>]*>(.*)</TEXT>", re.S)
TIMEX = re.compile(r"</?TIMEX3\b[^>]*>")
PIECE = re.compile(r"<[^>]+>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);|[^<&]|[<&]")
ATTRIBUTE = re.compile(r'([A-Za-z_:]+)\s*=\s*"([^"]*)"')
CREATION = ("CREATION_TIME", "PUBLICATION_TIME")
WRAPPED = re.compile(r"(?<=[^.?!:;\"”'’)\s])[ \t]*\n(?=[ \t]*\S)")
WRAPPED_LENGTH = 50  # characters: a shorter line that ends without a full stop is a heading


@dataclass(frozen=True, slots=True)
class TimeMLText:
    """The plain text of <TEXT>; character i of `text` is `content[places[i][0]:places[i][1]]`."""

    content: str
    text: str
    places: tuple[tuple[int, int], ...]
    dct: str | None
    dct_id: str


def read_timeml(content: str) -> TimeMLText:
    """Take the text and the creation time out of a TimeML file; a file without <TEXT> is all text."""
    match = TEXT.search(content)
    begin, end = match.span(1) if match else (0, len(content))
    body = TIMEX.sub("", content[begin:end])
    content = content[:begin] + body + content[end:]
    characters: list[str] = []
    places: list[tuple[int, int]] = []
    for piece in PIECE.finditer(body):
        shown = "" if piece.group().startswith("<") and len(piece.group()) > 1 else html.unescape(piece.group())
        characters += shown
        places += [(begin + piece.start(), begin + piece.end())] * len(shown)
    dct, dct_id = creation_time(content)
    return TimeMLText(content, "".join(characters), tuple(places), dct, dct_id)


def creation_time(content: str) -> tuple[str | None, str]:
    """The document creation time's value and tid; (None, "t0") where the file has none."""
    for tag in re.finditer(r"<TIMEX3\b([^>]*)>", content):
        attributes = dict(ATTRIBUTE.findall(tag.group(1)))
        inside = content[: tag.start()].rstrip().endswith("<DCT>")
        if inside or attributes.get("functionInDocument") in CREATION:
            return attributes.get("value"), attributes.get("tid", "t0")
    return None, "t0"


def unwrapped(text: str) -> str:
    """The text with the line ends inside sentences blanked, so that wrapped lines parse as prose; same length."""

    def blank(match: re.Match[str]) -> str:
        begin = text.rfind("\n", 0, match.start()) + 1
        return match.group().replace("\n", " ") if match.start() - begin >= WRAPPED_LENGTH else match.group()

    return WRAPPED.sub(blank, text)


def publication_of(value: str | None) -> Publication:
    """The publication context of a creation time: a day, a time, or the interval of a month or year."""
    text = (value or "").strip()
    if match := re.fullmatch(r"(\d{4})-?(\d\d)-?(\d\d)(?:T?([\d:.]*).*)?", text):
        day = "-".join(match.group(1, 2, 3))
        if bounds_of_day(day):
            clock = f"T{match.group(4)}" if match.group(4) else ""
            return Publication(day + clock, day, day, "metadata")
    if match := re.fullmatch(r"(\d{4})(?:-(\d\d))?", text):
        year, month = int(match.group(1)), int(match.group(2) or 0)
        granule = Granule("month", year * MONTHS_OF["year"] + month - 1) if 1 <= month <= 12 else Granule("year", year)
        if extent := bounds(granule):
            return Publication(None, extent[0].isoformat(), extent[1].isoformat(), "metadata")
    return Publication()


def bounds_of_day(text: str) -> bool:
    """True where the ISO day exists."""
    from ingest.timex.discourse import as_date

    return as_date(text) is not None


def write_timeml(source: TimeMLText, expressions: Sequence[TimeExpression]) -> str:
    """The file's content with TIMEX3 tags inside <TEXT>; an expression that other tags would cross is left out."""
    taken = {value for name, value in ATTRIBUTE.findall(source.content) if name == "tid"}
    identifiers = _identifiers(len(expressions), taken)
    spans = [nested_span(source, expression) for expression in expressions]
    out: list[str] = []
    position = 0
    for expression, span, identifier in zip(expressions, spans, identifiers, strict=True):
        if span is None or span[0] < position:
            continue
        tag = opening_tag(expression, identifier, _anchor_id(expression, identifiers, source.dct_id))
        out += [source.content[position : span[0]], tag, source.content[span[0] : span[1]], "</TIMEX3>"]
        position = span[1]
    return "".join(out) + source.content[position:]


def _identifiers(count: int, taken: set[str]) -> list[str]:
    free = (f"t{number}" for number in range(1, count + len(taken) + 1))
    return [name for name in free if name not in taken][:count]


def _anchor_id(expression: TimeExpression, identifiers: Sequence[str], dct_id: str) -> str | None:
    if expression.anchor == "expression" and expression.anchor_index is not None:
        return identifiers[expression.anchor_index]
    return dct_id if expression.anchor == "publication" else None


def opening_tag(expression: TimeExpression, identifier: str, anchor: str | None) -> str:
    """One TIMEX3 start tag."""
    attributes = {"tid": identifier, "type": expression.type, "value": timeml_value(expression.value)}
    if expression.mod:
        attributes["mod"] = expression.mod
    if anchor:
        attributes["anchorTimeID"] = anchor
    return "<TIMEX3 " + " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items()) + ">"


def timeml_value(value: str) -> str:
    """The value as TimeML corpora write it: week numbers without a leading zero (1998-W7)."""
    return re.sub(r"-W0(\d)", r"-W\1", value)


def nested_span(source: TimeMLText, expression: TimeExpression) -> tuple[int, int] | None:
    """Where the tags go in the file, moved out of tags that they would cross; None where that cannot be done."""
    begin, end = source.places[expression.start][0], source.places[expression.end - 1][1]
    for tag in re.finditer(r"<(/?)(\w+)[^>]*?(/?)>", source.content[begin:end]):
        if tag.group(1) and not _opened(source.content[begin : begin + tag.start()], tag.group(2)):
            before = re.search(rf"<{tag.group(2)}\b[^>]*>\Z", source.content[:begin])
            if before is None:
                return None
            return nested_from(source.content, before.start(), end)
    return nested_from(source.content, begin, end)


def _opened(text: str, name: str) -> bool:
    return len(re.findall(rf"<{name}\b", text)) > len(re.findall(rf"</{name}>", text))


def nested_from(content: str, begin: int, end: int) -> tuple[int, int] | None:
    """The span with its end moved past the closing tag of what it opens; None where text would come between."""
    opened = re.findall(r"<(\w+)\b[^>]*[^/]>", content[begin:end])
    closed = re.findall(r"</(\w+)>", content[begin:end])
    for name in closed:
        if name not in opened:
            return None
        opened.remove(name)
    for name in reversed(opened):
        closing = re.match(rf"</{name}>", content[end:])
        if closing is None:
            return None
        end += closing.end()
    return begin, end


def new_timeml(name: str, text: str, dct: str | None) -> str:
    """A TimeML file for plain text."""
    value = dct or ""
    attributes = f'tid="t0" type="DATE" value={quoteattr(value)} functionInDocument="CREATION_TIME"'
    return (
        f'<?xml version="1.0" ?>\n<TimeML>\n<DOCID>{escape(name)}</DOCID>\n'
        f"<DCT><TIMEX3 {attributes}>{escape(value)}</TIMEX3></DCT>\n<TEXT>{escape(text)}</TEXT>\n</TimeML>\n"
    )
