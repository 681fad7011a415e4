"""What hangs on an event that only other articles date: joined events come in, the expressions with their days go out.

One paper tells that the minister resigned two days after the vote, another when the vote was. Nothing may date itself,
through however many articles: what would rest on its own day stays without.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.anchored import anchor_of, is_ahead, is_vague, on_days
from ingest.model import TimeExpression
from ingest.resolve.assembly import Reports, best_dated
from ingest.resolve.events import JoinedEvents
from ingest.resolve.records import ArticleSummary

Hanging = dict[str, dict[int, TimeExpression]]
BASIS = "other_article"


def settle_hanging(summaries: Sequence[ArticleSummary], original: Sequence[int], joined: JoinedEvents) -> Hanging:
    """The expressions that other articles settle, by article id and place in `Extraction.expressions`."""
    chain = _Chain(summaries, original, joined)
    waiting = [
        (article, index)
        for article, summary in enumerate(summaries)
        for index, expression in summary.hanging
        if anchor_of(expression) is not None
    ]
    found: Hanging = {}
    while waiting:
        settled = [(article, index, chain.settle(article, index)) for article, index in waiting]
        for article, index, expression in settled:
            if expression is not None:
                found.setdefault(summaries[article].id, {})[index] = expression
        still = [(article, index) for article, index, expression in settled if expression is None]
        if len(still) == len(waiting):
            break
        waiting = still
    return found


class _Chain:
    """What is dated so far, and on which joined events the days of each rest."""

    def __init__(self, summaries: Sequence[ArticleSummary], original: Sequence[int], joined: JoinedEvents) -> None:
        self.summaries, self.joined = list(summaries), joined
        self.reports = Reports(self.summaries, original)
        self.rests: dict[int, set[int]] = defaultdict(set)
        for article, summary in enumerate(summaries):
            for index, expression in summary.hanging:
                if expression.anchor_index is not None and expression.earliest is not None:
                    self._note(article, index, joined.of[article][expression.anchor_index])

    def settle(self, article: int, index: int) -> TimeExpression | None:
        """The expression with its days, which its events then have too; None where its own event is not dated yet."""
        expression = dict(self.summaries[article].hanging)[index]
        local = anchor_of(expression)
        if local is None:
            return None
        anchor = self.joined.of[article][local]
        dated = best_dated(self.joined.events[anchor], self.reports)
        if dated is None or not self._dated_by(article, index).isdisjoint(self._under(anchor)):
            return None
        report, told = dated
        vague = is_vague(self.summaries[report.article].publication)
        settled = on_days(expression, told.start_date, told.end_date, told.date_precision, vague)
        if settled.earliest is None or self._is_implausible(article, index, settled, told.start_date):
            return None
        self.summaries[article] = _with_days(self.summaries[article], index, settled)
        self._note(article, index, anchor)
        return settled

    def _is_implausible(self, article: int, index: int, settled: TimeExpression, start: str | None) -> bool:
        summary = self.summaries[article]
        planned = any(event.time == index and event.status == "planned" for event in summary.events)
        return is_ahead(settled, start, summary.publication) and not planned

    def _dated_by(self, article: int, index: int) -> set[int]:
        events = self.summaries[article].events
        return {self.joined.of[article][event.index] for event in events if event.time == index}

    def _note(self, article: int, index: int, anchor: int) -> None:
        for number in self._dated_by(article, index):
            self.rests[number].add(anchor)

    def _under(self, number: int) -> set[int]:
        """A joined event and all on whose days its own rest."""
        seen, ahead = {number}, [number]
        while ahead:
            below = self.rests[ahead.pop()] - seen
            seen |= below
            ahead += below
        return seen


def _with_days(summary: ArticleSummary, index: int, told: TimeExpression) -> ArticleSummary:
    events = tuple(
        replace(
            event, start_date=told.earliest, end_date=told.latest, edtf=told.edtf,
            date_precision=told.granularity, date_basis=BASIS,
        )
        if event.time == index and event.start_date is None
        else event
        for event in summary.events
    )  # fmt: skip
    return replace(summary, events=events)
