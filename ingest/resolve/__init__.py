"""Across articles: a corpus of (article, extraction) comes in, what it says as a whole goes out as database rows.

`resolve` finds copies, joins participants, places, events and agreements, compares claims and settles dates that hang
on other articles; `rows` writes it all down. The corpus is read once, twice where publication dates are corroborated,
and once more for its rows; only light summaries stay in memory. The order of the corpus never matters.
"""

from ingest.resolve.records import Resolution
from ingest.resolve.resolution import resolve
from ingest.resolve.rows import rows

__all__ = ["Resolution", "resolve", "rows"]
