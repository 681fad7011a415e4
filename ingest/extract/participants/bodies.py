"""Names of organisations: takes two, says whether they are one body's.

A body is called by its initials, without its legal form or its country, with its words in another order ("Agriculture
Department", "Department of Agriculture"), or by what it is alone ("the House" after "House of Representatives", "the
Judiciary Committee"), where more than one body of the article may be meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ingest.extract.participants.abbreviations import SMALL_WORDS, legal_forms, stands_for
from ingest.extract.participants.countries import country_forms
from ingest.extract.participants.phrases import plain
from ingest.extract.participants.shapes import telling_words


def is_short_for(short: str, long: str) -> bool:
    """Whether `short` stands for `long` and for no other body."""
    if stands_for(short, long) or shortens(short, long) or leaves_off_country(short, long):
        return True
    return same_words(short, long) or any(stands_for(short, home) for home in _without_country(long))


def same_words(one: str, other: str) -> bool:
    """Whether both have the same words, in any order, but for small words, hyphens, possessives and legal forms."""
    words = _strong_words(one)
    return bool(words) and words == _strong_words(other)


def _strong_words(name: str) -> frozenset[str]:
    plain_name = plain(name).lower().replace(",", "").replace("-", " ")
    words = [word.rstrip(".").removesuffix("'s") for word in plain_name.split()]
    while len(words) > 1 and words[-1] in legal_forms():
        words.pop()
    return frozenset(words) - SMALL_WORDS


@lru_cache(maxsize=1)
def _country_forms() -> frozenset[str]:
    return frozenset(form for form, _ in country_forms())


def _without_country(long: str) -> Iterator[str]:
    """What follows the country in "U.S. General Services Administration"."""
    words = long.split()
    for count in range(1, len(words) - 1):
        if " ".join(words[:count]) in _country_forms():
            yield " ".join(words[count:])


def leaves_off_country(short: str, long: str) -> bool:
    """Whether `long` is `short` with its country before it ("Supreme Court", "United States Supreme Court")."""
    return len(short.split()) > 1 and long.endswith(short) and short in _without_country(long)


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
    """Whether `short` is what kind of body `long` is: its last words or its first before "of" ("Council" for "Coast
    Council", "Judiciary Committee" for "House Judiciary Committee", "House" for "House of Lords").
    """
    if long.startswith(f"{short} of "):
        return True
    before = long.removesuffix(f" {short}").split()[-1].lower()
    ends = long.endswith(f" {short}") and before not in SMALL_WORDS  # two bodies, taken for one
    return ends and telling_words().get(short.lower().split()[-1]) == "organisation"


def is_part_of(short: str, long: str) -> bool:
    """Whether `short` begins `long` or is its last word ("Goldwyn" for "Goldwyn Bell" or "Samuel Goldwyn Co.")."""
    words = long.replace(",", "").split()
    while len(words) > 1 and words[-1].lower().rstrip(".") in legal_forms():
        words.pop()
    parts = short.split()
    return len(parts) < len(words) and parts in (words[: len(parts)], words[-1:]) and len(parts[0]) > 2
