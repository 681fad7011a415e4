"""Numbers in words and digits: "twenty-four", "a hundred", "5 1/2", "1,500", "two and a half", "a couple of"."""

from __future__ import annotations

import re

from ingest.timex.lexicon import value_of

FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def parse_number(text: str) -> float | None:
    """The number that the words say; None where it is vague ("several", "a few")."""
    words = [word for word in re.split(r"[\s‐‑–-]+", text.lower()) if word]
    total, current, seen = 0.0, 0.0, False
    for place, word in enumerate(words):
        if (digits := _digits(word)) is not None:
            current, seen = current + digits, True
        elif word == "half":
            current, seen = current + 0.5, True
        elif word in ("couple", "pair"):
            current, seen = current + 2, True
        elif (cardinal := value_of("CARDINAL", word)) is not None:
            current, seen = current + cardinal, True
        elif (scale := value_of("SCALE", word)) is not None:
            current, seen = (current or 1) * scale, True
            if scale >= 1000:
                total, current = total + current, 0.0
        elif word in ("a", "an") and "half" not in words[place:] and not seen:
            continue
    if not seen:
        return 1.0 if words and all(word in ("a", "an") for word in words) else None
    return total + current


def _digits(word: str) -> float | None:
    if word in FRACTIONS:
        return FRACTIONS[word]
    if re.fullmatch(r"\d+/\d+", word):
        over, under = word.split("/")
        return int(over) / int(under) if int(under) else None
    if re.fullmatch(r"\d[\d,]*(\.\d+)?", word):
        return float(word.replace(",", ""))
    return None


def parse_ordinal(text: str) -> int | None:
    """ "21st", "third", "twenty-first", "last" (-1) as a number; None for other words."""
    words = re.split(r"[\s‐‑–-]+", text.lower().strip())
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", words[-1]):
        return int(match.group(1))
    ordinal = value_of("ORDINAL", words[-1])
    if ordinal is None:
        return None
    tens = value_of("TENS", words[0]) if len(words) > 1 else None
    return int(ordinal) + int(tens or 0)


def parse_year(text: str, pivot: int) -> int | None:
    """A year in digits ("1998", "'98", "17"), or in words ("nineteen ninety-six", "two thousand").

    Two digits mean the year within fifty years of `pivot` (the publication's, or 2000).
    """
    digits = re.fullmatch(r"['’]?(\d{1,4})", text.strip())
    if digits and len(digits.group(1)) > 2:
        return int(digits.group(1))
    if digits:
        near = pivot // 100 * 100 + int(digits.group(1))
        return min((near - 100, near, near + 100), key=lambda year: abs(year - pivot))
    words = [word for word in re.split(r"[\s‐‑–-]+", text.lower()) if word not in ("and", "oh", "o")]
    if len(words) > 1 and words[1] not in ("thousand", "hundred"):
        century, rest = value_of("CARDINAL", words[0]), parse_number(" ".join(words[1:]))
        return int(century * 100 + rest) if century and rest is not None else None
    number = parse_number(" ".join(words))
    return int(number) if number else None


def compact(number: float) -> str:
    """A number as TIMEX3 writes it: 2, 2.5."""
    return str(int(number)) if number == int(number) else str(round(number, 3))
