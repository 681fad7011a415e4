"""Who held which office when, as articles state it: entities' offices come in, spans of days for `offices_held` go out.

A statement counts on the day of publication of its article, since that is when the article says so. A holder whom the
article itself reports as disputed is no evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.resolve.intervals import Interval
from ingest.resolve.records import ArticleSummary, Row
from ingest.resolve.words import fold

Office = tuple[str, str | None]


@dataclass(slots=True)
class Tenure:
    """The days for which articles state an office of someone; `name` is the office as they write it."""

    name: str
    first: str | None = None
    last: str | None = None
    articles: set[int] = field(default_factory=set)
    days: list[tuple[str, int]] = field(default_factory=list)

    def add(self, article: int, stated: Interval | None) -> None:
        """Note that an article states it."""
        self.articles.add(article)
        if stated is not None:
            self.days.append((stated.start, article))
            self.first = min(self.first or stated.start, stated.start)
            self.last = max(self.last or stated.end, stated.end)

    def span_without(self, articles: Iterable[int]) -> Interval | None:
        """The days for which articles other than these state it."""
        barred = set(articles)
        days = [day for day, article in self.days if article not in barred]
        return Interval(min(days), max(days)) if days else None


def offices_held(
    summaries: Sequence[ArticleSummary],
    participant_of: Sequence[Sequence[int]],
    original: Sequence[int],
    disputed: Container[tuple[int, int]],
) -> dict[Office, dict[int, Tenure]]:
    """Office and country to its holders, as undisputed statements have it; `disputed` holds (article, participant)."""
    held: dict[Office, dict[int, Tenure]] = defaultdict(dict)
    for article, summary in enumerate(summaries):
        published = summary.publication
        stated = Interval(published.earliest, published.latest) if published.earliest and published.latest else None
        doubted = {part.entity for event in summary.events for part in event.participants if part.disputed}
        for i, entity in enumerate(summary.entities):
            if i in doubted or (article, participant_of[article][i]) in disputed or entity.kind != "person":
                continue
            for office in entity.offices:
                key = fold(office.office), office.country_code or entity.country_code
                tenure = held[key].setdefault(participant_of[article][i], Tenure(office.office))
                tenure.add(original[article], stated)
    return held


def office_rows(held: Mapping[Office, Mapping[int, Tenure]], ids: Mapping[int, str]) -> tuple[Row, ...]:
    """Rows of `offices_held`, by participant, office and country."""
    rows: list[Row] = [
        {
            "participant_id": ids[holder],
            "office": tenure.name,
            "country_code": country,
            "first_stated": tenure.first,
            "last_stated": tenure.last,
            "article_count": len(tenure.articles),
        }
        for (_, country), holders in held.items()
        for holder, tenure in holders.items()
    ]
    return tuple(
        sorted(rows, key=lambda row: (str(row["participant_id"]), str(row["office"]), str(row["country_code"])))
    )
