"""What joined events tell of their participants: "police" in two reports of one happening are one, and so is a bare
surname in one report with the only full name of that surname in the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ingest.resolve.events import Joined, JoinedEvents
from ingest.resolve.names import person_name
from ingest.resolve.participants import Participants
from ingest.resolve.records import ArticleSummary


def reconcile(summaries: Sequence[ArticleSummary], joined: JoinedEvents, participants: Participants) -> None:
    """Merge participants that the reports of one happening share under one generic name or one surname."""
    for event in joined.events:
        if len(event.reports) > 1:
            _reconcile_generic(summaries, event, participants)
            _reconcile_surnames(summaries, event, participants)


def _numbers(
    summaries: Sequence[ArticleSummary], event: Joined, participants: Participants
) -> list[tuple[int, int, str]]:
    """Article, participant and name of everyone who takes part in a report."""
    found = []
    for report in event.reports:
        summary = summaries[report.article]
        for part in summary.events[report.index].participants:
            entity = summary.entities[part.entity]
            found.append((report.article, participants.of(report.article)[part.entity], entity.name))
    return found


def _reconcile_generic(summaries: Sequence[ArticleSummary], event: Joined, participants: Participants) -> None:
    first: dict[str, int] = {}
    for _, number, _ in _numbers(summaries, event, participants):
        if participants.generic(number):
            name = participants.name_key(number)
            participants.merge(number, first.setdefault(name, number))


def _reconcile_surnames(summaries: Sequence[ArticleSummary], event: Joined, participants: Participants) -> None:
    full: dict[str, set[int]] = defaultdict(set)
    bare: list[tuple[str, int, int]] = []
    articles: dict[int, set[int]] = defaultdict(set)
    for article, number, name in _numbers(summaries, event, participants):
        if participants.kind(number) != "person":
            continue
        tokens = person_name(name)
        articles[number].add(article)
        if tokens.full:
            full[tokens.tokens[-1]].add(number)
        elif tokens.tokens:
            bare.append((tokens.tokens[-1], article, number))
    for token, article, number in bare:
        candidates = full[token] - {number}
        if len(candidates) == 1 and number not in full[token]:
            (other,) = candidates
            if article not in articles[other]:
                participants.merge(number, other)
