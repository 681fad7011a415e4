"""Which joined events a new report is compared with: its participants, place and rare words look them up in an index.

The lists of the index are cut to the joined events that were touched last, and a report is compared with a few of the
best only, so that the cost grows with the number of events and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from ingest.resolve.features import Features
from ingest.resolve.lexicons import compatible_types

LATEST = 32  # joined events that one key of the index remembers
COMPARED = 8  # joined events that a report is compared with

Key = tuple[object, ...]


class CandidateIndex:
    """Joined events by what their reports name; `find` gives the numbers of those worth comparing."""

    def __init__(self) -> None:
        self._lists: dict[Key, dict[int, None]] = defaultdict(dict)

    def add(self, report: Features, joined: int) -> None:
        """Note a report of a joined event; the event counts as touched last."""
        blocks = list(self._blocks(report))
        for key, _ in report.keys:
            for block in blocks:
                latest = self._lists[block, report.type, key]
                latest.pop(joined, None)
                latest[joined] = None
                if len(latest) > LATEST:
                    del latest[next(iter(latest))]

    def find(self, report: Features) -> list[int]:
        """Joined events that share keys with the report, those sharing most first."""
        found: Counter[int] = Counter()
        types = [report.type, *compatible_types().get(report.type, ())]
        blocks = list(self._blocks(report))
        for key, weight in report.keys:
            seen = {
                joined for block in blocks for type_ in types for joined in self._lists.get((block, type_, key), ())
            }
            for joined in seen:
                found[joined] += weight
        return sorted(found, key=lambda joined: (-found[joined], joined))[:COMPARED]

    def _blocks(self, report: Features) -> Iterator[str]:
        """The report's whole past, and the month in which it happened."""
        yield "any"
        if report.start is not None:
            yield date.fromordinal(report.start).isoformat()[:7]
