"""Abbreviations: which an article explains itself, and whether one can stand for a name."""

from __future__ import annotations

import re

SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "&", "a"})
WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")
BRACKETED = re.compile(r"\(([A-Z][A-Z.]{1,9})\)")
BEFORE = 120  # characters before a bracket in which the full name stands


def explained(text: str) -> dict[str, str]:
    """Abbreviations that the article itself explains, with their last word: "Economic Partnership Agreement (EPA)"."""
    found = {}
    for match in BRACKETED.finditer(text):
        letters = match.group(1).replace(".", "")
        before = text[max(0, match.start() - BEFORE) : match.start()].split("\n")[-1]
        capitalised = [word for word in before.split() if word[0].isupper()]
        if "".join(word[0] for word in capitalised[-len(letters) :]) == letters:
            found[match.group(1)] = capitalised[-1]
    return found


def stands_for(short: str, long: str) -> bool:
    """Whether `short` is made of the initials of `long` ("NTSB", "National Transportation Safety Board")."""
    letters = short.replace(".", "")
    if not (2 <= len(letters) <= 8 and letters.isupper()):
        return False
    words = [word for word in WORD.findall(long) if word]
    initials = "".join(word[0] for word in words).upper()
    strong = "".join(word[0] for word in words if word.lower() not in SMALL_WORDS).upper()
    return len(words) > 1 and letters in (initials, strong)
