"""Time expressions: finds them in a parsed text and resolves them to TIMEX3, EDTF and days.

`annotate` takes a spaCy `Doc` and the publication context and gives `TimeExpression`s in text order; `settle` resolves
a stored one later, when its article's publication becomes known; `ingest.timex.shift` resolves one that hangs on an
event. The grammar is a table: `ingest/lexicons/time_rules*.yml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.model import Publication, TimeExpression
from ingest.timex.discourse import Told, tell
from ingest.timex.recognise import recognise
from ingest.timex.rules import load_rules
from ingest.timex.settle import merge, settle

if TYPE_CHECKING:  # for types alone: settling a stored expression needs no spaCy
    from spacy.tokens import Doc

__all__ = ["annotate", "explain", "settle"]


def annotate(
    doc: Doc, publication: Publication, domain: str = "news", skip: Sequence[tuple[int, int]] = ()
) -> tuple[TimeExpression, ...]:
    """All time expressions of a document, in text order.

    `domain`: `news` (incomplete dates hang on the publication) or `narrative` (on the last date told). `skip`:
    character ranges to leave alone. `sentence` is the index in `doc.sents`. A publication known only as an interval
    gives intervals; where it is unknown, what hangs on it is `pending`, without days.
    """
    return tuple(told.expression for told in _told(doc, publication, domain, skip))


def explain(doc: Doc, publication: Publication, domain: str = "news") -> list[tuple[TimeExpression, tuple[str, ...]]]:
    """As `annotate`, each expression with the steps that led to its value."""
    return [(told.expression, told.steps) for told in _told(doc, publication, domain, ())]


def _told(doc: Doc, publication: Publication, domain: str, skip: Sequence[tuple[int, int]]) -> list[Told]:
    found = recognise(doc, load_rules(), domain, skip)
    early = tell(doc, found, publication.earliest or publication.value, publication.value, domain)
    if publication.earliest == publication.latest:
        return early
    late = tell(doc, found, publication.latest, None, domain)
    return [
        Told(merge(one.expression, other.expression), one.reading, one.steps)
        for one, other in zip(early, late, strict=True)
    ]
