"""Words of time: reads text into lexemes, each with the classes that rules are written in.

Comes in: the text. Goes out: lexemes with character offsets. A lexeme's classes come from `time_words.yml`
("Monday" is a WEEKDAY) or from its shape ("1998" is a YEAR, a NUM and a BIG). Every distinct set of classes is
written as one private character, so that a whole text becomes a short string in which rules are plain regular
expressions, and recognition costs one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from ingest.lexicon import FOLDER, tree

LEXICONS = FOLDER


def read_table(path: Path) -> Any:
    """The contents of a YAML lexicon, with what a user's file of its name adds."""
    return tree(path.name)


FIRST_CODE = 0xE000  # Unicode's private use area: never in the lexicon itself
OTHER = "x"  # a word that no rule knows
BREAK = "\n"  # a line end, which ends a paragraph: no expression runs across it

LEXEME = re.compile(
    r"""(?P<ISO>\d{4}-\d\d-\d\d(?:[T\ ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
    |(?P<ISOWEEK>\d{4}-W\d\d(?:-[1-7])?\b)
    |(?P<SLASHED>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/])|\d{4}/\d\d/\d\d(?![\d/])|\d\d-\d\d-(?:19|20)\d\d(?![\d-]))
    |(?P<DOTTED>\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|\d{4}\.\d\d\.\d\d(?![\d.]))
    |(?P<NINE_ELEVEN>9/11(?![\d/]))
    |(?P<OFFSET>(?:GMT|UTC)[+-]\d{1,2}(?::?\d\d)?)
    |(?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,2}\.[0-5]\d(?=\s?[apAP]\.?[mM]\b))
    |(?P<DECADE>\d{2,3}0s\b|['’]?\d0s\b)
    |(?P<NTH>\d{1,2}(?:st|nd|rd|th)\b)
    |(?P<SHORTYEAR>(?<!['’‘`])['’]\d\d\b)
    |(?P<FRACTION>\d+[ ]\d/\d(?!\d)|[½¼¾])
    |(?P<AMOUNT>[$£€¥#]\s?\d[\d.,]*|\d[\d.,]*\s?%)
    |(?P<NUMBER>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
    |(?P<ABBREVIATION>[A-Za-z](?:\.[A-Za-z])+\b\.?)
    |(?P<WORD>[^\W\d_]+)
    |(?P<CLITIC>['’](?:s\b|(?!\w)))
    |(?P<BREAK>\n)
    |(?P<MARK>\S)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One word, number or mark: its character offsets, its lower-case text and its code in the class string."""

    start: int
    end: int
    lower: str
    code: str


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The parsed `time_words.yml`."""
    content: dict[str, Any] = read_table(LEXICONS / "time_words.yml")
    return content


@lru_cache(maxsize=32)
def cue(name: str) -> frozenset[str]:
    """The words of one list of cues."""
    return frozenset(str(words()["cues"][name]).split())


def value_of(name: str, word: str) -> Any:
    """The value of a word in a class, None where it is not in it."""
    return words()["classes"][name].get(word)


class Vocabulary:
    """Assigns one character to every set of classes; `literals` are words that rules name themselves."""

    def __init__(self, literals: Iterable[str]) -> None:
        lexicon = words()
        self.proper = frozenset(lexicon["proper"])
        self.classes: dict[str, frozenset[str]] = {}
        for name, members in lexicon["classes"].items():
            for word in members:
                self.classes[str(word)] = self.classes.get(str(word), frozenset()) | {name}
        for word in literals:
            self.classes[word] = self.classes.get(word, frozenset()) | {f"={word}"}
        self.codes: dict[frozenset[str], str] = {}
        for known in list(self.classes.values()):
            self._code(known)
            self._code(known - self.proper)
        for shape in SHAPES:
            self._code(shape)

    def _code(self, classes: frozenset[str]) -> str:
        if not classes:
            return OTHER
        return self.codes.setdefault(classes, chr(FIRST_CODE + len(self.codes)))

    def members(self, name: str) -> str:
        """The characters whose classes include this one, to stand in `[...]`. Raises KeyError for an unknown class."""
        found = "".join(code for classes, code in self.codes.items() if name in classes)
        if not found:
            raise KeyError(f"no word of class {name}")
        return found

    def read(self, text: str, foreign: Iterable[tuple[int, int]] = ()) -> list[Lexeme]:
        """The lexemes of a text, in order; each `foreign` span, a date in another language, is one."""
        found: list[Lexeme] = []
        place = 0
        for start, end in foreign:
            found += [self._lexeme(match) for match in LEXEME.finditer(text, place, start)]
            found.append(Lexeme(start, end, text[start:end].lower(), self._code(frozenset({"FOREIGN"}))))
            place = end
        return found + [self._lexeme(match) for match in LEXEME.finditer(text, place)]

    def _lexeme(self, match: re.Match[str]) -> Lexeme:
        kind, text = match.lastgroup or "MARK", match.group()
        lower = text.lower()
        if kind == "BREAK":
            code = BREAK
        elif kind in ("WORD", "ABBREVIATION", "MARK", "CLITIC"):
            classes = self.classes.get(lower, frozenset())
            code = self._code(classes if text[0].isupper() else classes - self.proper) if classes else OTHER
        else:
            code = self._code(_shape(kind, text))
        return Lexeme(match.start(), match.end(), lower, code)


def _shape(kind: str, text: str) -> frozenset[str]:
    """The classes of a number, by its digits."""
    if kind != "NUMBER":
        return frozenset({kind, "NUM"} if kind == "FRACTION" else {kind})
    if "," in text or not text.isdigit():
        return frozenset({"NUM", "BIG"})
    number = int(text)
    classes = {"NUM"}
    if len(text) == 4:
        classes |= {"YEAR"} if 1000 <= number <= 2199 else set()
        classes |= {"MILITARY"} if number <= 2359 and number % 100 <= 59 else set()
    if len(text) <= 2:
        classes |= {"TWODIGIT"} if len(text) == 2 else set()
        classes |= {"DAYNUM"} if 1 <= number <= 31 else set()
        classes |= {"HOUR"} if number <= 24 else set()
        classes |= {"QNUM"} if text in ("1", "2", "3", "4") else set()
        classes |= {"HNUM"} if text in ("1", "2") else set()
    if 1 <= len(text) <= 4 and number:
        classes |= {"ERAYEAR"}
    if len(text) == 8 and re.fullmatch(r"(?:19|20)\d\d(?:0\d|1[0-2])[0-3]\d", text):
        classes |= {"COMPACT"}
    return frozenset(classes)


SAMPLES = "0 1 3 5 01 00 24 28 32 99 000 490 0000 0735 0775 1999 1930 2180 2360 19980108 12345 1,000 5.5"


def _all_shapes() -> frozenset[frozenset[str]]:
    samples = SAMPLES.split()
    kinds = ["ISO", "ISOWEEK", "SLASHED", "NINE_ELEVEN", "DOTTED", "OFFSET", "CLOCK", "DECADE", "NTH", "SHORTYEAR"]
    kinds += ["FRACTION", "AMOUNT", "FOREIGN"]
    return frozenset(_shape("NUMBER", sample) for sample in samples) | {_shape(kind, "") for kind in kinds}


SHAPES = _all_shapes()
