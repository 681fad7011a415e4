"""Pull quotes: takes the readable paragraphs of an article, gives the numbers of those that only repeat others.

A paragraph is one where its words, quotation marks aside, stand in an earlier paragraph nearly as they are. One set
wholly in quotation marks, with no speaker, may also stand before the longer paragraph from which it is taken. Runs of
three words find the candidates, so that the cost stays linear; the edit distance then decides. Sentences that differ
in a name, a number or a negation are never one: a list of results is no list of repeats.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

FEWEST_WORDS = 6
MOST_WORDS = 90  # a longer paragraph is no pull quote
RUN = 3  # words
SHARED = 0.7  # of the paragraph's runs of words must stand in the other
ALIKE = 92.0  # rapidfuzz partial ratio
WORD = re.compile(r"\w+")
LONGER = 1.15  # at most, than what it repeats
TELLING = re.compile(r"\b(?:\w*\d\w*|(?<=[\w,] )[A-Z]\w*|not|no|never|t)\b")
MARKED = re.compile(r"""^["“‘'].*["”’']$""", re.DOTALL)
MARKERS = re.compile(r"\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]")


def pull_quotes(paragraphs: Sequence[str]) -> list[int]:
    """Positions of the paragraphs that repeat another one, whole or in part."""
    words = [WORD.findall(MARKERS.sub(" ", paragraph).lower()) for paragraph in paragraphs]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, of_paragraph in enumerate(words):
        for run in _runs(of_paragraph):
            holders[run].append(i)
    found: list[int] = []
    for i, of_paragraph in enumerate(words):
        if not FEWEST_WORDS <= len(of_paragraph) <= MOST_WORDS:
            continue
        other = _best_holder(i, of_paragraph, holders, found)
        if other is None or (other > i and not _is_taken_out(paragraphs[i], of_paragraph, words[other])):
            continue
        if len(of_paragraph) > LONGER * len(words[other]) or _says_something_else(paragraphs[i], words[other]):
            continue
        if fuzz.partial_ratio(" ".join(of_paragraph), " ".join(words[other])) >= ALIKE:
            found.append(i)
    return found


def _says_something_else(paragraph: str, other: Sequence[str]) -> bool:
    """True where the paragraph has a number, a name or a negation that the other one lacks."""
    return not {word.lower() for word in TELLING.findall(MARKERS.sub(" ", paragraph))} <= set(other)


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[k:] for k in range(RUN)), strict=False))


def _best_holder(
    i: int, words: Sequence[str], holders: dict[tuple[str, ...], list[int]], repeats: Sequence[int]
) -> int | None:
    """The other paragraph that shares most runs of words with this one, if those are enough."""
    runs = _runs(words)
    shared: Counter[int] = Counter()
    for run in runs:
        if len(holders[run]) > 1:
            shared.update(j for j in holders[run] if j != i and j not in repeats)
    best = min(shared, key=lambda j: (-shared[j], j), default=None)
    return best if best is not None and shared[best] >= SHARED * len(runs) else None


def _is_taken_out(paragraph: str, words: Sequence[str], other: Sequence[str]) -> bool:
    """True for a paragraph set wholly in quotation marks that stands before the longer one it is taken from."""
    return len(other) > len(words) and bool(MARKED.match(paragraph))
