"""Light copies of a parse: takes a `Doc`, gives one `Word` a token with plain attributes.

The models look at each word many times; a plain attribute is read ten times faster than that of a spaCy token. Names
are those of spaCy without the trailing underscore; lemmas are in lower case.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc


class Word:
    """One token; `head` is itself at the root, `sent_start` and `sent_end` bound its sentence in tokens."""

    __slots__ = (
        "children",
        "clause",
        "dep",
        "ent_type",
        "head",
        "i",
        "is_space",
        "lemma",
        "lower",
        "pos",
        "predicate",
        "sent_end",
        "sent_start",
        "tag",
        "text",
    )

    def __init__(self, i: int, text: str, lemma: str, pos: str, tag: str, dep: str, ent_type: str) -> None:
        self.i, self.text, self.lower, self.lemma = i, text, text.lower(), lemma.lower()
        self.pos, self.tag, self.dep, self.ent_type = pos, tag, dep, ent_type
        self.is_space = text.isspace()
        self.head: Word = self
        self.children: list[Word] = []
        self.predicate: Word | None = None
        self.clause: Word | None = None
        self.sent_start = self.sent_end = 0

    def __repr__(self) -> str:
        return f"Word({self.i}, {self.text!r})"

    @property
    def n_lefts(self) -> int:
        """How many children stand before it."""
        return sum(1 for child in self.children if child.i < self.i)

    @property
    def n_rights(self) -> int:
        """How many children stand after it."""
        return sum(1 for child in self.children if child.i > self.i)

    @property
    def ancestors(self) -> Iterator[Word]:
        """Its head, the head's head, up to the root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def is_ancestor(self, other: Word) -> bool:
        """Whether `other` hangs below it."""
        return any(word is self for word in other.ancestors)

    @property
    def conjuncts(self) -> list[Word]:
        """The other words that it is coordinated with."""
        first = self
        while first.dep == "conj" and first.head is not first:
            first = first.head
        found, open_ = [first], [first]
        while open_:
            below = [child for child in open_.pop().children if child.dep == "conj"]
            found += below
            open_ += below
        return [word for word in sorted(found, key=lambda w: w.i) if word is not self]


def words_of(doc: Doc) -> list[Word]:
    """All tokens of a parse, linked among themselves."""
    words = [Word(t.i, t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.ent_type_) for t in doc]
    for token, word in zip(doc, words, strict=True):
        word.head = words[token.head.i]
        if word.head is not word:
            word.head.children.append(word)
    for span in doc.sents:
        for word in words[span.start : span.end]:
            word.sent_start, word.sent_end = span.start, span.end
    return words
