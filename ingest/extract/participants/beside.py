"""The name that a description stands beside: takes the scene and a describing noun, gives whom the words name.

In apposition, within the phrase, between commas, after "named" or "calling itself", or told elsewhere in the clause.
"""

from __future__ import annotations

from spacy.tokens import Token

from ingest.extract.participants.descriptions import describes_someone, description_of
from ingest.extract.participants.naming import Found
from ingest.extract.participants.scene import Scene
from ingest.extract.participants.tables import words
from ingest.extract.participants.titles import title_of_head
from ingest.extract.participants.untagged import after_cue

SELF_NAMED = {"identify": "as", "introduce": "as", "name": "as", "know": "as", "give": "as", "go": "by"}
REACH = 8  # tokens behind a description in which its holder is named
FAR = 14  # where it is said before whom the description is of, often a long name
OWNING = ("ADP", "DET", "ADJ", "PROPN", "NOUN", "PART", "NUM")  # "for Canada's Department of Justice"
APPOSED = ("DET", "ADJ", "PROPN", "NOUN")
WHEN_HE_WAS = frozenset(
    {"then", "now", "at", "that", "the", "time", "also", "once", "still", "already", "today", "himself", "herself"}
)


def named_beside(scene: Scene, start: int, head: Token) -> int | None:
    """The named entity that the description stands beside: in apposition, or as "a student named X"."""
    partners = [child for child in head.children if child.dep_ == "appos"]
    partners.extend(_within(scene, head))
    partners.extend(_after_comma(scene, head))
    if head.dep_ == "appos":
        partners.append(head.head)
    partners.extend(_before_comma(scene, start))
    partners.extend(_identified(head))
    partners.extend(_named_so(scene, head))
    for partner in partners:
        for index in scene.at(partner):
            if scene.draft(index).named and scene.draft(index).kind in ("person", "organisation"):
                return index
    return None


def _within(scene: Scene, head: Token) -> list[Token]:
    """The name that ends the phrase: "speaker of the parliament Jane Roe", "leader and Prime Minister Jane Roe"."""
    if head.tag_ not in ("NN", "NNP"):
        return []
    for token in scene.doc[head.i + 1 : head.i + REACH]:
        if token.pos_ in ("VERB", "AUX", "PUNCT", "PRON", "SCONJ") and token.text not in ("(", ")", "'s"):
            return []
        name = scene.covering.get(token.i)
        if name and name.start == token.i == head.i + 1 and _names_body(scene, head, name):
            return [token]
        if name and name.start == token.i and is_person(scene, name):
            before = scene.doc[token.i - 1]
            joined = before.pos_ == "CCONJ" and not any(child.dep_ == "det" for child in head.lefts)
            return [] if before.pos_ == "ADP" or (before.pos_ == "CCONJ" and not joined) else [token]
    return []


def _after_comma(scene: Scene, head: Token) -> list[Token]:
    """The name in "a spokesman for the bank, Jane Roe, said" and "a student named Jane Roe"."""
    doc, i = scene.doc, head.i + 1
    if i < len(doc) and doc[i].lower_ == "named":
        return [doc[i + 1]] if i + 1 < len(doc) and doc[i + 1].pos_ == "PROPN" else []
    called = after_cue(doc, i)
    if called > i and called in scene.covering:
        return [doc[called]]
    if i < len(doc) and doc[i].pos_ == "ADP":
        while i < min(len(doc), head.i + FAR) and (doc[i].pos_ in OWNING or i in scene.in_names):
            if i not in scene.in_names and describes_someone(doc[i]):
                return []  # "a spokesman for the mayor, Jane Roe," may name the mayor
            i += 1
    if i < len(doc) and doc[i].text == "," and head.tag_ in ("NN", "NNP") and _can_be_person(head):
        return _between_commas(scene, i + 1)
    return []


def _between_commas(scene: Scene, start: int) -> list[Token]:
    """The name that stands alone before the next comma, or behind who it is: "Jane Roe,", "Poe's cousin Jane Roe,"."""
    doc, i = scene.doc, start
    while i < min(len(doc), start + REACH):
        name = scene.covering.get(i)
        if name is not None and name.start == i and name.end < len(doc) and is_person(scene, name):
            if doc[name.end].text == ",":
                after = name.end + 1
                listed = after < len(doc) and (doc[after].pos_ == "CCONJ" or after in scene.covering)
                return [] if listed else [doc[i]]
            i = name.end
        elif doc[i].pos_ not in APPOSED and doc[i].tag_ != "POS" and i not in scene.in_names:
            return []
        else:
            i += 1
    return []


def _can_be_person(head: Token) -> bool:
    described = description_of(head)
    return described is None or described.kind == "person" or title_of_head(head) is not None


def _before_comma(scene: Scene, start: int) -> list[Token]:
    """The name in "Jane Roe, a lawyer" and "Jane Roe, at that time a student"."""
    i = start - 1
    if i > 0 and scene.doc[i].lower_ in ("a", "an"):
        i -= 1
        while i > 1 and scene.doc[i].lower_ in WHEN_HE_WAS:
            i -= 1
        if scene.doc[i].text == "," and i and i - 1 in scene.covering and is_person(scene, scene.covering[i - 1]):
            return [scene.doc[i - 1]]
    return []


def _identified(head: Token) -> list[Token]:
    """The name in "the driver, identified as Jane Roe," and "the driver was named by police as Jane Roe", in "a man who
    goes by Jan Roe" and "a woman who gave her name as Jane Roe".
    """
    verbs = [child for child in head.children if child.dep_ in ("acl", "relcl")]
    if head.dep_ == "nsubjpass":
        verbs.append(head.head)
    for verb in [verb for relative in verbs for verb in (relative, *relative.children)]:
        link, own = SELF_NAMED.get(verb.lemma_.lower()), next((c for c in verb.children if c.dep_ == "dobj"), None)
        by_name = own is not None and own.lower_ == "name" and verb.lemma_.lower() == "give"
        by_name = by_name or (own is not None and own.lower_ in ("himself", "herself"))
        if link is None or (own is not None and not by_name) or (link == "as" and not by_name and verb.tag_ != "VBN"):
            continue
        links = (token for token in verb.doc[verb.i + 1 : verb.i + REACH] if token.lower_ == link)
        told = [child for preposition in links for child in preposition.children if child.dep_ == "pobj"]
        owned = (of for name in told if name.lower_ == "name" for of in name.children if of.lower_ == "of")
        return [*(child for of in owned for child in of.children if child.dep_ == "pobj"), *told]
    return []


def _named_so(scene: Scene, head: Token) -> list[Token]:
    """The name in "the Norvik group", which is Norvik itself."""
    if head.tag_ != "NN" or head.lower_ not in words("sort"):
        return []
    name = scene.covering.get(head.i - 1)
    return [scene.head(name)] if name is not None and name.end == head.i else []


def _names_body(scene: Scene, head: Token, name: Found) -> bool:
    """Whether "newspaper" and the name right after it are one body ("the newspaper Haaretz")."""
    described = description_of(head)
    named = scene.of_kind(name.entities, "organisation")
    return bool(named) and described is not None and described.kind == "organisation" and scene.draft(named[0]).named


def is_person(scene: Scene, mention: Found) -> bool:
    """Whether a mention stands for one person."""
    return len(mention.entities) == 1 and scene.draft(mention.entities[0]).kind == "person"
