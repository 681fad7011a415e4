"""Who stands behind a document that speaks: takes the noun ("statement"), gives the token of its author."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.extract.cast import Cast
from ingest.extract.participants.tables import words
from ingest.extract.speech.verbs import DOCUMENTS, UTTERANCES

SENTENCES_BACK = 4
PAGES = frozenset({"website", "webpage", "page", "blog", "feed"})
BY_ANYONE = frozenset({"comment", "reply", "response", "video"})  # may stand on another's page
RULINGS = frozenset({"ruling", "judgment", "judgement", "decision", "verdict"})
READING = frozenset(
    {"carry", "cite", "get", "leak", "obtain", "quote", "receive", "report", "review", "see", "show", "view"}
)


def speaker_behind(cast: Cast, source: Token) -> Token:
    """The author of a document: "X's letter", "the Ministry statement", "a statement by X", "a statement on X's
    website", or who issued it before.

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
    return _publisher(cast, source) or _issuer(cast, source) or source


def _publisher(cast: Cast, source: Token) -> Token | None:
    """Whose page the document stands on."""
    if source.lemma_.lower() not in UTTERANCES or source.lemma_.lower() in BY_ANYONE:
        return None
    pages = (page for on in source.children if on.lower_ in ("on", "at") for page in on.children)
    owners = (owner for page in pages if page.lemma_.lower() in PAGES for owner in page.lefts)
    return next((owner for owner in owners if owner.dep_ == "poss" and cast.entities_at(owner)), None)


def _is_near(preposition: Token, source: Token) -> bool:
    """Whether a preposition belongs to the document itself or to its participle ("released by"), no clause about it.

    Who has seen a document or passes it on is not its author.
    """
    above = preposition.head
    return above == source or (above.dep_ == "acl" and above.head == source and not _passes_on(above))


def is_passed_on(document: Token) -> bool:
    """Whether the words tell who has a document and not who wrote it: "a letter seen by the Courier"."""
    return any(child.dep_ == "acl" and child.tag_ == "VBN" and _passes_on(child) for child in document.children)


def _passes_on(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in READING


def _is_addressed(writing: Token) -> bool:
    """Whether "wrote" tells of a letter: "wrote to the mayor"."""
    return any(child.lower_ == "to" for child in writing.children)


def _issuer(cast: Cast, source: Token) -> Token | None:
    """Whose the document was when it was told of before ("its report"), or the subject of the verb that told of it
    ("Facebook released a statement which read"), of a letter also who "wrote to" someone.
    """
    lemma = source.lemma_.lower()
    alike = RULINGS if lemma in RULINGS else {lemma}
    sentence = source.sent
    for token in reversed(source.doc[max(0, sentence.start - 40 * SENTENCES_BACK) : source.i + 1]):
        writing = lemma == "letter" and token.lemma_.lower() == "write" and token.pos_ == "VERB"
        if not (writing and _is_addressed(token)):
            if token.lemma_.lower() not in alike or (token == source and token.dep_ != "dobj"):
                continue
            if any(child.tag_ == "VB" for child in token.children):
                continue  # "his decision to flee"
            owner = next((c for c in token.lefts if c.dep_ == "poss" and cast.entities_at(c)), None)
            if owner is not None:
                return owner
        teller = teller_of(cast, token, lemma)
        if teller is not None:
            return teller
    return None


def publisher_of(cast: Cast, document: Token) -> Token | None:
    """The subject of a clause that tells of a document as its author would: "the bank said in a statement"."""
    teller = teller_of(cast, document, document.lemma_.lower())
    return teller if teller is not None and teller.head.lemma_.lower() in words("publishing") else None


def teller_of(cast: Cast, document: Token, lemma: str) -> Token | None:
    """The subject of the clause that tells of a document, unless that only passes it on."""
    for above in [document, *document.ancestors][:5]:
        if _passes_on(above):
            return None
        for child in above.children:
            if child.dep_ == "nsubj" and child.lemma_.lower() != lemma and cast.entities_at(child):
                return child
    return None
