"""When two names count as the same in an evaluation."""

from __future__ import annotations

import re
from collections.abc import Iterable

WORD = re.compile(r"\w+")
INITIAL_DOTS = re.compile(r"\b(\w)\.(?=\w\.|\s|$)")
SHORT_FORMS = {
    "us": "united states",
    "usa": "united states",
    "america": "united states",
    "uk": "united kingdom",
    "britain": "united kingdom",
    "eu": "european union",
    "un": "united nations",
    "uae": "united arab emirates",
}
TITLES = frozenset(
    {"the", "of", "president", "prime", "minister", "mr", "mrs", "ms", "dr", "sir", "king", "queen", "senator"}
)
MOST_WORDS_MORE = 3  # "Trump" and "Donald Trump" are one name, a whole sentence that holds "Trump" is not


def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [word.lower() for word in WORD.findall(text)]


def name_key(name: str | None) -> frozenset[str]:
    """The words that tell a name from another: no titles, no dots in initials, countries' short forms written out."""
    plain = INITIAL_DOTS.sub(r"\1", name or "").lower().strip()
    return frozenset(words(SHORT_FORMS.get(re.sub(r"^the ", "", plain), plain))) - TITLES


def same_name(gold: str | None, forms: Iterable[str | None]) -> bool:
    """Whether any of the forms is the gold name, or one contains the other with at most three words more."""
    want = name_key(gold)
    return any(
        bool(want and have) and (want <= have or have <= want) and len(want ^ have) <= MOST_WORDS_MORE
        for have in map(name_key, forms)
    )
