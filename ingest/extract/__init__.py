"""Extraction: takes one article and its parse, gives all that the article tells, as one `Extraction`.

A pure function of the article, the model and the rules: nothing here looks at another article.
"""

from __future__ import annotations

from spacy.tokens import Doc

from ingest.extract.agreements import find_agreements
from ingest.extract.anchoring import anchor_times
from ingest.extract.cast import build_cast
from ingest.extract.citations import find_citations
from ingest.extract.claims import with_claims
from ingest.extract.encoder import encode, words_to_encode
from ingest.extract.events import find_events
from ingest.extract.quotations import find_quotations
from ingest.extract.sentences import find_sentences, mark_interpretive
from ingest.extract.speech.judging import name_speakers
from ingest.model import Article, Extraction
from ingest.nlp import SILENT_ROLES, text_of
from ingest.timex import annotate


def extract(article: Article, doc: Doc) -> Extraction:
    """All stations of the per-article half, in order; `doc` has the characters of `article.text`."""
    if not text_of(doc).strip():
        return Extraction(article.id)
    sentences = find_sentences(article, doc)
    citations = find_citations(article, sentences)
    silent = [(block.start, block.end) for block in article.blocks if block.role in SILENT_ROLES]
    expressions = annotate(doc, article.publication, skip=silent)
    sentences = mark_interpretive(doc, sentences, expressions, citations)
    cast = build_cast(doc, article, sentences, expressions)
    quotations = find_quotations(doc, article, sentences, cast)
    encoded = encode(words_to_encode(doc, sentences))
    found = find_events(doc, article, sentences, expressions, cast, quotations, citations, encoded)
    quotations = name_speakers(doc, cast, quotations, encoded)
    expressions, dated = anchor_times(doc, expressions, found, article.publication)
    agreements = find_agreements(doc, article, sentences, expressions, cast, dated, citations, encoded)
    events = with_claims(doc, article, sentences, expressions, cast, dated, citations)
    return Extraction(
        article_id=article.id,
        sentences=tuple(sentences),
        expressions=tuple(expressions),
        entities=tuple(cast.entities),
        mentions=tuple(cast.mentions),
        places=tuple(cast.places),
        place_mentions=tuple(cast.place_mentions),
        events=tuple(events),
        agreements=tuple(agreements),
        citations=tuple(citations),
        quotations=tuple(quotations),
    )
