"""Alignment: maps the words of an annotated article onto those of the database's text, which may be normalised."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ingest.evaluation.names import WORD, words

LONGEST_TRIGGER = 5  # words; a longer mention matches nothing


class AlignedArticle:
    """The gold sentences of one article beside its text in the database. Sentences count from 1."""

    def __init__(self, sentences: Sequence[str], text: str) -> None:
        self.tokens: list[str] = []
        self.sentence_of: list[int] = []
        self.by_sentence: dict[int, list[int]] = defaultdict(list)
        for number, sentence in enumerate(sentences, 1):
            for word in words(sentence):
                self.by_sentence[number].append(len(self.tokens))
                self.tokens.append(word)
                self.sentence_of.append(number)
        spans = [match.span() for match in WORD.finditer(text)]
        matcher = difflib.SequenceMatcher(None, words(text), self.tokens, autojunk=False)
        self.position = {
            spans[block.a + k]: block.b + k for block in matcher.get_matching_blocks() for k in range(block.size)
        }

    def span(self, start: int, end: int) -> set[int]:
        """Gold word positions under the characters [start, end) of the database's text; none if there are over five."""
        covered = {i for (s, e), i in self.position.items() if s < end and e > start}
        return covered if len(covered) <= LONGEST_TRIGGER else set()

    def trigger(self, number: int, trigger: str) -> set[int]:
        """Gold word positions of an annotated trigger, wherever it stands in its sentence."""
        want, inside = words(trigger), self.by_sentence[number]
        found: set[int] = set()
        for k in range(len(inside) - len(want) + 1):
            window = inside[k : k + len(want)]
            if [self.tokens[i] for i in window] == want:
                found.update(window)
        return found

    def sentences(self, positions: Iterable[int]) -> set[int]:
        """The sentences in which word positions stand."""
        return {self.sentence_of[i] for i in positions}


def one_to_one(weights: Mapping[tuple[int, str], int]) -> dict[int, str]:
    """Match gold to system items, heaviest pair first; each is used once."""
    pairs: dict[int, str] = {}
    taken: set[str] = set()
    for (gold, system), weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if weight > 0 and gold not in pairs and system not in taken:
            pairs[gold] = system
            taken.add(system)
    return pairs
