"""Normalising: takes a `RawArticle`, gives its text in one spelling, in paragraphs with roles, and its references.

Paragraphs are separated by one blank line, and `text[block.start:block.end]` is a paragraph: nothing is left out of
the stored text, what is no part of the article is only marked. Normalising twice is normalising once.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model import Block, CitedReference, RawArticle
from ingest.normalize.characters import clean
from ingest.normalize.paragraphs import split_paragraphs
from ingest.normalize.references import find_references
from ingest.normalize.roles import assign_roles

SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class NormalText:
    """The text that is stored, its blocks in order, and the entries of its reference list."""

    text: str
    blocks: tuple[Block, ...]
    references: tuple[CitedReference, ...] = ()


def normalize(raw: RawArticle) -> NormalText:
    """Normalise the body of an article."""
    found = split_paragraphs(clean(raw.text))
    references = find_references(found)
    blocks: list[Block] = []
    start = 0
    for paragraph, role in zip(found, assign_roles(found, references.paragraphs), strict=True):
        blocks.append(Block(start, start + len(paragraph), role))
        start += len(paragraph) + len(SEPARATOR)
    return NormalText(SEPARATOR.join(found), tuple(blocks), references.entries)
