"""Bytes to text: takes the bytes of a file, gives its text and, where it is not plain UTF-8, a note on how it was read.

The order of trust: byte order mark, UTF-8, the encoding that an HTML or XML file declares, charset-normalizer's
finding. Single bytes of Windows-1252 inside UTF-8, as careless editors leave them, are read as what they are.
"""

from __future__ import annotations

import codecs
import re

import ftfy.bad_codecs  # noqa: F401  (registers sloppy-windows-1252)
from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x1f\x8b": "gzip-compressed",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "an RTF document",
    b"SQLite format 3": "a SQLite database",
}
DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,30})""", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
STRAY = re.compile("[\udc80-\udcff]")  # what Python makes of a byte that is no UTF-8
COMMONEST = "cp1252"
MOST_CONTROL = 0.02  # of all characters; real text, misread or not, has next to none


class Undecodable(ValueError):
    """The bytes are no text, or in no encoding that can be told; the message says which."""


def decode(data: bytes) -> tuple[str, str | None]:
    """The text and a note (None for clean UTF-8). Raises Undecodable."""
    for signature, kind in SIGNATURES.items():
        if data.startswith(signature):
            raise Undecodable(f"is {kind}, not text")
    text, note = _decode(data)
    if len(CONTROL.findall(text)) > MOST_CONTROL * len(text):
        raise Undecodable("is binary or in an unknown encoding")
    return text, note


def _decode(data: bytes) -> tuple[str, str | None]:
    for bom, name in BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace"), None if name == "utf-8-sig" else f"read as {name}"
    if b"\0" in data:
        return _without_mark(data)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8"), "cut off in the middle of a character"
    if _is_mostly_utf8(data):
        return data.decode("utf-8", "dateline-windows-1252"), "some bytes are no UTF-8 and were read as windows-1252"
    return _declared(data) or _detected(data)


def _without_mark(data: bytes) -> tuple[str, str]:
    """UTF-16 without a byte order mark: for most languages every other byte is zero."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    name = "utf-16-be" if even > odd else "utf-16-le"
    if max(even, odd) < 0.6 * (len(data) // 2) or min(even, odd) > 0.1 * (len(data) // 2):
        raise Undecodable("is binary, not text")
    return data.decode(name, "replace"), f"read as {name}"


def _is_mostly_utf8(data: bytes) -> bool:
    strays = data.decode("utf-8", "surrogateescape")
    bad = len(STRAY.findall(strays))
    good = sum(ch > "\x7f" for ch in strays) - bad
    return good > 2 * bad


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("sloppy-windows-1252"), error.end


codecs.register_error("dateline-windows-1252", _as_windows_1252)


def _declared(data: bytes) -> tuple[str, str] | None:
    match = DECLARED.search(data[:4096])
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    try:
        return data.decode("sloppy-windows-1252" if name in ("iso-8859-1", "latin-1") else name), f"read as {name}"
    except (LookupError, UnicodeDecodeError):
        return None


def _detected(data: bytes) -> tuple[str, str]:
    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise Undecodable("is binary or in an unknown encoding")
    for match in matches:  # where nothing speaks for another one, the commonest
        if match.encoding == COMMONEST and match.chaos <= best.chaos and match.coherence >= best.coherence:
            best = match
    return str(best), f"read as {best.encoding}"
