"""Words as evidence: text goes in, stems come out, and how rare each is in the corpus.

Rarity is inverse document frequency in hundredths, a whole number. A prior of a hundred imagined articles, in which
common news words are frequent and all others rare, keeps it meaningful for a corpus of two.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from sys import intern

from ingest.resolve.lexicons import words_of

TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*")
PRIOR = 100  # imagined articles
COMMON, UNCOMMON = 40.0, 0.5  # of which a common word is in forty, any other in half a one
SHORTEST = 3  # letters of a word that counts; numbers count at any length


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case without accents, curly quotes and dots between initials ("U.N." is "un")."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    plain = plain.replace("’", "'").replace("ı", "i").replace("ø", "o").replace("Ø", "o").replace("ł", "l")
    return re.sub(r"(?<=\b\w)\.(?=\w\.|\s|$)", "", plain).replace("ß", "ss").casefold().strip()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word without its inflection, roughly: enough for "strikes" to meet "striking"."""
    word = fold(word)
    for ending, instead, shortest in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            word = word[: -len(ending)] + instead
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] in "bdgmnprt":
        word = word[:-1]
    return intern(word[:-1] if len(word) > 4 and word.endswith("e") else word)


_ENDINGS: tuple[tuple[str, str, int], ...] = (
    ("'s", "", 1), ("sses", "ss", 1), ("ies", "y", 2), ("ied", "y", 2), ("ing", "", 3), ("ed", "", 3),
    ("ches", "ch", 1), ("shes", "sh", 1), ("xes", "x", 1), ("ss", "ss", 1), ("us", "us", 1), ("s", "", 2),
)  # fmt: skip


def stems(text: str) -> set[str]:
    """The stems of the words in `text` that carry meaning: numbers, and words of three letters or more, function words
    left out."""
    little = words_of("resolve_little_words")
    found = set()
    for token in TOKEN.findall(text):
        if (len(token) >= SHORTEST and token.casefold() not in little) or token[0].isdigit():
            found.add(stem(token))
    return found


class Rarity:
    """How much a shared feature tells: `of(feature)` in hundredths, after every article was counted."""

    def __init__(self) -> None:
        self._articles = 0
        self._counts: Counter[str] = Counter()
        self._known: dict[str, int] = {}

    def count(self, features: Iterable[str]) -> None:
        """Count one article, which holds these features."""
        self._articles += 1
        self._counts.update(set(features))
        self._known.clear()

    def of(self, feature: str) -> int:
        """Hundredths of a nat: 0 where every article has it."""
        known = self._known.get(feature)
        if known is None:
            prior = COMMON if feature in _common_stems() else UNCOMMON
            seen = self._counts[feature] + prior
            known = self._known[feature] = max(0, round(100 * math.log((self._articles + PRIOR) / seen)))
        return known

    def articles_with(self, feature: str) -> int:
        """How many articles hold it."""
        return self._counts[feature]

    def total(self, features: Iterable[str]) -> int:
        """The weight of several features."""
        return sum([self._known.get(feature) or self.of(feature) for feature in features])


@lru_cache(maxsize=1)
def _common_stems() -> frozenset[str]:
    return frozenset(map(stem, words_of("resolve_common_words")))
