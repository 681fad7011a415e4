"""A name in a text, and the text itself with what is looked up in it again and again."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ingest.extract.participants.abbreviations import explanations
from ingest.extract.participants.gazetteer import Known
from ingest.extract.participants.phrases import plain
from ingest.extract.participants.titles import title_before
from ingest.nlp import text_of


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `start` to `end` (exclusive) name something; `title_start` is where a title before it begins.

    `kind` is an entity's kind or `place` or `other`; `known` the lexicon's entry, where it has one.
    """

    start: int
    end: int
    title_start: int
    text: str
    kind: str
    rule: str
    known: Known | None = None
    gender: str | None = None

    @property
    def key(self) -> str:
        """The name as it is compared: plain characters, lower case."""
        return plain(self.text).lower()


@dataclass(frozen=True, slots=True)
class Words:
    """A document with its text and its tokens at hand, both of which spaCy makes anew at every call.

    `explanations` are the abbreviations that the article explains itself ("Economic Partnership Agreement (EPA)"), each
    with where the name begins and ends; `explained` gives the last word of that name by abbreviation.
    """

    doc: Doc
    text: str
    tokens: list[Token]
    explanations: tuple[tuple[int, int, str], ...]
    explained: dict[str, str]

    @classmethod
    def of(cls, doc: Doc) -> Words:
        """The words of `doc`."""
        text = text_of(doc)
        found = tuple(explanations(text))
        return cls(doc, text, list(doc), found, {short: text[start:end].split()[-1] for start, end, short in found})


def named(doc: Doc, start: int, end: int, kind: str, rule: str, known: Known | None = None) -> Name:
    """The name of tokens `start` to `end`, with the title before it."""
    before = title_before(doc, start) if kind in ("person", "organisation", "place", "other") and not known else None
    begin, gender = (before[0], before[1].gender) if before else (start, None)
    return Name(start, end, begin, doc[start:end].text, kind, rule, known, gender)
