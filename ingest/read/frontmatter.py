"""YAML front matter: takes the text of a file, gives its fields, the rest, and notes on what could not be read.

All values are read as text, so that a date stays as it was written and a country code `NO` stays a code. Where
the YAML is broken, each line that reads `key: value` is taken by itself: one bad key does not lose the others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from ingest.errors import InputError

OPENS = re.compile(r"\s*---[ \t]*\n")
CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
KEY_LINE = re.compile(r"^[ \t]*([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*)|)$", re.MULTILINE)
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar stays a text


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Fields as they stand in the file, the text below them, and the line (from 1) of each key."""

    body: str
    fields: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def split(text: str, path: str) -> FrontMatter:
    """Separate front matter from body. Raises InputError where it begins and nothing but fields follows."""
    opening = OPENS.match(text)
    if opening is None:
        return FrontMatter(text)
    closing = CLOSES.search(text, opening.end())
    if closing is None:
        return _unclosed(text, opening.end(), path)
    block, body = text[opening.end() : closing.start()], text[closing.end() :]
    first_line = text.count("\n", 0, opening.end()) + 1
    lines = {m[1].lower(): first_line + block.count("\n", 0, m.start(1)) for m in KEY_LINE.finditer(block)}
    try:
        loaded = yaml.load(block, Loader=LOADER)
    except (yaml.YAMLError, RecursionError) as error:
        return FrontMatter(body, _by_line(block), lines, (_what_broke(error, first_line),))
    if not isinstance(loaded, Mapping):
        if not block.strip():
            return FrontMatter(body)
        return FrontMatter(text, notes=("begins with '---', but no fields follow: read as plain text",))
    return FrontMatter(body, {str(k).strip().lower(): v for k, v in loaded.items()}, lines)


def _unclosed(text: str, start: int, path: str) -> FrontMatter:
    lines = [line for line in text[start:].splitlines() if line.strip()]
    if lines and all(KEY_LINE.match(line) for line in lines):
        raise InputError(
            path, "front matter is not closed and no text follows", "Add a line '---' and the text", "line 1"
        )
    return FrontMatter(text, notes=("begins with '---' that nothing closes: read as plain text",))


def _by_line(block: str) -> dict[str, object]:
    found: dict[str, object] = {}
    for match in KEY_LINE.finditer(block):
        value = (match[2] or "").strip()
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value = value[1:-1]
        if value:
            found.setdefault(match[1].lower(), value)
    return found


def _what_broke(error: Exception, first_line: int) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"line {first_line + mark.line}: " if mark else ""
    return f"{where}front matter is not valid YAML (an unquoted colon?); its lines were read one by one"
