"""The transformer at run time: takes words, gives their rows of numbers; onnxruntime inside, one thread.

Two files, written by `ingest.train.student`: `pieces.npz`, the vocabulary with its vectors (four bits a number), and
`layers.onnx`, the layers (eight bits a weight).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from ingest.extract.encoder.layout import WIDTH, Array, Encoded
from ingest.extract.encoder.pieces import Pieces
from ingest.extract.sentences import TELLING_ROLES
from ingest.extract.sessions import open_session
from ingest.model import Sentence

PIECES_FILE = Path(__file__).with_name("pieces.npz")
LAYERS_FILE = Path(__file__).with_name("layers.onnx")
WINDOW = 384  # pieces that are read together
OVERLAP = 64  # pieces that two neighbouring windows share
SLOWER = ("SkipLayerNormFusion",)  # slower than what it replaces in onnxruntime 1.31, which may ignore this wish
BEGIN, END = "[CLS]", "[SEP]"


class Encoder:
    """Vocabulary, vectors and layers, loaded once a process."""

    def __init__(self, pieces_file: Path = PIECES_FILE, layers_file: Path = LAYERS_FILE) -> None:
        with np.load(pieces_file, allow_pickle=False) as stored:
            vocabulary = {piece: row for row, piece in enumerate(str(stored["pieces"]).split("\n"))}
            self._packed = stored["packed"]
            self._scale = stored["scale"].astype(np.float32)
            self._positions = stored["positions"].astype(np.float32)
        self._begin, self._end = vocabulary[BEGIN], vocabulary[END]
        self.pieces = Pieces(vocabulary)
        self._session = open_session(layers_file, SLOWER)

    def encode(self, words: Sequence[str]) -> Encoded:
        """One row for each word."""
        return encode_with(self.pieces, self._read, words)

    def _read(self, numbers: list[int]) -> Array:
        vectors = self._vectors([self._begin, *numbers, self._end])
        given = (vectors + self._positions[: len(vectors)])[None]
        rows: Array = self._session.run(None, {"vectors": given})[0][0, 1:-1]
        return rows

    def _vectors(self, numbers: list[int]) -> Array:
        packed = self._packed[numbers]
        halves = np.stack([packed & 15, packed >> 4], axis=2).reshape(len(numbers), -1)
        vectors: Array = (halves.astype(np.float32) - 8) * self._scale[numbers][:, None]
        return vectors


def encode_with(pieces: Pieces, read: Callable[[list[int]], Array], words: Sequence[str]) -> Encoded:
    """One row for each word, read off its first piece in the window that holds most around it; `read` gives the rows of
    the pieces of a window.
    """
    numbers: list[int] = []
    first: list[int] = []
    for word in words:
        own = pieces.of(word)
        first.append(len(numbers) if own else -1)
        numbers += own
    at = np.array(first, dtype=np.intp)
    rows = np.zeros((len(words), WIDTH), dtype=np.float32)
    for start, end, low, high in windows(len(numbers)):
        inside = (at >= low) & (at < high)
        rows[inside] = read(numbers[start:end])[at[inside] - start]
    return Encoded(rows)


def windows(pieces: int) -> Iterator[tuple[int, int, int, int]]:
    """Windows [start, end) of even width over the pieces, and the part [low, high) of each that is read off it."""
    if not pieces:
        return
    count = max(1, math.ceil((pieces - OVERLAP) / (WINDOW - OVERLAP)))
    width = math.ceil((pieces + (count - 1) * OVERLAP) / count)
    starts = [number * (width - OVERLAP) for number in range(count)]
    bounds = [0, *(start + OVERLAP // 2 for start in starts[1:]), pieces]
    for start, (low, high) in zip(starts, pairwise(bounds), strict=True):
        yield start, min(pieces, start + width), low, high


@lru_cache(maxsize=1)
def _encoder() -> Encoder:
    return Encoder()


def encode(words: Sequence[str]) -> Encoded:
    """The words of one article in context."""
    return _encoder().encode(words)


def words_to_encode(doc: Doc, sentences: Sequence[Sentence]) -> list[str]:
    """The words of the article in order, left empty where they stand outside of its body and headings."""
    words: list[str] = []
    for span, sentence in zip(doc.sents, sentences, strict=True):
        telling = sentence.role in TELLING_ROLES
        words += [token.text if telling else "" for token in span]
    return words
