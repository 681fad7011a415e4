"""Reading: takes files and folders, gives one `RawArticle` or `Rejected` for every article offered.

Each format has a module of its own; this one opens files, checks size and encoding, adds what manifests say, and
turns every `InputError` into a `Rejected` row, so that one bad file never costs the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from ingest.errors import InputError
from ingest.model import Metadata, RawArticle, Rejected
from ingest.read import fields, html, json_, text
from ingest.read.encoding import Undecodable, decode
from ingest.read.walk import Offered, discover

LONGEST_TEXT = 900_000  # characters of one article; the parser takes a million, and normalising may add some
MEGABYTE = 1_000_000

Parser = Callable[[str, str], tuple[str, Metadata, tuple[str, ...]]]
ONE_ARTICLE: Mapping[str, Parser] = {
    ".txt": text.article,
    ".text": text.article,
    ".md": text.markdown,
    ".markdown": text.markdown,
    ".html": html.article,
    ".htm": html.article,
    ".xhtml": html.article,
}
LINES = frozenset({".jsonl", ".ndjson"})
FORMATS = ".txt, .md, .html, .json, .jsonl"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """`max_bytes` bounds a file (for `.jsonl` a line); `fields` maps a field to its name in JSON (see `fields`)."""

    max_bytes: int = 10 * MEGABYTE
    fields: Mapping[str, str] = field(default_factory=dict)


def read(paths: Sequence[Path], options: ReadOptions | None = None) -> Iterator[RawArticle | Rejected]:
    """Every article under the paths, in a fixed order; what cannot be used comes out as `Rejected` with its reason."""
    options = options or ReadOptions()
    for offered in discover(paths):
        yield from _read_file(offered, options)


def _read_file(offered: Offered, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    ending = offered.file.suffix.lower()
    sha256: str | None = None
    try:
        _check_kind(offered, ending)
        if ending in LINES:
            yield from _read_lines(offered, options)
            return
        data = _bytes_of(offered, options.max_bytes)
        sha256 = hashlib.sha256(data).hexdigest()
        if ending == ".json":
            yield from _read_json(offered, data, sha256, options)
        else:
            yield _one_article(offered, data, sha256, ONE_ARTICLE[ending])
    except InputError as error:
        yield Rejected(offered.path, str(error), sha256)
    except OSError as error:
        problem = InputError(offered.path, f"cannot be read ({error.strerror or error})", "Check its permissions")
        yield Rejected(offered.path, str(problem), sha256)


def _check_kind(offered: Offered, ending: str) -> None:
    if offered.problem:
        raise InputError(offered.path, *offered.problem)
    if not offered.file.is_file():
        raise InputError(offered.path, "is no file that can be opened (a dead link, or a device)", "Remove it")
    if ending not in ONE_ARTICLE and ending not in LINES and ending != ".json":
        problem = f"is in no format that is read ({ending or 'no ending'})"
        raise InputError(offered.path, problem, f"Formats are {FORMATS}; convert it, or keep it elsewhere")


def _bytes_of(offered: Offered, max_bytes: int) -> bytes:
    with offered.file.open("rb") as stream:
        data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise _too_large(offered.path, max_bytes)
    return data


def _too_large(path: str, max_bytes: int, position: str | None = None) -> InputError:
    problem = f"is larger than the limit of {max_bytes / MEGABYTE:g} MB"
    return InputError(path, problem, "Split it, or raise the limit with --max-bytes", position)


def _text_of(data: bytes, path: str, position: str | None = None) -> tuple[str, tuple[str, ...]]:
    if not data.strip():
        raise InputError(path, "is empty", "Remove it, or fetch the article again", position)
    try:
        decoded, note = decode(data)
    except Undecodable as error:
        raise InputError(path, str(error), "Save it as UTF-8 text", position) from error
    return decoded.replace("\r\n", "\n").replace("\r", "\n"), (note,) if note else ()


def _one_article(offered: Offered, data: bytes, sha256: str, parse: Parser) -> RawArticle:
    decoded, notes = _text_of(data, offered.path)
    body, stated, more = parse(decoded, offered.path)
    return _article(offered, "", sha256, body, stated, notes + more)


def _read_json(offered: Offered, data: bytes, sha256: str, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    decoded, notes = _text_of(data, offered.path)
    found, listed = json_.items(decoded, offered.path)
    if not found:
        raise InputError(offered.path, "is an empty list", "Remove it, or fetch the articles again")
    for number, item in enumerate(found, start=1):
        which = f"#{number}" if listed else ""
        own = sha256 if not listed else hashlib.sha256(repr(item).encode("utf-8", "surrogatepass")).hexdigest()
        yield _item(offered, which, own, item, notes, options, f"item {number}" if listed else None)


def _bounded_lines(stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """Lines one by one; None for a line of more than `most` bytes, which is passed over without keeping it."""
    while line := stream.readline(most + 1):
        if len(line) <= most or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(most)) and not rest.endswith(b"\n"):
            pass
        yield None


def _read_lines(offered: Offered, options: ReadOptions) -> Iterator[RawArticle | Rejected]:
    """One article a line; numbered by line, so that a bad line shifts no other."""
    empty = True
    with offered.file.open("rb") as stream:
        for number, line in enumerate(_bounded_lines(stream, options.max_bytes), start=1):
            if line is not None and not line.strip():
                continue
            empty = False
            yield _read_line(offered, number, line, options)
    if empty:
        raise InputError(offered.path, "is empty", "Remove it, or fetch the articles again")


def _read_line(offered: Offered, number: int, line: bytes | None, options: ReadOptions) -> RawArticle | Rejected:
    which, position = f"#{number}", f"line {number}"
    if line is None:
        return Rejected(offered.path + which, str(_too_large(offered.path, options.max_bytes, position)))
    sha256 = hashlib.sha256(line.strip()).hexdigest()
    try:
        decoded, notes = _text_of(line, offered.path, position)
        item = json_.load(decoded, offered.path, number)
    except InputError as error:
        return Rejected(offered.path + which, str(error), sha256)
    return _item(offered, which, sha256, item, notes, options, position)


def _item(
    offered: Offered,
    which: str,
    sha256: str,
    item: object,
    notes: tuple[str, ...],
    options: ReadOptions,
    position: str | None,
) -> RawArticle | Rejected:
    try:
        body, stated, more = json_.article(item, offered.path, options.fields, position)
        return _article(offered, which, sha256, body, stated, notes + more, position)
    except InputError as error:
        return Rejected(offered.path + which, str(error), sha256)


def _article(
    offered: Offered,
    which: str,
    sha256: str,
    body: str,
    stated: Metadata,
    notes: tuple[str, ...],
    position: str | None = None,
) -> RawArticle:
    if not any(map(str.isalnum, body)):
        raise InputError(offered.path, "holds no text", "Remove it, or fetch the article again", position)
    if len(body) > LONGEST_TEXT:
        problem = f"has a text of {len(body):,} characters, more than one article can have ({LONGEST_TEXT:,})"
        raise InputError(offered.path, problem, "Split it into articles", position)
    stated, more = _with_manifests(offered, which, stated)
    return RawArticle(offered.path + which, sha256, body, stated, notes + more)


def _with_manifests(offered: Offered, which: str, stated: Metadata) -> tuple[Metadata, tuple[str, ...]]:
    """The metadata with what the manifests add; where the two disagree on the date, the article's own word stands."""
    notes: list[str] = []
    for source in offered.manifests:
        values = source.fields_for(offered.file, which)
        if not values:
            continue
        try:
            told = fields.metadata(values, source.name, f"entry {offered.path}{which}", "manifest")
        except InputError as error:
            if stated.published is None:
                raise
            notes.append(str(error))
            told = fields.metadata({**values, "published": None}, source.name, None, "manifest")
        if stated.published and told.published and stated.published[:10] != told.published[:10]:
            notes.append(f"published {stated.published} by {stated.published_basis}, {told.published} by {source.name}")
        stated = fields.completed(stated, told)
    return stated, tuple(notes)
