"""Guards: what a match must besides be, where words alone do not tell ("May" the minister, "second" the ordinal).

Each takes the match's reach (document, lexemes, first, last) and says whether it may stand. Rules name their guards.
"""

from __future__ import annotations

from ingest.timex.guards import amounts, context, names
from ingest.timex.guards.base import GUARDS

__all__ = ["GUARDS", "amounts", "context", "names"]
