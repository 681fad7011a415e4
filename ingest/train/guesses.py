"""What a trained encoder believes of texts: takes readings, annotated or not, gives them labelled with shares.

Learning from these, a small encoder comes near a large one (Hinton, Vinyals and Dean 2015, "Distilling the knowledge
in a neural network"): they say of far more text than was annotated what is likely, and how likely.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ingest.extract.agreements import triggers as agreements
from ingest.extract.agreements.instruments import find_instruments
from ingest.extract.encoder.encoder import words_to_encode
from ingest.extract.encoder.layout import FIRST_PROJECTION, REACH, RELATIONS, Array, Encoded
from ingest.extract.encoder.pieces import Pieces
from ingest.extract.events.candidates import find_candidates
from ingest.extract.events.reading import Reading
from ingest.extract.speech.judging import opening
from ingest.train.labels import Labelled, in_pieces, near
from ingest.train.layers import Transformer
from ingest.train.learning import gap, read_words

POSSIBLE, LIKELY = 0.15, 0.3  # shares from which a candidate is told what it is (type, kind, status), and its relations
SAME_WITHIN, PLACE_WITHIN = 15, 12  # sentences between two triggers, and between a trigger and a place


def guess(reading: Reading, teacher: Transformer, pieces: Pieces, words: Sequence[str] | None = None) -> Labelled:
    """The article in the word pieces of a smaller encoder, with what the larger one believes; `words` stand in the
    places of its own (`ingest.train.altered`).
    """
    doc = reading.doc
    words = words or words_to_encode(doc, reading.sentences)
    article = in_pieces(reading, pieces, words)
    candidates = [candidate.token for candidate in find_candidates(reading)]
    encoded = read_words(teacher, words)
    agreeing = {found.token for found in agreements.find_candidates(doc, reading.sentences, find_instruments(doc))}
    article.happening = _believed_of(candidates, encoded.happening)
    article.agreeing = _believed_of(sorted({*candidates, *agreeing}), encoded.agreeing)
    article.types = _weighed(article.happening, encoded.types)
    article.statuses = _weighed(article.happening, encoded.statuses)
    article.agreement_kinds = _weighed(article.agreeing, encoded.agreement_kinds)
    article.agreement_statuses = _weighed(article.agreeing, encoded.agreement_statuses)
    for name, pairs in _pairs(reading, _likely(article.happening), _likely(article.agreeing)).items():
        if pairs:
            article.pairs[name] = _believed(article, encoded, teacher, name, pairs)
    _copy_columns(article, encoded)
    return article


def soften(article: Labelled, reading: Reading, teacher: Transformer) -> Labelled:
    """An annotated article with its labels half way to what the larger encoder believes, and with its columns.

    What is hard to tell is then learned as that, also where the annotation says one thing of it.
    """
    encoded = read_words(teacher, words_to_encode(reading.doc, reading.sentences))
    for shares, believed in ((article.happening, encoded.happening), (article.agreeing, encoded.agreeing)):
        said = _believed_of(list(shares), believed)
        shares.update({token: (share + said[token]) / 2 for token, share in shares.items()})
    for told, named in (
        (article.types, encoded.types),
        (article.statuses, encoded.statuses),
        (article.agreement_kinds, encoded.agreement_kinds),
        (article.agreement_statuses, encoded.agreement_statuses),
    ):
        if told:
            rows = named(list(told))
            told.update({t: (shown + row) / 2 for (t, shown), row in zip(told.items(), rows, strict=True)})
    for name, pairs in article.pairs.items():
        if pairs:
            said_of = _believed(article, encoded, teacher, name, [pair[:2] for pair in pairs])
            article.pairs[name] = [
                (word, other, (told_of + share) / 2)
                for (word, other, told_of), (_, _, share) in zip(pairs, said_of, strict=True)
            ]
    _copy_columns(article, encoded)
    return article


def _believed_of(tokens: Sequence[int], odds: Callable[[list[int]], Array]) -> dict[int, float]:
    return dict(zip(tokens, _share(odds(list(tokens))).tolist(), strict=True)) if tokens else {}


def _weighed(shares: dict[int, float], named: Callable[[list[int]], Array]) -> dict[int, Array]:
    """What the possible words are believed to be, which counts as much as they are believed to be something at all."""
    possible = [token for token, share in shares.items() if share > POSSIBLE]
    weights = np.array([shares[token] for token in possible], dtype=np.float32)[:, None]
    return dict(zip(possible, named(possible) * weights, strict=True)) if possible else {}


def _likely(shares: dict[int, float]) -> list[int]:
    return [token for token, share in shares.items() if share > LIKELY]


def _copy_columns(article: Labelled, encoded: Encoded) -> None:
    words = article.related()
    article.columns = dict(zip(words, encoded.rows[words, FIRST_PROJECTION:], strict=True))


def _pairs(reading: Reading, triggers: Sequence[int], agreeing: Sequence[int]) -> dict[str, list[tuple[int, int]]]:
    """The pairs of each relation that are worth a word, as in `ingest.train.labels`."""
    of = reading.sentence_of
    places = [named.head for row in reading.places for named in row]
    openings = [token for quotation in reading.quotations if (token := opening(reading.doc, quotation)) is not None]

    def with_names(relation: str, tokens: Sequence[int]) -> list[tuple[int, int]]:
        return [(t, named.head) for t in tokens for named in near(reading.actors, of[t], REACH[relation])]

    return {
        "same": [
            (later, earlier)
            for row, later in enumerate(triggers)
            for earlier in triggers[:row]
            if of[later] - of[earlier] < SAME_WITHIN
        ],
        "part": with_names("part", triggers),
        "time": [(t, named.head) for t in triggers for named in near(reading.times, of[t], REACH["time"])],
        "place": [(t, place) for t in triggers for place in places if abs(of[t] - of[place]) < PLACE_WITHIN],
        "party": with_names("party", agreeing),
        "speaker": with_names("speaker", openings),
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
