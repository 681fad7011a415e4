"""The same happening across articles: features of all local events come in, joined events go out.

Articles are taken in order of publication. Each of their events joins the joined event that it matches best, or
begins one; one article has at most one report of a joined event, since its own reports were joined before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.resolve.candidates import CandidateIndex
from ingest.resolve.features import Evidence, Features, features_of
from ingest.resolve.lexicons import weights
from ingest.resolve.records import ArticleSummary
from ingest.resolve.scoring import Comparer, Comparison

FIRST, LAST = 1, 2  # reports of a joined event that stand for it: the earliest and the latest
FOUNDER = "first_report"


@dataclass(frozen=True, slots=True)
class Report:
    """A local event in a joined one, with the rule and score that put it there."""

    article: int
    index: int
    rule: str
    score: float


@dataclass(slots=True)
class Joined:
    """One happening: its reports in order of publication, and the features of those that stand for it."""

    reports: list[Report] = field(default_factory=list)
    first: list[Features] = field(default_factory=list)
    last: list[Features] = field(default_factory=list)

    def add(self, report: Report, features: Features) -> None:
        """Take in a report."""
        self.reports.append(report)
        if len(self.first) < FIRST:
            self.first.append(features)
        else:
            self.last = [*self.last, features][-LAST:]


@dataclass(frozen=True, slots=True)
class JoinedEvents:
    """All joined events; `of[i][k]` is the number of the one that the k-th event of the i-th article reports."""

    events: tuple[Joined, ...]
    of: tuple[tuple[int, ...], ...]
    near_misses: tuple[tuple[int, int], ...]


def join_events(summaries: Sequence[ArticleSummary], evidence: Evidence) -> JoinedEvents:
    """Join the events of a corpus, whose summaries are in order of publication."""
    joiner = _Joiner(evidence)
    of = tuple(joiner.take(article, summary) for article, summary in enumerate(summaries))
    return JoinedEvents(tuple(joiner.events), of, tuple(sorted(joiner.near_misses)))


class _Joiner:
    def __init__(self, evidence: Evidence) -> None:
        self.events: list[Joined] = []
        self.near_misses: set[tuple[int, int]] = set()
        self._evidence = evidence
        self._index = CandidateIndex()

    def take(self, article: int, summary: ArticleSummary) -> tuple[int, ...]:
        """Join one article's events; the number of each one's joined event."""
        features = [features_of(article, summary, event, self._evidence) for event in summary.events]
        pairs = sorted(
            (-comparison.score, report.index, joined, comparison)
            for report in features
            for joined, comparison in self._comparisons(report)
        )
        placed: dict[int, tuple[int, Comparison]] = {}
        for score, index, joined, comparison in pairs:
            free = index not in placed and all(joined != taken for taken, _ in placed.values())
            if free and -score >= weights()["link"]:
                placed[index] = joined, comparison
        numbers = tuple(self._put(report, placed.get(report.index)) for report in features)
        self._note_near_misses(pairs, placed, numbers)
        return numbers

    def _comparisons(self, report: Features) -> list[tuple[int, Comparison]]:
        comparer = Comparer(report, self._evidence)
        found = ((joined, _compare(comparer, self.events[joined])) for joined in self._index.find(report))
        return [(joined, comparison) for joined, comparison in found if comparison.score >= weights()["near"]]

    def _put(self, features: Features, place: tuple[int, Comparison] | None) -> int:
        if place is None:
            number, report = len(self.events), Report(features.article, features.index, FOUNDER, 1.0)
            self.events.append(Joined())
        else:
            number, comparison = place
            rule = "+".join(comparison.reasons) or "sum"
            report = Report(features.article, features.index, rule, comparison.score)
        self.events[number].add(report, features)
        self._index.add(features, number)
        return number

    def _note_near_misses(
        self,
        pairs: Sequence[tuple[float, int, int, Comparison]],
        placed: dict[int, tuple[int, Comparison]],
        numbers: Sequence[int],
    ) -> None:
        """Note the best joined event of each report that found none."""
        seen: set[int] = set()
        for _, index, joined, _ in pairs:
            if index in placed or index in seen:
                continue
            seen.add(index)
            self.near_misses.add((joined, numbers[index]))


def _compare(comparer: Comparer, joined: Joined) -> Comparison:
    """The mean of the two best comparisons with reports that stand for the event."""
    known = [comparer.compare(other) for other in (*joined.first, *joined.last)]
    best = sorted(known, key=lambda comparison: (-comparison.score, comparison.reasons))[:2]
    return Comparison(round(sum(c.score for c in best) / len(best), 3), best[0].reasons)
