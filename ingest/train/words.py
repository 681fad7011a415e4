"""The table of word vectors: takes GloVe vectors, gives a small file of one vector for each common lemma.

    python -m ingest.train.words glove.6B.50d.txt

Source: GloVe 6B, 50 dimensions (Pennington, Socher and Manning 2014; Public Domain Dedication and License), a text
file with a word and its numbers on each line, commonest word first. The lemmas are the commonest of those in the
lemmatizer's index of verbs, nouns and adjectives; each number takes one byte. The file changes only when this is run
again; training does not change it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import numpy as np

from ingest.extract.events.words import WORDS_FILE, Array
from ingest.nlp import load_model

LEMMAS = 16_000
PARTS = ("verb", "noun", "adj")


@click.command()
@click.argument("vectors", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(vectors: Path) -> None:
    """Write the table of word vectors."""
    index = load_model().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    known = {word for part in PARTS for word in index[part]}
    chosen = dict(sorted(commonest(vectors, known)))
    table, scale = to_bytes(np.stack(list(chosen.values())))
    np.savez_compressed(WORDS_FILE, words=np.array("\n".join(chosen)), table=table, scale=scale)


def commonest(path: Path, known: set[str]) -> Iterator[tuple[str, Array]]:
    """The first LEMMAS lines of the file whose word is a known lemma."""
    left = LEMMAS
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, *numbers = line.split(" ")
            if left and word in known and word.replace("-", "").isalpha():
                left -= 1
                yield word, np.array(numbers, dtype=np.float32)


def to_bytes(vectors: Array) -> tuple[np.ndarray, Array]:
    """Centred unit rows as signed bytes, and the scale of each column."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    centred = unit - unit.mean(axis=0)
    scale = np.abs(centred).max(axis=0) / 127
    return np.round(centred / scale).astype(np.int8), scale.astype(np.float32)


if __name__ == "__main__":
    main()
