"""Articles in JSON: takes the decoded text of a `.json` file or one line of a `.jsonl` file, gives its items.

A file holds one object, a list of them, or an object with such a list under `articles`, `items` or `data`. Field
names are those of `ingest.read.fields`; `options.fields` names others (`{"published": "meta.crawl.date"}`, a dot
leads into a nested object).
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from ingest.errors import InputError
from ingest.model import Metadata
from ingest.read import fields, html

LISTS = ("articles", "items", "data")
Article = tuple[str, Metadata, tuple[str, ...]]


def items(text: str, path: str) -> tuple[list[object], bool]:
    """The objects in a JSON text, and whether they stood in a list. Raises InputError for what is no JSON."""
    loaded = load(text, path)
    if isinstance(loaded, Mapping):
        for name in LISTS:
            if isinstance(loaded.get(name), list) and not any(n in loaded for n in fields.NAMES["text"]):
                return list(loaded[name]), True
        return [loaded], False
    return (loaded, True) if isinstance(loaded, list) else ([loaded], False)


def load(text: str, path: str, line: int | None = None) -> object:
    """Parse JSON. Raises InputError with the line of the fault; `line` is the line on which the text stands."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        position = f"line {line or error.lineno}"
        cut = " (cut off?)" if error.pos >= len(text.rstrip()) - 1 or "Unterminated" in error.msg else ""
        raise InputError(path, f"is not valid JSON: {error.msg}{cut}", "Export it again", position) from error
    except RecursionError as error:
        raise InputError(path, "is nested too deeply to be an article", "Export it again") from error


def article(item: object, path: str, names: Mapping[str, str], position: str | None = None) -> Article:
    """Body, metadata and notes of one JSON object. Raises InputError where it is no article."""
    if not isinstance(item, Mapping):
        kind = {"list": "a list", "str": "a text", "NoneType": "null"}.get(type(item).__name__, "a number")
        raise InputError(path, f"is {kind}, not an object with fields", "Give an object with `text`", position)
    values = {name: _value(item, name, names.get(name)) for name in fields.NAMES}
    body = values["text"]
    if isinstance(body, list) and all(isinstance(p, str) for p in body):
        body = "\n\n".join(body)
    if not isinstance(body, str) or not body.strip():
        has = ", ".join(f"`{k}`" for k in list(item)[:6]) or "none"
        remedy = f"Name the field that holds the text: text={_longest(item) or 'FIELD'}"
        raise InputError(path, f"has no text of an article (fields: {has})", remedy, position)
    return html.without_markup(body), fields.metadata(values, path, position), ()


def _value(item: Mapping[str, object], name: str, mapped: str | None) -> object:
    for candidate in (mapped,) if mapped else fields.NAMES[name]:
        value = _at(item, candidate)
        if value not in (None, "", [], {}):
            return value
    return None


def _at(item: Mapping[str, object], name: str) -> object:
    if name in item:
        return item[name]
    value: object = item
    for part in name.split("."):
        if not isinstance(value, Mapping):
            return None
        value = value.get(part)
    return value


def _longest(item: Mapping[str, object]) -> str | None:
    texts = {k: len(v) for k, v in item.items() if isinstance(v, str)}
    return max(texts, key=lambda k: texts[k]) if texts else None
