"""Citation markers: takes an article, gives one `Citation` for each number that a marker in its prose names.

"[2, 4]" and "[3-5]" are markers; "[2019]", "[sic]" and the numbers of the reference list itself are not. A marker
belongs to the sentence that it stands in or, after the full stop, directly follows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ingest.model import Article, Citation, Sentence
from ingest.nlp import MARKER, SILENT_ROLES

PART = re.compile(r"(\d{1,3})(?:\s*[–-]\s*(\d{1,3}))?")
LONGEST_RANGE = 50  # a wider "range" is more likely a page span or a score


def find_citations(article: Article, sentences: Sequence[Sentence]) -> list[Citation]:
    """All citations in text order; offsets are those of the whole marker."""
    spoken = [sentence for sentence in sentences if sentence.start < sentence.end]
    silent = [(block.start, block.end) for block in article.blocks if block.role in SILENT_ROLES]
    found = []
    for match in MARKER.finditer(article.text):
        if not spoken or any(start <= match.start() < end for start, end in silent):
            continue
        sentence = _sentence_of(article.text, spoken, match.start())
        for number in _numbers(match.group()):
            found.append(Citation(match.start(), match.end(), sentence.position, match.group(), number))
    return found


def _numbers(marker: str) -> Iterator[int]:
    for first, last in PART.findall(marker):
        low, high = int(first), int(last or first)
        if low <= high <= low + LONGEST_RANGE:
            yield from range(low, high + 1)
        else:
            yield from (low, high)


def _sentence_of(text: str, sentences: Sequence[Sentence], at: int) -> Sentence:
    """The sentence around `at`; for a marker that begins one or stands after its end, the one before it."""
    index = max(bisect_right([sentence.start for sentence in sentences], at) - 1, 0)
    found = sentences[index]
    if index and not MARKER.sub("", text[found.start : at]).strip() and "\n" not in text[sentences[index - 1].end : at]:
        return sentences[index - 1]
    return found
