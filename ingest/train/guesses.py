"""What a trained encoder believes of texts: takes readings, annotated or not, gives them labelled with shares.

Learning from these, a small encoder comes near a large one (Hinton, Vinyals and Dean 2015, "Distilling the knowledge
in a neural network"): they say of far more text than was annotated what is likely, and how likely.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.extract.encoder.encoder import words_to_encode
from ingest.extract.encoder.layout import FIRST_PROJECTION, REACH, RELATIONS, Array, Encoded
from ingest.extract.encoder.pieces import Pieces
from ingest.extract.events.candidates import find_candidates
from ingest.extract.events.reading import Reading
from ingest.train.labels import Labelled, in_pieces, near
from ingest.train.layers import Transformer
from ingest.train.learning import gap, read_words

POSSIBLE, LIKELY = 0.15, 0.3  # shares from which a candidate is told a type and a status, and its relations
SAME_WITHIN, PLACE_WITHIN = 15, 12  # sentences between two triggers, and between a trigger and a place


def guess(reading: Reading, teacher: Transformer, pieces: Pieces) -> Labelled:
    """The article in the word pieces of a smaller encoder, with what the larger one believes."""
    article = in_pieces(reading, pieces)
    candidates = [candidate.token for candidate in find_candidates(reading)]
    if not candidates:
        return article
    encoded = read_words(teacher, words_to_encode(reading.doc, reading.sentences))
    odds = encoded.happening(candidates)
    article.happening = {token: float(share) for token, share in zip(candidates, _share(odds), strict=True)}
    possible = [token for token in candidates if article.happening[token] > POSSIBLE]
    if possible:
        weights = np.array([article.happening[token] for token in possible], dtype=np.float32)[:, None]
        article.types = dict(zip(possible, encoded.types(possible) * weights, strict=True))
        article.statuses = dict(zip(possible, encoded.statuses(possible) * weights, strict=True))
    for name, pairs in _pairs(reading, [token for token in possible if article.happening[token] > LIKELY]).items():
        if pairs:
            article.pairs[name] = _believed(article, encoded, teacher, name, pairs)
    _copy_columns(article, encoded)
    return article


def soften(article: Labelled, reading: Reading, teacher: Transformer) -> Labelled:
    """An annotated article with its labels of happenings and of pairs half way to what the larger encoder believes, and
    with its columns; which words tell agreements, of which kind and status, stays as annotated.

    What is hard to tell is then learned as that, also where the annotation says one thing of it.
    """
    encoded = read_words(teacher, words_to_encode(reading.doc, reading.sentences))
    candidates, triggers = list(article.happening), list(article.types)
    if candidates:
        shares = _share(encoded.happening(candidates)).tolist()
        article.happening = {t: (article.happening[t] + s) / 2 for t, s in zip(candidates, shares, strict=True)}
    if triggers:
        for told, believed in (
            (article.types, encoded.types(triggers)),
            (article.statuses, encoded.statuses(triggers)),
        ):
            told.update({t: (told[t] + row) / 2 for t, row in zip(triggers, believed, strict=True)})
    for name, pairs in article.pairs.items():
        if pairs:
            said = _believed(article, encoded, teacher, name, [pair[:2] for pair in pairs])
            article.pairs[name] = [
                (word, other, (told + share) / 2)
                for (word, other, told), (_, _, share) in zip(pairs, said, strict=True)
            ]
    _copy_columns(article, encoded)
    return article


def _copy_columns(article: Labelled, encoded: Encoded) -> None:
    words = article.related()
    article.columns = dict(zip(words, encoded.rows[words, FIRST_PROJECTION:], strict=True))


def _pairs(reading: Reading, triggers: Sequence[int]) -> dict[str, list[tuple[int, int]]]:
    """The pairs of each relation that are worth a word, as in `ingest.train.labels`."""
    of = reading.sentence_of
    places = [named.head for row in reading.places for named in row]
    return {
        "same": [
            (later, earlier)
            for row, later in enumerate(triggers)
            for earlier in triggers[:row]
            if of[later] - of[earlier] < SAME_WITHIN
        ],
        "part": [(t, named.head) for t in triggers for named in near(reading.actors, of[t], REACH["part"])],
        "time": [(t, named.head) for t in triggers for named in near(reading.times, of[t], REACH["time"])],
        "place": [(t, place) for t in triggers for place in places if abs(of[t] - of[place]) < PLACE_WITHIN],
    }


def _believed(
    article: Labelled, encoded: Encoded, teacher: Transformer, name: str, pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int, float]]:
    number = RELATIONS.index(name)
    words, others = sorted({word for word, _ in pairs}), sorted({other for _, other in pairs})
    odds = encoded.related(name, words, others)
    row, column = {word: i for i, word in enumerate(words)}, {other: i for i, other in enumerate(others)}
    of_gaps = teacher.gaps.weight.detach().numpy()[:, number]
    all_odds = np.array([odds[row[word], column[other]] + of_gaps[gap(article, word, other)] for word, other in pairs])
    return [(word, other, float(share)) for (word, other), share in zip(pairs, _share(all_odds), strict=True)]


def _share(odds: Array) -> Array:
    shares: Array = (1 / (1 + np.exp(-odds))).astype(np.float32)
    return shares
