"""Abbreviations: which an article explains itself, and whether one can stand for a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ingest.extract.participants.tables import rows

SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "&", "a"})
WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")
IN_NAME = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
POSSESSIVE = re.compile(r"['’]s?$")
BRACKETED = re.compile(r"\(([A-Z][A-Z.&]{1,9})\)")
BEFORE = 120  # characters before a bracket in which the full name stands


def explanations(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a name stands that an abbreviation in brackets follows, and the abbreviation, which may have its letters in
    the order of another language ("Popular Front of the Coast (FCP)").
    """
    for match in BRACKETED.finditer(text):
        letters = _letters(match.group(1))
        line = text.rfind("\n", 0, match.start()) + 1
        before = text[max(line, match.start() - BEFORE) : match.start()]
        words = list(IN_NAME.finditer(before))
        capitalised = [k for k, word in enumerate(words) if word.group()[0].isupper()]
        if len(capitalised) < len(letters) or not before.rstrip().endswith(words[-1].group()):
            continue
        chosen = capitalised[-len(letters) :]
        initials = "".join(words[k].group()[0] for k in chosen)
        in_other_order = len(letters) > 2 and sorted(initials) == sorted(letters)
        between = [words[k].group().lower() for k in range(chosen[0], len(words)) if k not in chosen]
        whole = chosen[-1] == len(words) - 1 and SMALL_WORDS.issuperset(between)
        if whole and (initials == letters or in_other_order):
            start = match.start() - len(before)
            last = POSSESSIVE.sub("", words[-1].group())
            yield start + words[chosen[0]].start(), start + words[-1].start() + len(last), match.group(1)


def shares_letters(short: str, long: str) -> bool:
    """Whether an abbreviation of three letters or more has the initials of a name, in whatever order."""
    letters = _letters(short)
    words = [word for word in WORD.findall(long) if word[0].isupper()]
    return len(letters) > 2 and letters.isupper() and sorted(letters) == sorted(_initials(words))


def stands_for(short: str, long: str) -> bool:
    """Whether `short` is made of the initials of `long` ("NTSB", "National Transportation Safety Board"; "AT&T")."""
    letters = _letters(short)
    if not (2 <= len(letters) <= 8 and letters.isupper()):
        return False
    words = WORD.findall(long)
    in_full = "." in short or not words or words[-1].lower().rstrip(".") not in legal_forms()
    told = words if in_full else words[:-1]  # "GM" leaves off "Corporation"; "N.C." has all that it stands for
    strong = [word for word in words if word.lower() not in SMALL_WORDS]
    short_of_form = [word for word in told if word.lower() not in SMALL_WORDS]
    return len(told) > 1 and letters in {_initials(row) for row in (words, strong, told, short_of_form)}


@lru_cache(maxsize=1)
def legal_forms() -> frozenset[str]:
    """Last words of a firm's name that tell its legal form (`lexicons/legal_forms.tsv`)."""
    return frozenset(row["form"] for row in rows("legal_forms.tsv"))


@lru_cache(maxsize=1)
def _sure_forms() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("legal_forms.tsv") if row["left_out"] == "always")


def ends_as_firm(name: str) -> bool:
    """Whether a legal form ends the name for sure; "Jefferson Co." may be a county."""
    *words, last = name.lower().replace(".", "").split()
    return last in _sure_forms() and len(words) >= (2 if last == "co" else 1)


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words).upper()


def _letters(abbreviation: str) -> str:
    return abbreviation.replace(".", "").replace("&", "")
