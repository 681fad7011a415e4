"""Encoders for training: takes lessons and texts without annotation, has a teacher and a student trained for each fold
and for all, reads each lesson with the student that did not learn from it.

A teacher learns from TimeML first and from the annotations then; the student from the annotations and from what the
teacher believes of the other texts. Lessons that stand beside teach no encoder, only the models over it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.extract.encoder.encoder import LAYERS_FILE, PIECES_FILE, Encoder, words_to_encode
from ingest.extract.events.reading import Reading
from ingest.train.lessons import Lesson
from ingest.train.timeml import Annotation, label_timeml

if TYPE_CHECKING:
    from torch import Tensor

Tell = Callable[[str], None]
PARTS = 3  # of the texts without annotation, one of which the student reads in a round


@dataclass(frozen=True)
class Further:
    """What is learned from beside the lessons: texts without annotation, and annotated TimeML."""

    texts: Sequence[Reading] = ()
    timeml: Sequence[tuple[Reading, Annotation]] = ()

    @cached_property
    def begun(self) -> dict[str, Tensor]:
        """The weights of a teacher that has learned from the TimeML, the same for each fold."""
        from ingest.train.learning import Pace, learn, start
        from ingest.train.teacher import Teacher

        start()
        teacher = Teacher()
        labelled = [label_timeml(*item, teacher.pieces) for item in self.timeml]
        if labelled:
            learn(teacher, Pace(rounds=2, speed=6e-5, slower=0.9), labelled, [], 1)
        weights: dict[str, Tensor] = teacher.state_dict()
        return weights


def encode_lessons(lessons: Sequence[Lesson], further: Further, folds: int, kept: Path, tell: Tell) -> None:
    """Fill `reading.encoded` of every lesson; encoders of as many folds that lie in `kept` are taken from there."""
    for fold in range(folds):
        name = f"{fold + 1}-of-{folds}"
        pieces_file, layers_file = kept / f"pieces-{name}.npz", kept / f"layers-{name}.onnx"
        if not layers_file.exists():
            tell(f"training the encoders without part {fold + 1} of {folds}")
            fit_encoder(_teaching(lessons, fold), further, pieces_file, layers_file)
        encoder = Encoder(pieces_file, layers_file)
        for lesson in lessons:
            if lesson.fold == fold:
                reading = lesson.reading
                reading.encoded = encoder.encode(words_to_encode(reading.doc, reading.sentences))


def fit_final(lessons: Sequence[Lesson], further: Further, tell: Tell) -> None:
    """Train the encoder that the package ships."""
    tell("training the encoders on all articles")
    fit_encoder(_teaching(lessons, None), further, PIECES_FILE, LAYERS_FILE)


def _teaching(lessons: Sequence[Lesson], without: int | None) -> list[Lesson]:
    return [lesson for lesson in lessons if lesson.fold != without and not lesson.beside]


def fit_encoder(lessons: Sequence[Lesson], further: Further, pieces_file: Path, layers_file: Path) -> None:
    """Train on the lessons and write the two files of `ingest.extract.encoder`."""
    from ingest.train.guesses import follow, guess
    from ingest.train.labels import label
    from ingest.train.learning import Pace, learn, start
    from ingest.train.student import Student, save
    from ingest.train.teacher import Teacher

    start()
    teacher = Teacher()
    teacher.load_state_dict(further.begun)
    own = [label(lesson, teacher.pieces) for lesson in lessons]
    learn(teacher, Pace(rounds=4, speed=8e-5, slower=0.9), own, [], 1)
    start()
    student = Student()
    guesses = [guess(reading, teacher, student.pieces) for reading in further.texts]
    own = [follow(label(lesson, student.pieces), lesson.reading, teacher) for lesson in lessons]
    learn(student, Pace(rounds=6, speed=2e-4), own, guesses, PARTS)
    save(student, pieces_file, layers_file)
