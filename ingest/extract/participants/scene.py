"""What is known of an article's participants so far: the common ground of the steps that resolve descriptions.

Each step reads who is mentioned where and adds mentions; indices are those of the register's drafts.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from spacy.tokens import Token

from ingest.extract.participants.identity import Draft, Register
from ingest.extract.participants.name import Name, Words
from ingest.extract.participants.naming import Found


def _position(mention: Found) -> tuple[int, int]:
    """Mentions stand in the order of the text, longer first where two begin together."""
    return mention.start, -mention.end


class Scene:
    """The mentions of one article as they grow, by token.

    `roles` are the common nouns told of each entity, `disputed` the persons between whom a post is in dispute,
    `in_names` the tokens of all names, those of places and products too, `quoted` those between quotation marks.
    """

    def __init__(self, words: Words, register: Register, found: Iterable[Found], names: Iterable[Name] = ()) -> None:
        self.doc = doc = words.doc
        self.tokens = words.tokens
        self.register = register
        self.found: list[Found] = []
        self.in_names = {i for name in names for i in range(name.start, name.end)}
        self.quoted: frozenset[int] = frozenset()
        self.disputed: dict[str, list[int]] = {}
        self.roles: dict[int, set[str]] = defaultdict(set)
        self.sentence_of = [i for i, sentence in enumerate(doc.sents) for _ in range(len(sentence))]
        self.heads: dict[int, Found] = {}
        self.covering: dict[int, Found] = {}
        for mention in found:
            self.add(mention)

    def add(self, mention: Found) -> None:
        """One more mention; a shorter one already there keeps its tokens."""
        insort(self.found, mention, key=_position)
        self.heads.setdefault(self.head(mention).i, mention)
        for i in range(mention.start, mention.end):
            self.covering.setdefault(i, mention)

    def join(self, index: int, into: int) -> None:
        """Let all mentions of one entity stand for another."""
        for place, mention in enumerate(self.found):
            if index in mention.entities:
                entities = tuple(dict.fromkeys(into if i == index else i for i in mention.entities))
                self.found[place] = joined = replace(mention, entities=entities)
                if self.heads.get(self.head(mention).i) is mention:
                    self.heads[self.head(mention).i] = joined
                for i in range(mention.start, mention.end):
                    if self.covering[i] is mention:
                        self.covering[i] = joined

    def head(self, mention: Found) -> Token:
        """The syntactic head of a mention."""
        return self.doc[mention.start : mention.end].root

    def at(self, token: Token) -> tuple[int, ...]:
        """The entities that the mention headed by, or else around, `token` stands for."""
        mention = self.heads.get(token.i) or self.covering.get(token.i)
        return mention.entities if mention else ()

    def draft(self, index: int) -> Draft:
        """The entity with this index."""
        return self.register.drafts[index]

    def of_kind(self, entities: Iterable[int], kind: str) -> list[int]:
        """Those of `entities` that are of `kind`."""
        return [i for i in entities if self.draft(i).kind == kind]

    def before(self, token: int) -> list[Found]:
        """The mentions that begin before `token`, in the order of the text."""
        return self.found[: bisect_left(self.found, (token, -len(self.doc)), key=_position)]

    def sentences_told_between(self, first: int, second: int) -> int:
        """How many sentences the second token stands behind the first; if it is the narrator's, sentences that are all
        somebody's speech do not count.
        """
        low, high = self.sentence_of[first], self.sentence_of[second]
        return high - low if second in self.quoted else self._told[high] - self._told[low]

    @cached_property
    def _told(self) -> list[int]:
        """How many sentences with words of the narrator stand before each sentence."""
        told = (any(t.is_alpha and t.i not in self.quoted for t in s) for s in self.doc.sents)
        return list(accumulate(told, initial=0))

    def coordinated(self, token: Token) -> list[int]:
        """The entities of `token` and of all that are joined to it by "and"."""
        first = token
        while first.dep_ == "conj" and first.head is not first and first.head.pos_ in ("NOUN", "PROPN", "PRON"):
            first = first.head
        members = [first]
        for member in members:
            members.extend(child for child in member.children if child.dep_ == "conj")
        entities = (index for member in sorted(members, key=lambda t: t.i) for index in self.at(member))
        return list(dict.fromkeys(entities))
