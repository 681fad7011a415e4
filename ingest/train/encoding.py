"""Encoding the lessons: takes lessons, has one encoder trained for each fold and one on all, reads each lesson with the
encoder that did not see it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ingest.extract.encoder.encoder import LAYERS_FILE, PIECES_FILE, Encoder, words_to_encode
from ingest.train.lessons import Lesson

Tell = Callable[[str], None]


def encode_lessons(lessons: Sequence[Lesson], folds: int, kept: Path, tell: Tell) -> None:
    """Fill `reading.encoded` of every lesson; encoders of folds that lie in `kept` are taken from there."""
    for fold in range(folds):
        pieces_file, layers_file = kept / f"pieces-{fold}.npz", kept / f"layers-{fold}.onnx"
        if not layers_file.exists():
            from ingest.train.encoder import fit_encoder

            tell(f"training the encoder without part {fold + 1} of {folds}")
            fit_encoder([lesson for lesson in lessons if lesson.fold != fold], pieces_file, layers_file)
        encoder = Encoder(pieces_file, layers_file)
        for lesson in lessons:
            if lesson.fold == fold:
                reading = lesson.reading
                reading.encoded = encoder.encode(words_to_encode(reading.doc, reading.sentences))


def fit_final(lessons: Sequence[Lesson], tell: Tell) -> None:
    """Train the encoder that the package ships."""
    from ingest.train.encoder import fit_encoder

    tell("training the encoder on all articles")
    fit_encoder(lessons, PIECES_FILE, LAYERS_FILE)
