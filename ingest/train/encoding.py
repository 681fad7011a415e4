"""Encoders for training: takes lessons and texts without annotation, has a teacher and a student trained for each fold,
reads each lesson with the student that did not learn from it, and trains the one that the package ships.

A teacher learns from TimeML first, then from all annotations, at last from those that are like what will be read. Its
student learns from the same annotations, half way to what the teacher believes, and from what it believes of the other
texts and of all texts in other words. The shipped one learns from what all teachers together believe of the texts and,
of each annotated article, the teacher that did not learn from it, but for its TimeML where it has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.extract.encoder.encoder import LAYERS_FILE, PIECES_FILE, Encoder, words_to_encode
from ingest.extract.encoder.pieces import Pieces
from ingest.extract.events.reading import Reading
from ingest.train.altered import Words
from ingest.train.labels import Labelled, average
from ingest.train.lessons import Lesson
from ingest.train.timeml import Annotation, label_timeml

if TYPE_CHECKING:
    from torch import Tensor

Tell = Callable[[str], None]
PARTS = 4  # of the texts that are not like what will be read, one of which the student reads in a round


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


@dataclass(frozen=True, slots=True)
class Said:
    """What a teacher believes of every lesson, half way to its annotation, of every lesson in other words, and of every
    other text, as it is and in other words.
    """

    lessons: list[Labelled]
    altered: list[Labelled]
    texts: list[Labelled]


def encode_lessons(
    lessons: Sequence[Lesson], further: Further, folds: int, kept: Path, tell: Tell, ship: bool = False
) -> None:
    """Fill `reading.encoded` of every lesson; encoders of as many folds that lie in `kept` are taken from there.

    `ship` has the encoder of the package trained as well, for which the teachers of all folds are needed.
    """
    said: list[Said] = []
    for fold in range(folds):
        name = f"{fold + 1}-of-{folds}"
        pieces_file, layers_file = kept / f"pieces-{name}.npz", kept / f"layers-{name}.onnx"
        if ship or not layers_file.exists():
            tell(f"training the teacher without part {fold + 1} of {folds}")
            own = _ask_teacher(lessons, fold, further)
            if ship:
                said.append(own)
            if not layers_file.exists():
                tell(f"training the encoder without part {fold + 1} of {folds}")
                _fit_student(*_said_without(lessons, own, fold), pieces_file, layers_file)
        encoder = Encoder(pieces_file, layers_file)
        for lesson in lessons:
            if lesson.fold == fold:
                reading = lesson.reading
                reading.encoded = encoder.encode(words_to_encode(reading.doc, reading.sentences))
    if ship:
        tell("training the encoder on all articles")
        _fit_student(*_all_said(lessons, said), PIECES_FILE, LAYERS_FILE)


def _ask_teacher(lessons: Sequence[Lesson], fold: int, further: Further) -> Said:
    """What a teacher says that did not learn from the lessons of a fold, but for their TimeML."""
    from ingest.train.guesses import guess, soften
    from ingest.train.labels import label
    from ingest.train.learning import Pace, learn, quickly, start
    from ingest.train.student import vocabulary
    from ingest.train.teacher import Teacher

    taught = [lesson for lesson in lessons if lesson.fold != fold]
    begun = further.begun
    start()
    teacher = Teacher()
    teacher.load_state_dict(begun)
    learn(teacher, Pace(2, 8e-5, slower=0.9), [label(item, teacher.pieces) for item in taught], [], 1)
    alike = [label(item, teacher.pieces) for item in taught if item.alike]
    learn(teacher, Pace(3, 6e-5, slower=0.9), alike, [], 1)
    pieces = Pieces(vocabulary())
    words = Words([*(item.reading for item in lessons), *further.texts])

    def in_other_words(readings: Iterable[Reading]) -> list[Labelled]:
        return [guess(reading, teacher, pieces, words.alter(reading, n)) for n, reading in enumerate(readings)]

    with quickly():
        return Said(
            [soften(label(item, pieces), item.reading, teacher) for item in lessons],
            in_other_words(item.reading for item in lessons),
            [*(guess(reading, teacher, pieces) for reading in further.texts), *in_other_words(further.texts)],
        )


def _said_without(
    lessons: Sequence[Lesson], said: Said, fold: int
) -> tuple[list[tuple[Lesson, Labelled]], list[Labelled]]:
    """What a student may learn from that is to read the lessons of a fold."""
    learned = [(lesson, own) for lesson, own in zip(lessons, said.lessons, strict=True) if lesson.fold != fold]
    altered = [own for lesson, own in zip(lessons, said.altered, strict=True) if lesson.fold != fold]
    return learned, [*altered, *said.texts]


def _all_said(lessons: Sequence[Lesson], said: Sequence[Said]) -> tuple[list[tuple[Lesson, Labelled]], list[Labelled]]:
    """Lessons by the teachers that did not learn from them, and other texts, lessons in other words too, by all;
    columns of relations are those of the first teacher, since each has its own.
    """
    learned = [
        (lesson, replace(said[lesson.fold].lessons[number], columns=said[0].lessons[number].columns))
        for number, lesson in enumerate(lessons)
    ]
    return learned, [average(parts) for parts in zip(*([*one.altered, *one.texts] for one in said), strict=True)]


def _fit_student(
    lessons: Sequence[tuple[Lesson, Labelled]], texts: Sequence[Labelled], pieces_file: Path, layers_file: Path
) -> None:
    """Train on labelled lessons and texts and write the two files of `ingest.extract.encoder`."""
    from ingest.train.learning import Pace, learn, start
    from ingest.train.student import Student, save

    start()
    student = Student()
    alike = [labelled for lesson, labelled in lessons if lesson.alike]
    others = [labelled for lesson, labelled in lessons if not lesson.alike]
    learn(student, Pace(rounds=16, speed=2e-4), alike, [*others, *texts], PARTS)
    save(student, pieces_file, layers_file)
