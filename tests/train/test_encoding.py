"""What the shipped encoder learns from: every article by the teacher that did not learn from it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from ingest.train.encoding import Said, _all_said, _said_without
from ingest.train.labels import Labelled


def labelled(share: float, column: float) -> Labelled:
    return Labelled([5], [0], [0], happening={0: share}, columns={0: np.full(2, column, dtype=np.float32)})


def test_lessons_are_labelled_by_the_teacher_of_their_fold_and_texts_by_all() -> None:
    lessons: list[Any] = [SimpleNamespace(fold=0), SimpleNamespace(fold=1)]
    first = Said([labelled(0.1, 1.0), labelled(0.2, 2.0)], [], [labelled(0.4, 5.0)])
    second = Said([labelled(0.3, 3.0), labelled(0.6, 4.0)], [], [labelled(0.8, 6.0)])
    learned, texts = _all_said(lessons, [first, second])
    assert [lesson for lesson, _ in learned] == lessons
    assert [label.happening[0] for _, label in learned] == [0.1, 0.6]
    assert [label.columns[0][0] for _, label in learned] == [
        1.0,
        2.0,
    ]  # the first teacher's, who alone has their meaning
    assert [round(text.happening[0], 6) for text in texts] == [0.6]


def test_a_student_learns_nothing_of_the_lessons_that_it_is_to_read_not_even_in_other_words() -> None:
    lessons: list[Any] = [SimpleNamespace(fold=0), SimpleNamespace(fold=1)]
    said = Said(
        [labelled(0.1, 1.0), labelled(0.2, 2.0)], [labelled(0.3, 3.0), labelled(0.4, 4.0)], [labelled(0.5, 5.0)]
    )
    learned, texts = _said_without(lessons, said, 0)
    assert [label.happening[0] for _, label in learned] == [0.2]
    assert [text.happening[0] for text in texts] == [0.4, 0.5]
