"""Events of one article: takes its parse and what the stations before found, gives `LocalEvent`s without claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from ingest.extract.encoder import Encoded
from ingest.extract.events.assemble import assemble
from ingest.extract.events.deciding import decide
from ingest.extract.events.models import load_models
from ingest.extract.events.reading import lay_out
from ingest.model import Article, Citation, LocalEvent, Quotation, Sentence, TimeExpression

if TYPE_CHECKING:
    from ingest.extract.cast import Cast


def find_events(
    doc: Doc,
    article: Article,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    cast: Cast,
    quotations: Sequence[Quotation],
    citations: Sequence[Citation],
    encoded: Encoded,
) -> list[LocalEvent]:
    """All happenings that the article reports, in the order of their first mention."""
    reading = lay_out(doc, article, sentences, expressions, cast, quotations, citations)
    reading.encoded = encoded
    return assemble(reading, decide(reading, load_models()))
