"""Names compared: two names as articles write them come in, whether they can name one person or body goes out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.resolve.lexicons import table, words_of
from ingest.resolve.words import fold

SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
ARTICLE = re.compile(r"^(?:the|a|an) ")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, folded: `tokens` without the generation suffix ("jr")."""

    tokens: tuple[str, ...]
    suffix: str | None = None

    @property
    def full(self) -> bool:
        """Whether there is more than one part."""
        return len(self.tokens) > 1


@lru_cache(maxsize=100_000)
def person_name(name: str) -> PersonName:
    """Read a name such as "Ferdinand Marcos Jr."."""
    tokens = re.findall(r"\w+", fold(name).replace("'s ", " "))
    suffix = SUFFIXES.get(tokens[-1]) if len(tokens) > 1 else None
    return PersonName(tuple(tokens[:-1] if suffix else tokens), suffix)


@lru_cache(maxsize=100_000)
def body_name(name: str) -> str:
    """A body's name without article, legal form and punctuation ("The Acme Corp." is "acme")."""
    plain = " ".join(re.findall(r"\w+", ARTICLE.sub("", fold(name))))
    return _legal_forms().sub("", plain) or plain


@cache
def _legal_forms() -> re.Pattern[str]:
    """What tells a firm's legal form at the end of its name."""
    forms = [re.escape(row["form"]) for row in table("legal_forms") if row["left_out"] == "always"]
    return re.compile(rf"(?: (?:{'|'.join(forms)}))+$")


def generic(name: str) -> bool:
    """Whether a body's name fits many bodies ("police", "the Supreme Court")."""
    words = body_name(name).split()
    return not words or all(word in words_of("resolve_generic_names") or word.isdigit() for word in words)


def acronym_of(short: str, long: str) -> bool:
    """Whether `short` is made of the initials of `long`, little words left out or not ("IMF", "DRC")."""
    letters = re.sub(r"\W", "", short)
    if len(letters) < 2 or not letters.isupper() or " " in short.strip():
        return False
    words = re.findall(r"\w+", ARTICLE.sub("", fold(long)))
    meaning = [word for word in words if word not in ("of", "the", "and", "for", "in", "on")]
    return len(meaning) > 1 and letters.casefold() in ("".join(w[0] for w in words), "".join(w[0] for w in meaning))


def compatible(one: PersonName, other: PersonName) -> bool:
    """Whether two full names can be one person's: equal but for initials, middle names, order and short forms."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if sorted(one.tokens) == sorted(other.tokens):
        return True
    short, long = sorted((one.tokens, other.tokens), key=len)
    if len(short) > 1 and long[: len(short)] == short and len(short) < len(long):
        return True  # "Enrique Vega" of "Enrique Vega Soto"
    if one.tokens[-1] != other.tokens[-1]:
        return False
    return _given_names_agree(one.tokens[:-1], other.tokens[:-1])


def _given_names_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other or not _same_given(one[0], other[0]):
        return False
    short, long = sorted((one[1:], other[1:]), key=len)
    rest = iter(long)
    return all(any(_same_given(name, candidate) for candidate in rest) for name in short)


def _same_given(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return bool(_full_forms(one) & _full_forms(other))


def _full_forms(given: str) -> frozenset[str]:
    return _nicknames().get(given, frozenset()) | {given}


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    full: dict[str, set[str]] = {}
    for row in table("resolve_nicknames"):
        for short in row["short"].split():
            full.setdefault(short, set()).add(row["name"])
    return {short: frozenset(names) for short, names in full.items()}
