"""`cast_of(text)` gives a parsed article with its cast; `Seen` asks it in words instead of indices."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from ingest import nlp as language
from ingest.extract.cast import Cast, build_cast
from ingest.extract.quotations import find_quotations
from ingest.extract.sentences import find_sentences
from ingest.model import Article, Entity, Quotation
from ingest.timex import annotate


class Seen:
    """An article with its cast."""

    def __init__(self, article: Article, doc: Doc, cast: Cast) -> None:
        self.article, self.doc, self.cast = article, doc, cast

    def entity(self, name: str) -> Entity:
        """The one entity of this name."""
        (found,) = [entity for entity in self.cast.entities if entity.name == name]
        return found

    def names(self, *kinds: str) -> set[str]:
        """The names of all entities of these kinds."""
        return {entity.name for entity in self.cast.entities if not kinds or entity.kind in kinds}

    def who(self, words: str, occurrence: int = 0) -> list[str]:
        """The names of those for whom these words of the text stand."""
        start = -1
        for _ in range(occurrence + 1):
            start = self.article.text.index(words, start + 1)
        span = self.doc.char_span(start, start + len(words), alignment_mode="expand")
        assert span is not None
        return [self.cast.entities[i].name for i in self.cast.entities_at(span.root)]

    def last(self, words: str) -> list[str]:
        """The names of those for whom these words stand where they stand last."""
        return self.who(words, self.article.text.count(words) - 1)

    def places(self) -> set[str]:
        """The names of all places."""
        return {place.name for place in self.cast.places}

    def offices(self, name: str) -> set[tuple[str, str | None]]:
        """The posts told of an entity, with their countries."""
        return {(office.office, office.country_code) for office in self.entity(name).offices}

    def quotations(self) -> list[Quotation]:
        """The direct speech."""
        return find_quotations(self.doc, self.article, find_sentences(self.article, self.doc), self.cast)

    def said(self) -> list[tuple[str, str | None]]:
        """Each quotation with its speaker's name."""
        return [(q.text, None if q.speaker is None else self.cast.entities[q.speaker].name) for q in self.quotations()]


@pytest.fixture(scope="session")
def cast_of(nlp: Language, article_of: Callable[..., Article]) -> Callable[[str], Seen]:
    """Read, parse and cast a text."""

    def make(text: str) -> Seen:
        ((article, doc),) = language.parse([article_of(text)], nlp)
        return Seen(
            article, doc, build_cast(doc, article, find_sentences(article, doc), annotate(doc, article.publication))
        )

    return make
