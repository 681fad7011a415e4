"""Training in stages: takes lessons, gives the models; each learns from what the one before says of unseen text.

The articles are cut into folds. For each stage one model is fitted for every fold without that fold's articles, and
its word on them feeds the next stage, so that no stage learns from scores on articles that the scorer had seen. The
final model of a stage is fitted on all articles. The fold models together give cross-validated figures of the whole
station.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from ingest.evaluation.names import same_name
from ingest.extract.events.attaching import Grouped
from ingest.extract.events.attaching_when import interval_rows, time_rows
from ingest.extract.events.attaching_where import place_rows
from ingest.extract.events.attaching_who import participant_rows
from ingest.extract.events.deciding import grouped, likely, status_features, told_by, type_of, worth_a_look
from ingest.extract.events.grouping import event_rows, group
from ingest.extract.events.intervals import Interval
from ingest.extract.events.models import Linear, Models, Numbers, Trees
from ingest.extract.events.pairs import pair_rows
from ingest.train.fit import fit_linear, fit_trees
from ingest.train.gold import GoldEvent
from ingest.train.lessons import Lesson
from ingest.train.score import forms, match

Model = TypeVar("Model")
Labels = npt.NDArray[np.bool_]
SOME = 0.3  # of the columns at a split, where many columns say much the same
THRESHOLDS = {"trigger": 0.3, "same": 0.38, "event": 0.44, "part": 0.5, "time": 0.29, "place": 0.31}


@dataclass(slots=True)
class Fitted:
    """The final models, and those of each fold."""

    final: dict[str, Any]
    folds: list[dict[str, Any]]

    def models(self, fold: int | None = None, thresholds: dict[str, float] | None = None) -> Models:
        """The models of one fold or, without one, the final ones."""
        chosen = self.final if fold is None else self.folds[fold]
        return Models(**chosen, thresholds=thresholds or THRESHOLDS)


def train(lessons: Sequence[Lesson], folds: int) -> Fitted:
    """All stages in order, for lessons whose readings are encoded by what did not see them."""
    fitted = Fitted({}, [{} for _ in range(folds)])
    for lesson in lessons:
        lesson.all = worth_a_look(lesson.reading)
    _stage(fitted, lessons, "trigger", fit_trigger)
    _stage(fitted, lessons, "type", fit_type)
    for lesson in lessons:
        of_fold = fitted.folds[lesson.fold]
        lesson.kept = likely(lesson.reading, lesson.all, of_fold["trigger"], of_fold["type"], THRESHOLDS["trigger"])
        lesson.clauses = told_by(lesson.reading, lesson.kept)
        lesson.pairs, lesson.pair_rows = pair_rows(lesson.reading, lesson.kept, lesson.clauses)
    _stage(fitted, lessons, "same", fit_same)
    for lesson in lessons:
        same = fitted.folds[lesson.fold]["same"].probabilities(lesson.pair_rows) if lesson.pairs else np.zeros(0)
        lesson.groups = group(lesson.clauses, lesson.pairs, same, THRESHOLDS["same"])
        if lesson.groups:
            lesson.group_rows = event_rows(lesson.kept, lesson.clauses, lesson.groups, lesson.pairs, same)
        _match(lesson)
    _stage(fitted, lessons, "event", fit_event)
    _stage(fitted, lessons, "status", fit_status)
    for lesson in lessons:
        lesson.grouped = _grouped(lesson, fitted.folds[lesson.fold]["status"])
    _stage(fitted, lessons, "part", fit_part)
    _stage(fitted, lessons, "time", fit_time)
    _stage(fitted, lessons, "extent", fit_extent)
    _stage(fitted, lessons, "place", fit_place)
    return fitted


def _stage(fitted: Fitted, lessons: Sequence[Lesson], name: str, fit: Callable[[Sequence[Lesson]], Model]) -> None:
    for fold, models in enumerate(fitted.folds):
        models[name] = fit(_weighed([lesson for lesson in lessons if lesson.fold != fold]))
    fitted.final[name] = fit(_weighed(lessons))


def _weighed(lessons: Sequence[Lesson]) -> list[Lesson]:
    """The lessons, those twice that are checked on, where others stand beside them."""
    own = [lesson for lesson in lessons if not lesson.beside]
    return [*lessons, *(own if len(own) < len(lessons) else ())]


def fit_trigger(lessons: Sequence[Lesson]) -> Linear:
    """Whether a candidate reports a happening."""
    named = [row for lesson in lessons for row in lesson.all.named]
    numbers = np.concatenate([lesson.all.numbers for lesson in lessons])
    return fit_linear(named, numbers, np.concatenate([lesson.label_of(lesson.all) >= 0 for lesson in lessons]))


def fit_type(lessons: Sequence[Lesson]) -> Linear:
    """The type of a true trigger."""
    told = [(lesson, row, int(e)) for lesson in lessons for row, e in enumerate(lesson.label_of(lesson.all)) if e >= 0]
    named = [lesson.all.named[row] for lesson, row, _ in told]
    numbers = np.stack([lesson.all.numbers[row] for lesson, row, _ in told])
    return fit_linear(
        named, numbers, np.array([lesson.gold.events[e].type for lesson, _, e in told]), least=2, dense_weight=0.4
    )


def fit_same(lessons: Sequence[Lesson]) -> Trees:
    """Whether two true triggers tell of one happening."""
    rows: list[Numbers] = []
    labels: list[bool] = []
    for lesson in lessons:
        events = lesson.label_of(lesson.kept)
        for (i, j), row in zip(lesson.pairs, lesson.pair_rows, strict=True):
            if events[i] >= 0 and events[j] >= 0:
                rows.append(row)
                labels.append(bool(events[i] == events[j]))
    return fit_trees(np.stack(rows), np.array(labels), rounds=300, rate=0.05, leaves=16)


def _match(lesson: Lesson) -> None:
    """Which annotated event each group matches."""
    found = [
        (type_of(lesson.kept, members)[0], [(lesson.kept.candidates[i].token,) for i in members])
        for members in lesson.groups
    ]
    lesson.matched = {s: g for g, s in match(lesson.gold, found).items()}


def fit_event(lessons: Sequence[Lesson]) -> Trees:
    """Whether a group of triggers is an event of its own."""
    taught = [lesson for lesson in lessons if lesson.groups]
    rows = [lesson.group_rows for lesson in taught]
    labels = [np.array([s in lesson.matched for s in range(len(lesson.groups))]) for lesson in taught]
    return fit_trees(np.concatenate(rows), np.concatenate(labels), rounds=60, rate=0.05, leaves=6, least=30)


def fit_status(lessons: Sequence[Lesson]) -> Linear:
    """The status of a matched event, read off its first trigger."""
    named: list[list[str]] = []
    numbers: list[npt.NDArray[np.float32]] = []
    labels: list[str] = []
    for lesson in lessons:
        for s, g in sorted(lesson.matched.items()):
            first = lesson.groups[s][0]
            kind, _ = type_of(lesson.kept, lesson.groups[s])
            named.append(status_features(lesson.kept, lesson.clauses[first], first, kind))
            numbers.append(lesson.kept.numbers[first])
            labels.append(lesson.gold.events[g].status)
    return fit_linear(named, np.stack(numbers), np.array(labels), least=3, dense_weight=0.2)


def _grouped(lesson: Lesson, status: Linear) -> list[tuple[int, Grouped]]:
    """The matched groups as the station will see them, with their annotated events."""
    return [
        (g, grouped(lesson.reading, lesson.kept, lesson.clauses, lesson.groups[s], 0.5, status))
        for s, g in sorted(lesson.matched.items())
    ]


def fit_part(lessons: Sequence[Lesson]) -> Trees:
    """Whether an entity takes part in an event."""
    rows: list[Numbers] = []
    labels: list[bool] = []
    for lesson in lessons:
        cast = lesson.reading.cast
        for g, event in lesson.grouped:
            wanted = lesson.gold.events[g].participants
            entities, numbers = participant_rows(lesson.reading, event, lesson.clauses)
            for entity, row in zip(entities, numbers, strict=True):
                rows.append(row)
                labels.append(any(same_name(name, forms(cast, entity)) for name in wanted))
    return fit_trees(np.stack(rows), np.array(labels), rounds=200, rate=0.05, leaves=12, columns=SOME)


def fit_time(lessons: Sequence[Lesson]) -> Trees:
    """Whether an expression tells or bounds the time in which an event lies."""
    rows: list[Numbers] = []
    labels: list[bool] = []
    for lesson in lessons:
        for gold, row, stretches, _ in _timed(lesson):
            rows.append(row)
            labels.append(any(_is_when(gold, interval) for interval in stretches))
    return fit_trees(np.stack(rows), np.array(labels), rounds=120, rate=0.05, leaves=10, columns=SOME)


def fit_extent(lessons: Sequence[Lesson]) -> Trees:
    """Which of the stretches that the right expression tells or bounds is the one in which an event lies."""
    rows: list[Numbers] = []
    labels: list[bool] = []
    for lesson in lessons:
        for gold, _, stretches, numbers in _timed(lesson):
            right = [_is_when(gold, interval) for interval in stretches]
            if any(right):
                rows += list(numbers)
                labels += right
    return fit_trees(np.stack(rows), np.array(labels), rounds=120, rate=0.05, leaves=10, columns=SOME)


def _timed(lesson: Lesson) -> Iterator[tuple[GoldEvent, Numbers, list[Interval], Numbers]]:
    """For each matched event and expression around it: the expression's numbers, its stretches and their numbers."""
    for g, event in lesson.grouped:
        found, numbers = time_rows(lesson.reading, event, lesson.clauses)
        for index, row in zip(found, numbers, strict=True):
            yield lesson.gold.events[g], row, *interval_rows(lesson.reading, event, index, row)


def _is_when(gold: GoldEvent, interval: Interval) -> bool:
    return bool(gold.start) and interval.days == (gold.start, gold.end)


def fit_place(lessons: Sequence[Lesson]) -> Trees:
    """Whether an event happened in a place."""
    rows: list[Numbers] = []
    labels: list[bool] = []
    for lesson in lessons:
        places = lesson.reading.cast.places
        for g, event in lesson.grouped:
            gold = lesson.gold.events[g].place
            indices, numbers = place_rows(lesson.reading, event, lesson.clauses)
            for index, row in zip(indices, numbers, strict=True):
                rows.append(row)
                labels.append(bool(gold) and same_name(gold or "", [places[index].name]))
    return fit_trees(np.stack(rows), np.array(labels), rounds=120, rate=0.05, leaves=10, columns=SOME)
