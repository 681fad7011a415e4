"""Scoring: compares a database with annotated articles, in the manner of `score_events.py`, and gives a `Report`.

A system event matches a gold event when a trigger of both is the same word in the same place, or failing that,
both have a mention in the same sentence and the same type. A fact (type, status, date interval, place, one
participant) counts only on a matched event and where its value agrees.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.errors import DatelineError
from ingest.evaluation import stored
from ingest.evaluation.alignment import AlignedArticle, one_to_one
from ingest.evaluation.names import same_name, words
from ingest.evaluation.stored import StoredAgreement, StoredEvent

Gold = dict[str, Any]  # one annotated item, as the JSON file has it
MEASURES = ("events", "facts", "agreements", "agreement facts", "quotations", "quotations, any speaker")
DETAILS = ("type", "date", "undated kept undated", "place", "status", "participant")


@dataclass(frozen=True, slots=True)
class Score:
    """`true_positives` of `system` said and `gold` true."""

    true_positives: int
    system: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was said that is true."""
        return self.true_positives / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """Share of what is true that was said."""
        return self.true_positives / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """Scores by measure, (right, of) by detail on matched events, and the articles that the database lacks."""

    scores: Mapping[str, Score]
    details: Mapping[str, tuple[int, int]]
    missing: tuple[str, ...]


def evaluate(database: Path, gold_dir: Path) -> Report:
    """Score a database against the annotations (`*.json`) of a folder. Raises DatelineError where there are none."""
    files = sorted(gold_dir.glob("*.json"))
    if not files:
        raise DatelineError(f"{gold_dir}: no annotations (*.json) there. Name the folder that holds them")
    annotations = [_annotation(file) for file in files]
    try:
        with sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True) as db:
            return _Scorer(db).report(annotations)
    except sqlite3.Error as error:
        raise DatelineError(f"{database}: {error}. Name a database that `dateline build` made") from error


def _annotation(file: Path) -> tuple[str, Gold]:
    try:
        gold = json.loads(file.read_text(encoding="utf-8"))
        return file.stem, {key: gold[key] for key in ("sentences", "events", "agreements", "quotations")}
    except (ValueError, KeyError, TypeError) as error:
        raise DatelineError(f"{file}: no annotation in the documented format ({error!r})") from error


