"""Copies of one wire story: sketches of the articles come in, each copy's original goes out.

A sketch is a fixed fraction of the hashes of all five-word sequences (FracMinHash, as in Broder's resemblance and
containment), so that two sketches tell how much of one text stands in the other. Articles that share sampled hashes are
compared, no others.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from ingest.resolve.records import ArticleSummary

WORD = re.compile(r"\w+")
SEQUENCE = 5  # words
KEEP = 4  # one hash in so many
SHORT = 40  # sequences under which a text keeps too few hashes to judge by
CONTAINED = 0.75  # share of the shorter text that stands in the longer
RESEMBLE = 0.5  # share of both texts that is common
COMPARED = 8  # earlier articles that an article is compared with: those sharing most


def sketch(text: str) -> tuple[int, ...]:
    """The sampled hashes of a text, sorted; empty for a text too short to judge."""
    words = WORD.findall(text.casefold())
    if len(words) < SHORT + SEQUENCE:
        return ()
    sequences = zip(*(islice(words, start, None) for start in range(SEQUENCE)), strict=False)
    hashes = {zlib.crc32(" ".join(sequence).encode()) for sequence in sequences}
    return tuple(sorted(h for h in hashes if h % KEEP == 0))


def find_duplicates(summaries: Sequence[ArticleSummary]) -> dict[str, str]:
    """Each copy's id with its original's: the earliest article of which it is a copy, never itself a copy.

    `summaries` are in order of publication.
    """
    first_with: dict[int, int] = {}
    duplicates: dict[str, str] = {}
    for i, summary in enumerate(summaries):
        shared = Counter(first_with[h] for h in summary.sketch if h in first_with)
        best = sorted(shared, key=lambda j: (-shared[j], j))[:COMPARED]
        original = next((j for j in sorted(best) if is_copy(summary.sketch, summaries[j].sketch)), None)
        if original is not None:
            duplicates[summary.id] = summaries[original].id
            continue
        for h in summary.sketch:
            first_with.setdefault(h, i)
    return duplicates


def is_copy(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two sketches are of one text, slightly edited or cut."""
    common = len(set(one).intersection(other))
    if not common:
        return False
    contained = common / min(len(one), len(other))
    resembling = common / (len(one) + len(other) - common)
    return contained >= CONTAINED and resembling >= RESEMBLE
