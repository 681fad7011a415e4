"""Direct speech: takes an article and its cast, gives each attributed run between quotation marks with its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from ingest.extract.cast import Cast
from ingest.model import Article, Quotation, Sentence


def find_quotations(doc: Doc, article: Article, sentences: Sequence[Sentence], cast: Cast) -> list[Quotation]:
    """All quotations in text order."""
    return []
