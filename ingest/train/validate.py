"""Cross-validation of the whole station: takes fitted fold models, gives figures on unseen articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ingest.extract.events.assemble import assemble
from ingest.extract.events.deciding import decide
from ingest.train.lessons import Lesson
from ingest.train.score import count
from ingest.train.stages import Fitted


def cross_validate(
    lessons: Sequence[Lesson], fitted: Fitted, thresholds: dict[str, float] | None = None
) -> Counter[str]:
    """The counts of `score.count` summed over all lessons, each read by the models of its own fold."""
    total: Counter[str] = Counter()
    for lesson in lessons:
        reading = lesson.reading
        found = assemble(reading, decide(reading, fitted.models(lesson.fold, thresholds)))
        starts = {c: w.i for w, t in zip(reading.words, reading.doc, strict=True) for c in range(t.idx, t.idx + len(t))}
        total += count(lesson.gold, found, reading.cast, starts)
    return total
