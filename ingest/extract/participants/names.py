"""Names in a parsed article: takes the words, gives non-overlapping `Name` spans with a kind that fits them all.

The statistical tagger proposes (`tagged`); lexicons of countries and organisations correct it and titles and given
names add to it (`untagged`); all occurrences of one name get one kind (`kinds`). What the tagger missed is found
where the same name was recognised elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from ingest.extract.participants.gazetteer import Known
from ingest.extract.participants.kinds import one_kind_each
from ingest.extract.participants.name import Name, Words, named
from ingest.extract.participants.phrases import PhraseTable
from ingest.extract.participants.runs import Taken, capitalised_names, explained_names, joined_names
from ingest.extract.participants.shapes import is_capitalised
from ingest.extract.participants.tagged import tagged_names
from ingest.extract.participants.untagged import (
    acting_names,
    given_out_names,
    introduced_names,
    known_names,
    located_names,
    names_after_given,
    nicknamed_names,
    titled_names,
)


def find_names(words: Words) -> list[Name]:
    """All names of a document, in order, none overlapping another."""
    claimed = _Claims(len(words.tokens))
    tagged = list(tagged_names(words.doc))
    tagged_at = {i: name for name in tagged for i in range(name.start, name.end)}
    whole = (n for n in explained_names(words) if n.start not in tagged_at or not _holds(tagged_at[n.start], n))
    proposals = [*whole, *tagged]
    claimed.add(nicknamed_names(words))
    claimed.add(known_names(words, proposals))
    claimed.add(list(introduced_names(words, claimed.taken, cued=True)))
    claimed.add(given_out_names(words, claimed.taken))
    claimed.add(name for name in proposals if name.end - name.start > 1)
    claimed.add(list(joined_names(words, claimed.names())))
    claimed.add(names_after_given(words, claimed.taken))
    claimed.add(proposals)
    claimed.add(titled_names(words, claimed.taken))
    claimed.add(located_names(words, claimed.taken))
    claimed.add(introduced_names(words, claimed.taken, cued=False))
    claimed.add(capitalised_names(words, claimed.taken))
    claimed.add(acting_names(words, claimed.taken))
    return _again(words, one_kind_each(words, claimed.names()))


def _holds(longer: Name, name: Name) -> bool:
    borders = (longer.start, longer.end)
    return borders != (name.start, name.end) and borders[0] <= name.start and name.end <= borders[1]


class _Claims:
    """Which tokens are taken by which name; who comes first keeps its tokens."""

    def __init__(self, length: int) -> None:
        self.taken: Taken = [None] * length

    def add(self, names: Iterable[Name]) -> None:
        for name in names:
            if not any(self.taken[name.start : name.end]):
                self.taken[name.start : name.end] = [name] * (name.end - name.start)

    def names(self) -> list[Name]:
        return list(dict.fromkeys(name for name in self.taken if name))


def _again(words: Words, names: list[Name]) -> list[Name]:
    """Adds the occurrences of recognised names, and of the persons' surnames, that were not seen as names."""
    doc = words.doc
    taken = {i for name in names for i in range(name.start, name.end)}
    found: dict[str, tuple[str, Known | None]] = {}
    family: set[str] = set()  # names that stand first and may be common words ("You Hae-jin")
    for name in names:
        if name.kind != "other" and is_capitalised(doc[name.start]):
            found.setdefault(name.text, (name.kind, name.known))
    for name in names:
        last = name.text.split()[-1]
        if name.kind == "person" and " " in name.text and len(last) > 2 and last[0].isupper():
            found.setdefault(last, ("person", None))
        first = name.text.split()[0]
        if name.kind == "person" and _begins_with_family(name.text):
            found.setdefault(first, ("person", None))
            family.add(first)
    table = PhraseTable(found.items())
    missed: list[Name] = []
    for match in table.find(doc, words.text):
        span = range(match.start, match.end)
        if taken.isdisjoint(span) and _can_be_name(doc[match.start], family):
            kind, known = match.value
            missed.append(named(doc, match.start, match.end, kind, "same name elsewhere", known))
    return sorted([*names, *missed], key=lambda name: name.start)


def _begins_with_family(name: str) -> bool:
    """Whether the last of two names is of two syllables joined, as given names of Korea are ("Oh Seon-ja")."""
    first, *others = name.split()
    syllables = others[0].split("-") if len(others) == 1 else []
    return len(syllables) == 2 and syllables[1].islower() and len(first) > 1 and first.istitle()


def _can_be_name(token: Token, family: set[str]) -> bool:
    if token.text in family and token.pos_ != "PROPN":
        acts = token.pos_ == "INTJ" and token.i + 1 < len(token.doc) and token.nbor().pos_ in ("VERB", "AUX")
        return acts and is_capitalised(token)
    return is_capitalised(token) and (token.pos_ in ("PROPN", "NOUN", "ADJ", "X") or not token.is_sent_start)
