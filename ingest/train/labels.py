"""What the encoders learn from: takes lessons, gives them in word pieces with labels of words and of pairs.

Words and pairs are labelled as for the models that use the encoder's numbers. Labels are shares from 0 to 1, so that
what a larger encoder believes of a text (`ingest.train.guesses`) can be learned from in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from ingest.evaluation.names import same_name
from ingest.extract.agreements.instruments import find_instruments
from ingest.extract.agreements.triggers import find_candidates
from ingest.extract.categories import AGREEMENT_KINDS, AGREEMENT_STATUSES, STATUSES, TYPES
from ingest.extract.encoder.encoder import words_to_encode
from ingest.extract.encoder.layout import AHEAD, REACH, RELATIONS, Array
from ingest.extract.encoder.pieces import Pieces
from ingest.extract.events.attaching_when import may_date
from ingest.extract.events.intervals import intervals
from ingest.extract.events.reading import Named, Reading
from ingest.train.gold import GoldEvent
from ingest.train.lessons import Lesson
from ingest.train.score import forms

Pair = tuple[int, int, float]


@dataclass(slots=True)
class Labelled:
    """One article in pieces, with the labels of its words and of pairs of them.

    `happening` and `agreeing` hold for a word how surely it tells a happening or an agreement; `types` and `statuses`
    hold the share of each, in the order of TYPES and STATUSES, which sum up to how much the word counts;
    `agreement_kinds` and `agreement_statuses` the same of agreements. `columns` holds what a larger encoder has in the
    columns of relations. `first` is -1 for words without a piece.
    """

    numbers: list[int]
    first: list[int]
    sentence_of: list[int]
    happening: dict[int, float] = field(default_factory=dict)
    types: dict[int, Array] = field(default_factory=dict)
    statuses: dict[int, Array] = field(default_factory=dict)
    agreeing: dict[int, float] = field(default_factory=dict)
    agreement_kinds: dict[int, Array] = field(default_factory=dict)
    agreement_statuses: dict[int, Array] = field(default_factory=dict)
    pairs: dict[str, list[Pair]] = field(default_factory=lambda: {name: [] for name in RELATIONS})
    columns: dict[int, Array] = field(default_factory=dict)

    def related(self) -> list[int]:
        """The words that stand in pairs."""
        return sorted({word for pairs in self.pairs.values() for pair in pairs for word in pair[:2]})


def in_pieces(reading: Reading, pieces: Pieces, words: Sequence[str] | None = None) -> Labelled:
    """The article in word pieces, without labels; `words` stand in the places of its own."""
    numbers: list[int] = []
    first: list[int] = []
    for word in words or words_to_encode(reading.doc, reading.sentences):
        own = pieces.of(word)
        first.append(len(numbers) if own else -1)
        numbers += own
    return Labelled(numbers, first, reading.sentence_of)


def label(lesson: Lesson, pieces: Pieces) -> Labelled:
    """The lesson in word pieces."""
    article = in_pieces(lesson.reading, pieces)
    true = {token: lesson.gold.events[event] for token, event in lesson.owner.items() if event >= 0}
    article.happening = {token: float(token in true) for token in lesson.owner}
    article.types = {token: _only(TYPES, event.type) for token, event in true.items()}
    article.statuses = {token: _only(STATUSES, event.status) for token, event in true.items()}
    for token, event in true.items():
        _pair(article, lesson.reading, token, event)
    article.pairs["same"] = [
        (later, earlier, float(true[later] is true[earlier]))
        for row, later in enumerate(true)
        for earlier in list(true)[:row]
    ]
    _label_agreements(article, lesson)
    for quotation in lesson.gold.quotations:
        _pair_with_names(article, lesson.reading, "speaker", quotation.opening[0], [quotation.speaker])
    return article


def _label_agreements(article: Labelled, lesson: Lesson) -> None:
    """Tell the words that tell of agreements from those that could; nothing where agreements are not annotated."""
    reading, gold = lesson.reading, lesson.gold
    if not (lesson.alike or gold.agreements):
        return
    doc = reading.doc
    found = find_candidates(doc, reading.sentences, find_instruments(doc))
    article.agreeing = dict.fromkeys([*lesson.owner, *(candidate.token for candidate in found)], 0.0)
    for agreement in gold.agreements:
        for token in {token for trigger in agreement.triggers for token in trigger if not doc[token].is_stop}:
            article.agreeing[token] = 1.0
            article.agreement_kinds[token] = _only(AGREEMENT_KINDS, agreement.kind)
            article.agreement_statuses[token] = _only(AGREEMENT_STATUSES, agreement.status)
            _pair_with_names(article, reading, "party", token, agreement.parties)


def _only(names: Sequence[str], name: str) -> Array:
    shares = np.zeros(len(names), dtype=np.float32)
    shares[names.index(name)] = 1
    return shares


def _pair(article: Labelled, reading: Reading, token: int, event: GoldEvent) -> None:
    """Set a trigger against the names and times around it and against all places."""
    cast = reading.cast
    here = reading.sentence_of[token]
    _pair_with_names(article, reading, "part", token, event.participants)
    times = list(near(reading.times, here, REACH["time"]))
    dating = [named for named in times if may_date(reading, named.targets[0])]
    for named in times:
        found = intervals(reading, named.targets[0], dating)
        hit = bool(event.start) and any(interval.days == (event.start, event.end) for interval in found)
        article.pairs["time"].append((token, named.head, float(hit)))
    for named in (n for row in reading.places for n in row):
        hit = bool(event.place) and same_name(event.place or "", [cast.places[named.targets[0]].name])
        article.pairs["place"].append((token, named.head, float(hit)))


def _pair_with_names(article: Labelled, reading: Reading, relation: str, token: int, wanted: Sequence[str]) -> None:
    """Set a word against the names around it, those wanted against the others."""
    for named in near(reading.actors, reading.sentence_of[token], REACH[relation]):
        hit = any(same_name(name, forms(reading.cast, e)) for e in named.targets for name in wanted)
        article.pairs[relation].append((token, named.head, float(hit)))


def near(rows: Sequence[Sequence[Named]], sentence: int, back: int) -> Iterator[Named]:
    """What stands in the sentence, `back` before it and AHEAD after."""
    for row in rows[max(0, sentence - back) : sentence + AHEAD + 1]:
        yield from row


def average(parts: Sequence[Labelled]) -> Labelled:
    """One article as several labelled it in shares, taken together: pairs by those who tell them, types, kinds and
    statuses by all, so that what few tell counts less; the columns are those of the first.
    """
    first, count = parts[0], len(parts)
    whole = Labelled(first.numbers, first.first, first.sentence_of, columns=first.columns)
    whole.happening = {token: sum(part.happening[token] for part in parts) / count for token in first.happening}
    whole.agreeing = {token: sum(part.agreeing[token] for part in parts) / count for token in first.agreeing}
    whole.types = _mean([part.types for part in parts])
    whole.statuses = _mean([part.statuses for part in parts])
    whole.agreement_kinds = _mean([part.agreement_kinds for part in parts])
    whole.agreement_statuses = _mean([part.agreement_statuses for part in parts])
    for name in first.pairs:
        told: dict[tuple[int, int], list[float]] = {}
        for word, other, share in (pair for part in parts for pair in part.pairs[name]):
            told.setdefault((word, other), []).append(share)
        whole.pairs[name] = [(*pair, sum(shares) / len(shares)) for pair, shares in sorted(told.items())]
    return whole


def _mean(parts: Sequence[dict[int, Array]]) -> dict[int, Array]:
    """Rows by word; a word that one part does not tell counts less."""
    words = sorted({word for part in parts for word in part})
    share = np.float32(1 / len(parts))
    return {word: share * np.sum([part[word] for part in parts if word in part], axis=0) for word in words}
