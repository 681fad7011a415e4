"""Recognition: finds where rules match a text, and which of overlapping matches stands.

Comes in: a parsed text. Goes out: candidates in text order, each with its rule, character span and captured parts.
The longest match stands; between equals, the row that stands first in the table. One pass a rule over the class
string, and one over the matches: the time grows with the text's length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.nlp import text_of
from ingest.timex.foreign import foreign_spans
from ingest.timex.guards import GUARDS
from ingest.timex.lexicon import BREAK, OTHER, Lexeme
from ingest.timex.rules import Rule, RuleTable

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Candidate:
    """One expression to resolve: characters `start` to `end`, spaCy tokens `first` and `token` (the last), parts."""

    rule: Rule
    start: int
    end: int
    first: int
    token: int
    parts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reach:
    """What guards look at: the document, its lexemes, and the matched lexemes `first` to `last` (exclusive)."""

    doc: Doc
    text: str
    lexemes: Sequence[Lexeme]
    first: int
    last: int
    offsets: Sequence[int]

    def token(self, lexeme: int) -> int:
        """The index of the spaCy token that holds the lexeme's first character."""
        return max(bisect_right(self.offsets, self.lexemes[lexeme].start) - 1, 0)


def recognise(
    doc: Doc, table: RuleTable, domain: str = "news", skip: Sequence[tuple[int, int]] = ()
) -> list[Candidate]:
    """All expressions of a document in text order, none overlapping, none touching a `skip` range."""
    text = text_of(doc)
    lexemes = table.vocabulary.read(text, foreign_spans(text))
    codes = "".join(lexeme.code for lexeme in lexemes)
    offsets = [token.idx for token in doc]
    kept: list[tuple[Rule, re.Match[str]]] = []
    taken = bytearray(len(codes) + 1)
    blocked = list(blocked_lexemes(lexemes, skip))
    for index in blocked:
        taken[index] = 1
    reach = Reach(doc, text, lexemes, 0, 0, offsets)
    if codes.strip(OTHER + BREAK):
        rules = [rule for rule in table.rules if rule.domain in (None, domain)]
        for rule, match in ranked(matches(rules, codes, reach)):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
                kept.append((rule, match))
    kept.sort(key=lambda pair: pair[1].start())
    return [candidate for rule, match in kept for candidate in candidates(rule, match, reach)]


def blocked_lexemes(lexemes: Sequence[Lexeme], skip: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Indices of lexemes that touch a range to leave alone."""
    starts = [lexeme.start for lexeme in lexemes]
    for begin, end in skip:
        index = max(bisect_right(starts, begin) - 1, 0)
        while index < len(lexemes) and lexemes[index].start < end:
            if lexemes[index].end > begin:
                yield index
            index += 1


def matches(rules: Iterable[Rule], codes: str, reach: Reach) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Every match of every rule that its guards let pass."""
    for rule in rules:
        for match in rule.pattern.finditer(codes):
            if match.end() == match.start():
                continue
            if not rule.guards or _passes(rule, replace(reach, first=match.start(), last=match.end())):
                yield rule, match


def _passes(rule: Rule, reach: Reach) -> bool:
    return all(GUARDS[guard](reach) for guard in rule.guards)


def ranked(found: Iterable[tuple[Rule, re.Match[str]]]) -> list[tuple[Rule, re.Match[str]]]:
    """Longest first; then by place in the table; then by place in the text."""
    return sorted(found, key=lambda pair: (pair[1].start() - pair[1].end(), pair[0].priority, pair[1].start()))


def candidates(rule: Rule, match: re.Match[str], reach: Reach) -> Iterator[Candidate]:
    """The expressions of one match: the whole, or each part that the rule emits (`x1`, `x2`)."""
    spans = [(name.partition("__")[0][1:], match.span(name)) for name in rule.emits if match.group(name) is not None]
    whole = [("", match.span())]
    lead = (spans or whole)[0][1]  # the parts of a list share the tense of the first
    for number, (first, last) in spans or whole:
        yield Candidate(
            rule, reach.lexemes[first].start, reach.lexemes[last - 1].end, reach.token(lead[0]),
            reach.token(lead[1] - 1),
            parts_of(match, reach.lexemes, number, bool(rule.options.get("ordered"))),
        )  # fmt: skip


def parts_of(match: re.Match[str], lexemes: Sequence[Lexeme], number: str, ordered: bool = False) -> dict[str, str]:
    """Captured words by part name; `month2` belongs to `x2` alone, `month` to all that name none of their own.

    Where the two are `ordered` in time, each has the other's parts too: `to_weekday` of `x1`, `from_weekday` of `x2`.
    """
    shared: dict[str, str] = {}
    own: dict[str, str] = {}
    for key in match.re.groupindex:
        name = key.partition("__")[0]
        if match.group(key) is None or re.fullmatch(r"x\d", name):
            continue
        words = " ".join(lexeme.lower for lexeme in lexemes[match.start(key) : match.end(key)])
        if not name[-1].isdigit():
            shared.setdefault(name, words)
        elif name[-1] == number:
            own.setdefault(name[:-1], words)
        elif ordered:
            own.setdefault(f"{'to' if number == '1' else 'from'}_{name[:-1]}", words)
    return shared | own
