"""Who and where: takes a parsed article, gives its entities and places with every mention of them.

Names are found and given a kind, joined to entities, then descriptions, "the two leaders" and pronouns are
resolved to them; the posts that the article states go into `Entity.offices`. All of it is one article's
knowledge: nothing here knows who holds which office.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from spacy.tokens import Doc, Token

from ingest.extract.participants.ages import resolve_ages
from ingest.extract.participants.first_person import resolve_first_person
from ingest.extract.participants.identity import Draft, Register
from ingest.extract.participants.introduced import introduce
from ingest.extract.participants.name import Words
from ingest.extract.participants.names import find_names
from ingest.extract.participants.naming import FoundPlace, name_mentions, place_mentions
from ingest.extract.participants.nominals import count, describe
from ingest.extract.participants.offices import find_offices
from ingest.extract.participants.pronouns import resolve_pronouns
from ingest.extract.participants.scene import Scene
from ingest.extract.speech.marks import find_runs
from ingest.model import Article, Entity, EntityMention, Office, Place, PlaceMention, Sentence, TimeExpression

Value = TypeVar("Value")
OUTSIDE = frozenset({"dateline", "speaker"})  # sentences whose names take no part in what is told


class Cast:
    """The entities and places of one article, and which tokens stand for them."""

    def __init__(
        self,
        doc: Doc,
        entities: list[Entity],
        mentions: list[EntityMention],
        places: list[Place],
        place_mentions: list[PlaceMention],
    ) -> None:
        self.entities = entities
        self.mentions = mentions
        self.places = places
        self.place_mentions = place_mentions
        self._entities_at = _by_token(doc, [(m.start, m.end, m.entities) for m in mentions])
        self._place_at = _by_token(doc, [(m.start, m.end, m.place) for m in place_mentions])

    def entities_at(self, token: Token) -> tuple[int, ...]:
        """The entities that the mention headed by this token, else the shortest one around it, stands for."""
        return self._entities_at.get(token.i, ())

    def place_at(self, token: Token) -> int | None:
        """The place that the words around this token name, or None."""
        return self._place_at.get(token.i)

    def entity_kind(self, index: int) -> str:
        """`person`, `country`, `organisation` or `group`."""
        return self.entities[index].kind


def build_cast(
    doc: Doc, article: Article, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression]
) -> Cast:
    """Everyone and every place that `article` names or describes; `doc` is its parse, sentence by sentence.

    What stands in an expression of time is no place: March is a town too.
    """
    words = Words.of(doc)
    names = find_names(words)
    register = Register(names)
    outside = {token.i for span, s in zip(doc.sents, sentences, strict=True) if s.role in OUTSIDE for token in span}
    who = [name for name in names if name.start not in outside]
    scene = Scene(words, register, name_mentions(doc, who, register), names)
    scene.quoted = _quoted(doc, article)
    offices = find_offices(scene, names, article.publication.value)
    resolve_ages(scene)
    describe(scene)
    introduce(scene)
    count(scene)
    resolve_first_person(scene, names)
    resolve_pronouns(scene)
    timed = [(e.start, e.end) for e in expressions if e.type in {"DATE", "TIME"}]
    spans = [(found, doc[found.start].idx, _end(doc, found.end)) for found in place_mentions(doc, names)]
    where = [found for found, start, end in spans if not any(s <= start and end <= e for s, e in timed)]
    return _settled(scene, offices, where)


def _quoted(doc: Doc, article: Article) -> frozenset[int]:
    """The tokens of words between quotation marks."""
    runs = find_runs(article.text, [(block.start, block.end) for block in article.blocks])
    spans = (doc.char_span(run.start, run.end, alignment_mode="contract") for run in runs)
    return frozenset(token.i for span in spans if span is not None for token in span)


def _settled(scene: Scene, offices: dict[int, list[Office]], found_places: list[FoundPlace]) -> Cast:
    """Indices in order of first mention; drafts that nothing stands for are dropped."""
    doc = scene.doc
    order = list(dict.fromkeys(index for mention in scene.found for index in mention.entities))
    renumbered = {old: new for new, old in enumerate(order)}
    mentions = [
        EntityMention(
            doc[m.start].idx,
            _end(doc, m.end),
            scene.sentence_of[m.start],
            tuple(renumbered[i] for i in m.entities),
            m.rule,
        )
        for m in scene.found
    ]
    places = list(dict.fromkeys(f.place for f in found_places))
    index = {place: i for i, place in enumerate(places)}
    located = [
        PlaceMention(doc[f.start].idx, _end(doc, f.end), scene.sentence_of[f.start], index[f.place])
        for f in found_places
    ]
    entities = [_entity(scene.draft(i), tuple(offices.get(i, ()))) for i in order]
    return Cast(doc, entities, mentions, places, located)


def _end(doc: Doc, token: int) -> int:
    return doc[token - 1].idx + len(doc[token - 1])


def _entity(draft: Draft, offices: tuple[Office, ...]) -> Entity:
    aliases = tuple(sorted(draft.forms.items(), key=lambda item: (-item[1], item[0])))
    return Entity(draft.name, draft.kind, draft.code, aliases, offices)


def _by_token(doc: Doc, spans: Iterable[tuple[int, int, Value]]) -> dict[int, Value]:
    """The value for each token: that of the span that it heads, else of the shortest span around it."""
    table: dict[int, Value] = {}
    heads: dict[int, Value] = {}
    for start, end, value in sorted(spans, key=lambda span: span[0] - span[1]):
        span = doc.char_span(start, end, alignment_mode="expand")
        for token in span or ():
            table[token.i] = value
        if span:
            heads[span.root.i] = value
    return table | heads
