"""Characters: takes any text, gives it in one spelling of its characters, so that rules and offsets can rely on it.

Unicode NFC; mojibake and HTML entities repaired (ftfy); every kind of blank is a space, every kind of line end `\\n`;
what cannot be seen is gone. Curly double quotes stay as written, since they tell an opening from a closing mark, and
their variants („ « ‟ ``) become “ or ”; an apostrophe inside a word is always `'`. Hyphens are `-`, the dashes – and —
stay, and ` -- ` becomes ` — `. `clean(clean(text)) == clean(text)`.
"""

from __future__ import annotations

import re

from ftfy import TextFixerConfig, fix_text

FTFY = TextFixerConfig(uncurl_quotes=False, unescape_html=True)

SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
LINE_ENDS = "\u2028\u2029\u0085\v\f"
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060\u2061\u2062\u2063\u2064"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb\ufffc"
)
"""Soft hyphen, zero-width characters, marks of writing direction, byte order mark, object replacement."""

TABLE = str.maketrans(
    {
        **dict.fromkeys(SPACES, " "),
        **dict.fromkeys(LINE_ENDS, "\n"),
        **dict.fromkeys(INVISIBLE),
        **dict.fromkeys(map(chr, [*range(0x00, 0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)])),
        **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),  # half a character: no database takes it
        **dict.fromkeys("\u201e\u201f\u00ab\u2e42\u301d", "\u201c"),
        **dict.fromkeys("\u00bb\u301e\u301f", "\u201d"),
        **dict.fromkeys("\u201a\u201b\u2039", "\u2018"),
        "\u203a": "\u2019",
        **dict.fromkeys("\u02bc\u02b9\u2032\u055a", "'"),
        "\u2033": '"',
        **dict.fromkeys("\u2010\u2011\u2012\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2015\ufe58", "\u2014"),
    }
)
SUSPECT = re.compile(r"[^\x20-\x25\x27-\x7e\u2013\u2014\u2018\u2019\u201c\u201d\u2026]")
"""What makes a line worth ftfy's look; ASCII (without `&`) and the usual marks of print need no repair."""
JOINERS = re.compile(r"(?<![^\x00-\u024f])[\u200c\u200d]+|[\u200c\u200d]+(?![^\x00-\u024f])")
APOSTROPHE = re.compile(r"(?<=\w)[\u2019\u00b4`](?=\w)")
TEX_OPENING = re.compile(r"``(?=\S)")
TEX_CLOSING = re.compile(r"(?<=\S)''(?!')")
SPACES_IN_A_ROW = re.compile(" {2,}")
TWO_HYPHENS = re.compile(r"(?<=[^\s-]) -{2,3}(?=\s+[^\s-])|(?<=\w)--(?=\w)")
MOST_ROUNDS = 8


def clean(text: str) -> str:
    """The text in normal form; may be shorter or longer. Repeated until nothing changes, as repairs uncover others."""
    for _ in range(MOST_ROUNDS):
        cleaned = _once(text)
        if cleaned == text:
            break
        text = cleaned
    return text


def _once(text: str) -> str:
    repaired = (fix_text(line, FTFY) if SUSPECT.search(line) else line for line in text.split("\n"))
    text = "\n".join(repaired).translate(TABLE)
    if "\u200c" in text or "\u200d" in text:
        text = JOINERS.sub("", text)
    if "``" in text or "''" in text:
        text = TEX_CLOSING.sub("\u201d", TEX_OPENING.sub("\u201c", text))
    text = SPACES_IN_A_ROW.sub(" ", text)
    if "--" in text:
        text = TWO_HYPHENS.sub(lambda m: " \u2014" if m.group()[0] == " " else "\u2014", text)
    return APOSTROPHE.sub("'", text)


def clean_line(text: str | None) -> str | None:
    """A title or a name in normal form, on one line; None for what is empty."""
    return (" ".join(clean(text).split()) or None) if text else None
