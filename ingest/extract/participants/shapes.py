"""The shape of names: particles, suffixes, capitals, and last words that tell what a name is of."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from spacy.tokens import Span, Token

from ingest.extract.participants.phrases import plain
from ingest.extract.participants.tables import rows

HYPHENS = ("-", "‑")
PARTICLES = (
    frozenset({"anak", "ap", "arap", "binti", "ole", "ould", "mint", "ua", "ní", "nic", "wa"})
    | frozenset({"al", "el", "bin", "ibn", "ben", "bint", "abu", "abd", "de", "del", "della", "di", "da", "das"})
    | {*("do", "dos", "du", "la", "le", "van", "von", "der", "den", "ter", "ten", "zu", "af", "av", "y", "e")}
)
SUFFIXES = frozenset({"jr.", "jr", "sr.", "sr", "ii", "iii", "iv"})


@lru_cache(maxsize=1)
def telling_words() -> dict[str, str]:
    """Last words of names, lower case, with the kind of what they name (`lexicons/name_words.tsv`)."""
    return {row["word"]: row["kind"] for row in reversed(rows("name_words.tsv"))}


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """`m` or `f` by lower-case given name, for names that are hardly ever the other's (`lexicons/given_names.tsv`)."""
    return {name: row["gender"] for row in reversed(rows("given_names.tsv")) for name in row["names"].lower().split()}


def gender_of_given(name: str) -> str | None:
    """`m` or `f` for a given name, hyphenated ones by their first part ("Jussi-Pekka"), in any case; else None."""
    known = given_names()
    parts = name.lower().replace(HYPHENS[1], HYPHENS[0]).split(HYPHENS[0])
    return known.get(HYPHENS[0].join(parts)) or (known.get(parts[0]) if all(part in known for part in parts) else None)


def folded(text: str) -> str:
    """`text` in lower case without accents, as names are compared ("Erdoğan" and "Erdogan" are one)."""
    apart = unicodedata.normalize("NFD", plain(text))
    return "".join(c for c in apart if not unicodedata.combining(c)).lower()


def kind_of_last_word(name: str) -> str | None:
    """`organisation` for "Finance Ministry", "Bank of Japan" or "Union for Work", `place` for "Narita Airport"; None
    without a sign.
    """
    words = name.lower().replace(",", "").split()
    if not words:
        return None
    joint = next((k for k, word in enumerate(words[1:], 1) if word in ("of", "for")), None)
    if joint is not None:
        before = words[joint - 1]
        head = telling_words().get(f"{before} {words[joint]}") or telling_words().get(before)
        if head or telling_words().get(words[-1]) != "instrument":
            return _entity_kind(head) if head else None
    found = telling_words().get(words[-1]) if len(words) > 1 else None
    return _entity_kind(found) if found else None


def place_kind_of_last_word(name: str) -> str | None:
    """`water`, `site` or `region` for "South China Sea", "Narita Airport", "Ohio Valley"; None without a sign."""
    words = name.lower().split()
    for word in (words[-1], words[0]) if len(words) > 1 else ():
        found = telling_words().get(word)
        if found in ("water", "site", "region"):
            return found
    return None


def _entity_kind(kind: str) -> str:
    return {"water": "place", "site": "place", "region": "place", "instrument": "other"}.get(kind, kind)


def is_capitalised(token: Token) -> bool:
    """Whether a token begins with a capital letter, also after an elision ("d'Ivoire", "al-Bashir")."""
    text = token.text
    return text[:1].isupper() or (len(text) > 2 and "'" in text[:3] and any(c.isupper() for c in text))


def is_surname_like(token: Token) -> bool:
    """Whether a token is letters that begin with a capital, whatever apostrophes stand between them ("O'Hara")."""
    return is_capitalised(token) and token.text.replace("'", "").replace("’", "").isalpha()


def looks_like_name(span: Span) -> bool:
    """Whether a span has letters and is neither a bare number nor a web address or handle."""
    text = span.text
    return any(c.isalpha() for c in text) and not text.startswith(("@", "#", "http", "www."))