class _Scorer:
    """Counts, article by article."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.names = stored.aliases(db)
        stems = db.execute("select id, path, text from articles order by path")
        self.articles = {Path(path).name.rsplit(".", 1)[0]: (id, text) for id, path, text in stems}
        self.right: Counter[str] = Counter()
        self.said: Counter[str] = Counter()
        self.true: Counter[str] = Counter()
        self.detail: Counter[str] = Counter()
        self.detail_of: Counter[str] = Counter()

    def report(self, annotations: Sequence[tuple[str, Gold]]) -> Report:
        missing = []
        for stem, gold in annotations:
            if stem not in self.articles:
                missing.append(stem)
            self._article(gold, *self.articles.get(stem, ("", "")))
        return Report(
            {m: Score(self.right[m], self.said[m], self.true[m]) for m in MEASURES},
            {d: (self.detail[d], self.detail_of[d]) for d in DETAILS},
            tuple(missing),
        )

    def _article(self, gold: Gold, article: str, text: str) -> None:
        aligned = AlignedArticle(gold["sentences"], text)
        self._events(aligned, gold["events"], stored.events_of(self.db, article, self.names))
        self._agreements(aligned, gold["agreements"], stored.agreements_of(self.db, article, self.names))
        self._quotations(gold["quotations"], stored.quotations_of(self.db, article, self.names))

    def _count(self, measure: str, right: int, said: int, true: int) -> None:
        self.right[measure] += right
        self.said[measure] += said
        self.true[measure] += true

    def _events(self, aligned: AlignedArticle, gold: Sequence[Gold], events: Mapping[str, StoredEvent]) -> None:
        pairs = one_to_one(_weights(aligned, gold, events, typed=True))
        self._count("events", len(pairs), len(events), len(gold))
        self._count(
            "facts",
            0,
            sum(2 + bool(e.start) + bool(e.place) + len(e.participants) for e in events.values()),
            sum(2 + bool(e["start"]) + bool(e["place"]) + len(e["participants"]) for e in gold),
        )
        for i, event in pairs.items():
            self._facts(gold[i], events[event])

    def _facts(self, gold: Gold, event: StoredEvent) -> None:
        right = {
            "type": gold["type"] == event.type,
            "status": gold["status"] == event.status,
            "date": bool(gold["start"]) and (gold["start"], gold["end"]) == (event.start, event.end),
            "place": bool(gold["place"]) and bool(event.place) and same_name(gold["place"], [event.place]),
        }
        applies = {"type": True, "status": True, "date": bool(gold["start"]), "place": bool(gold["place"])}
        for key, ok in right.items():
            self.right["facts"] += ok
            self.detail[key] += ok
            self.detail_of[key] += applies[key]
        self.detail_of["undated kept undated"] += not gold["start"]
        self.detail["undated kept undated"] += not gold["start"] and not event.start
        found = _found(gold["participants"], event.participants)
        self.right["facts"] += found
        self.detail["participant"] += found
        self.detail_of["participant"] += len(gold["participants"])

    def _agreements(
        self, aligned: AlignedArticle, gold: Sequence[Gold], agreements: Mapping[str, StoredAgreement]
    ) -> None:
        pairs = one_to_one(_weights(aligned, gold, agreements, typed=False))
        self._count("agreements", len(pairs), len(agreements), len(gold))
        self._count(
            "agreement facts",
            sum(_agreement_facts(gold[i], agreements[k]) for i, k in pairs.items()),
            sum(2 + bool(a.instrument) + len(a.parties) for a in agreements.values()),
            sum(2 + bool(a["instrument"]) + len(a["parties"]) for a in gold),
        )

    def _quotations(self, gold: Sequence[Sequence[Any]], quotations: Sequence[tuple[str, set[str]]]) -> None:
        left, found, right = list(quotations), 0, 0
        for _, speaker, opening in gold:
            hit = next((q for q in left if _opens(words(opening), words(q[0]))), None)
            if hit is not None:
                left.remove(hit)
                found += 1
                right += same_name(speaker, hit[1])
        self._count("quotations", right, len(quotations), len(gold))
        self._count("quotations, any speaker", found, len(quotations), len(gold))


def _opens(want: list[str], have: list[str]) -> bool:
    """Whether a quotation begins with the annotated words (or is a shorter beginning of them)."""
    if len(have) < len(want):
        return bool(have) and want[: len(have)] == have
    return bool(want) and want == have[: len(want)]


def _found(gold: Sequence[str], system: Sequence[set[str]]) -> int:
    """How many gold names have a system participant of their own."""
    left, found = list(system), 0
    for name in gold:
        hit = next((names for names in left if same_name(name, names)), None)
        if hit is not None:
            left.remove(hit)
            found += 1
    return found


def _agreement_facts(gold: Gold, agreement: StoredAgreement) -> int:
    instrument = (
        bool(gold["instrument"])
        and bool(agreement.instrument)
        and same_name(gold["instrument"], [agreement.instrument])
    )
    same = bool(gold["kind"] == agreement.kind) + bool(gold["status"] == agreement.status)
    return same + instrument + _found(gold["parties"], agreement.parties)


def _weights(
    aligned: AlignedArticle, gold: Sequence[Gold], system: Mapping[str, StoredEvent | StoredAgreement], typed: bool
) -> dict[tuple[int, str], int]:
    """How strongly each gold item and system item belong together: shared triggers, then shared sentences."""
    weights: dict[tuple[int, str], int] = {}
    spans = {key: [aligned.span(*mention) for mention in item.mentions] for key, item in system.items()}
    placed = {key: aligned.sentences(set().union(*found)) for key, found in spans.items()}
    for i, item in enumerate(gold):
        triggers = [aligned.trigger(number, trigger) for number, trigger in item["mentions"]]
        sentences = {number for number, _ in item["mentions"]}
        for key, found in system.items():
            hits = sum(1 for a in triggers for b in spans[key] if a & b)
            same = len(sentences & placed[key])
            if typed and isinstance(found, StoredEvent) and item["type"] != found.type:
                same = 0
            if hits or same:
                weights[i, key] = 3 * hits + same
    return weights
