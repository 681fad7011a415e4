"""Sentences: takes a parsed article, gives one `Sentence` for each sentence of the `Doc`, in the same order.

A sentence takes the role of its paragraph; what stands before the dash of an agency's report is a `dateline`, the name
before a turn of an interview a `speaker`. Its span is trimmed of white space and stretched over the citation markers
that follow its full stop, since these belong to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from ingest.extract.interpretive import is_interpretive
from ingest.model import Article, Citation, Sentence, TimeExpression
from ingest.nlp import MARKER, text_of
from ingest.normalize.datelines import dateline_end
from ingest.normalize.turns import find_turns

TELLING_ROLES = frozenset({"body", "heading"})  # of the sentences that tell what happened
TRAILING_MARKERS = re.compile(rf"(?:[ \t]*{MARKER.pattern})+")


def find_sentences(article: Article, doc: Doc) -> list[Sentence]:
    """One `Sentence` for each of `doc.sents`."""
    starts = [block.start for block in article.blocks]
    named = {turn.start for turn in find_turns(text_of(doc))}
    return [_sentence(article, starts, named, position, span) for position, span in enumerate(doc.sents)]


def _sentence(article: Article, block_starts: list[int], named: set[int], position: int, span: Span) -> Sentence:
    said = span.text
    start = span.start_char + len(said) - len(said.lstrip())
    end = max(start, span.start_char + len(said.rstrip()))
    if end > start and (markers := TRAILING_MARKERS.match(article.text, end)):
        end = markers.end()
    block = bisect_right(block_starts, start) - 1
    role = article.blocks[block].role if block >= 0 else "body"
    if role == "body" and start < dateline_end(article.text, start) <= end + 1:
        role = "dateline"
    elif role in TELLING_ROLES and start in named:
        role = "speaker"
    return Sentence(position, start, end, role)


def mark_interpretive(
    doc: Doc, sentences: Sequence[Sentence], expressions: Sequence[TimeExpression], citations: Sequence[Citation]
) -> list[Sentence]:
    """Flag the sentences that interpret instead of report (see `ingest.extract.interpretive`)."""
    dated = {expression.sentence for expression in expressions}
    marked = {citation.sentence for citation in citations}
    return [
        replace(s, interpretive=is_interpretive(span, s, s.position in dated, s.position in marked))
        for span, s in zip(doc.sents, sentences, strict=True)
    ]
