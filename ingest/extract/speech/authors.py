"""Who stands behind a document that speaks: takes the noun ("statement"), gives the token of its author."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.extract.cast import Cast
from ingest.extract.speech.verbs import DOCUMENTS

SENTENCES_BACK = 4


def speaker_behind(cast: Cast, source: Token) -> Token:
    """The author of a document: "X's letter", "the Ministry statement", "a statement by X", or who issued it before.

    Anyone else is his or her own speaker.
    """
    if source.lower_ in ("part", "rest", "some", "much"):
        source = next((child for of in source.children for child in of.children if child.dep_ == "pobj"), source)
    if source.lemma_.lower() not in DOCUMENTS:
        return source
    for child in source.lefts:
        if child.dep_ in ("poss", "compound") and cast.entities_at(child):
            return child
    for child in source.subtree:
        written_by = child.dep_ == "pobj" and child.i > source.i and child.head.lower_ in ("by", "from", "of")
        if written_by and _is_near(child.head, source) and cast.entities_at(child):
            return child
    return _issuer(cast, source) or source


def _is_near(preposition: Token, source: Token) -> bool:
    """Whether a preposition belongs to the document itself or to its participle ("released by"), no clause about it."""
    above = preposition.head
    return above == source or (above.dep_ == "acl" and above.head == source)


def _issuer(cast: Cast, source: Token) -> Token | None:
    """The subject of the verb by which the document was first told: "Facebook released a statement which read"."""
    lemma = source.lemma_.lower()
    sentence = source.sent
    for token in reversed(source.doc[max(0, sentence.start - 40 * SENTENCES_BACK) : source.i + 1]):
        if token.lemma_.lower() != lemma or (token == source and token.dep_ != "dobj"):
            continue
        for above in [token, *token.ancestors][:5]:
            for child in above.children:
                if child.dep_ == "nsubj" and child.lemma_.lower() != lemma and cast.entities_at(child):
                    return child
    return None
