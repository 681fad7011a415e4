"""Turns of a conversation: takes the text of an article, gives who is named before what is said in an interview.

Two forms: "((Jane Roe)) We began in May.", and "Jane Roe: We began in May." or "Q: When?" where at least two names take
turns so, each more than once; by itself, a colon after a name tells nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

PARAGRAPH = re.compile(r"^[ \t]*(?=\S)", re.MULTILINE)
BRACKETED = re.compile(r"\(\((?P<name>[^\W\d_a-z][^()\n]{0,60})\)\):?[ \t]+(?=\S)")
WORD = r"[^\W\d_a-z][\w.'’-]*"
WITH_COLON = re.compile(rf"(?P<name>{WORD}(?: {WORD}){{0,3}}):[ \t]+(?=\S)")
SPEAKERS, TIMES = 2, 2  # names that take turns, and how often each of them


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says: the name stands from `start` to `end`, white space included, the words up to `until`."""

    name: str
    start: int
    end: int
    until: int


@lru_cache(maxsize=32)
def find_turns(text: str) -> tuple[Turn, ...]:
    """All turns in order; a paragraph without a name goes on with the turn before it. Several stations ask in turn."""
    begins = [match.end() for match in PARAGRAPH.finditer(text)]
    bracketed = [match for at in begins if (match := BRACKETED.match(text, at))]
    named = bracketed or _taking_turns([match for at in begins if (match := WITH_COLON.match(text, at))])
    starts = [*(match.start() for match in named), len(text)]
    ends = zip(named, starts[1:], strict=True)
    return tuple(Turn(match["name"].strip(), match.start(), match.end(), until) for match, until in ends)


def _taking_turns(named: list[re.Match[str]]) -> list[re.Match[str]]:
    times = Counter(match["name"] for match in named)
    speakers = {name for name, count in times.items() if count >= TIMES}
    return [match for match in named if match["name"] in speakers] if len(speakers) >= SPEAKERS else []
