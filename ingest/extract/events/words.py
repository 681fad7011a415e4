"""Static word vectors: takes lemmas, gives one short vector each, so that what holds of "pact" is expected of "accord".

The table is made by `ingest.train.words`, which names its sources.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
WORDS_FILE = Path(__file__).with_name("words.npz")


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], Array]:
    with np.load(WORDS_FILE, allow_pickle=False) as stored:
        words = str(stored["words"]).split("\n")
        vectors = stored["table"].astype(np.float32) * stored["scale"]
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    unknown = np.zeros((1, vectors.shape[1]), dtype=np.float32)
    return {word: row for row, word in enumerate(words)}, np.concatenate([vectors, unknown]).astype(np.float32)


def vectors_of(lemmas: Sequence[str]) -> Array:
    """Unit vectors, shape (len(lemmas), width); zeros for a lemma that the table does not hold."""
    rows, vectors = _table()
    return vectors[[rows.get(lemma, -1) for lemma in lemmas]]
