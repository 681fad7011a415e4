"""Names of organisations: takes two, says whether they are one body's.

A body is called by its initials, without its legal form or its country, with its words in another order ("Agriculture
Department", "Department of Agriculture"), or by what it is alone ("the House" after "House of Representatives", "the
Judiciary Committee"), where more than one body of the article may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ingest.extract.participants.abbreviations import SMALL_WORDS, legal_forms, stands_for
from ingest.extract.participants.countries import all_country_forms
from ingest.extract.participants.phrases import plain
from ingest.extract.participants.shapes import telling_words
from ingest.extract.participants.tables import words as word_class

LONGER = {"co": "company", "corp": "corporation", "inc": "incorporated", "ltd": "limited"}  # one form, two spellings


def is_short_for(short: str, long: str) -> bool:
    """Whether `short` stands for `long` by its form: initials, or less of the same words."""
    if stands_for(short, long) or shortens(short, long) or leaves_off_country(short, long):
        return True
    return same_words(short, long) or any(stands_for(short, home) for home in _without_country(long))


def same_words(one: str, other: str) -> bool:
    """Whether both have the same words, but for small words, hyphens, possessives, a legal form that one leaves off,
    and the order of an office and its matter.
    """
    (plain_one, turned_one, forms_one), (plain_other, turned_other, forms_other) = _words(one), _words(other)
    if not plain_one or (plain_one not in (plain_other, turned_other) and turned_one != plain_other):
        return False
    shorter = min(len(forms_one), len(forms_other))
    return forms_one[:shorter] == forms_other[:shorter]


@lru_cache(maxsize=10_000)
def _words(name: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The strong words of a name in order, those with the matter of an office before it, and the legal forms."""
    plain_name = plain(name).lower().replace(",", "").replace("-", " ")
    words = [word.rstrip(".").removesuffix("'s") for word in plain_name.split()]
    end = _end(words)
    forms = tuple(LONGER.get(form, form) for form in words[end:])
    words = words[:end]
    of = words.index("of", 1) if "of" in words[1:] else 0
    turned = [*words[of + 1 :], *words[:of]] if of and words[of - 1] in word_class("office") else []
    return _strong(words), _strong(turned), forms


def _end(words: Sequence[str]) -> int:
    """Where legal forms begin that end a name, given in lower case; its first word is none."""
    end = len(words)
    while end > 1 and words[end - 1].rstrip(".") in _endings():
        end -= 1
    return end


@lru_cache(maxsize=1)
def _endings() -> frozenset[str]:
    return legal_forms() | {"group", "holdings"}


def _strong(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in SMALL_WORDS)


def _without_country(long: str) -> Iterator[str]:
    """What follows the country in "U.S. General Services Administration"."""
    words = long.split()
    for count in range(1, len(words) - 1):
        if " ".join(words[:count]) in all_country_forms():
            yield " ".join(words[count:])


def leaves_off_country(short: str, long: str) -> bool:
    """Whether `long` is `short` with its country before it ("Supreme Court", "United States Supreme Court")."""
    country = long.removesuffix(f" {short}")
    return country != long and len(short.split()) > 1 and country in all_country_forms()


def leaves_off_home(short: str, long: str) -> bool:
    """Whether `short` is the plural that ends a name, as of a team ("Rangers", "Queens Park Rangers")."""
    plural = short.istitle() and short.endswith("s") and not short.endswith("ss") and " " not in short
    return plural and long.endswith(f" {short}") and short.lower() not in telling_words()


def shortens(short: str, long: str) -> bool:
    """Whether `short` begins `long` and leaves off only what tells its kind ("Ford", "Ford Motor Company")."""
    a, b = short.lower().split(), long.lower().replace(",", "").split()
    if not a or len(a) >= len(b) or b[: len(a)] != a or len(a[0]) < 3:
        return False
    return any(telling_words().get(word) == "organisation" for word in b[len(a) :]) and not (
        telling_words().get(a[-1]) or a[-1] in SMALL_WORDS
    )


def tells_what_it_is(short: str, long: str) -> bool:
    """Whether `short` can mean `long` by what it is: its last words, or its first before "of" ("Council" for "Coast
    Council", "Judiciary Committee" for "House Judiciary Committee", "House" for "House of Lords").
    """
    if long.startswith(f"{short} of "):
        return True
    before = long.removesuffix(f" {short}")
    if before in ("", long) or (short.lower() in word_class("lone") and before not in all_country_forms()):
        return False
    joined = before.split()[-1].lower() in SMALL_WORDS  # two bodies, taken for one
    return not joined and telling_words().get(short.lower().split()[-1]) == "organisation"


def is_part_of(short: str, long: str) -> bool:
    """Whether `short` begins `long`, or is the last word of a firm's name before its legal form ("Goldwyn" for
    "Goldwyn Bell" or "Samuel Goldwyn Co.").
    """
    words, parts = long.replace(",", "").split(), short.split()
    end = _end(long.lower().replace(",", "").split())
    if len(parts) >= end or len(parts[0]) < 3 or short.lower() in telling_words():
        return False
    return parts == words[: len(parts)] or (end < len(words) and parts == words[end - 1 : end])
