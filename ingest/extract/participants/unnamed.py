"""Those without a name: takes a description that stands for nobody named, gives the entity that its words begin or
that the same words began.
"""

from __future__ import annotations

from spacy.tokens import Token

from ingest.extract.participants.descriptions import Description
from ingest.extract.participants.identity import Draft
from ingest.extract.participants.scene import Scene
from ingest.extract.participants.shapes import is_capitalised

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "both"})
ORDINALS = frozenset({"another", "other", "second", "third", "fourth", "fifth"})
MODIFIERS = frozenset({"amod", "compound", "nummod", "nmod", "poss"})


def unnamed(scene: Scene, start: int, head: Token, described: Description, country: int | None) -> int:
    """The index of the entity; `country` is the one that the description names, if any."""
    text = scene.doc[start : head.i + 1].text
    plural = head.tag_ in ("NNS", "NNPS") and head.lower_ != head.lemma_.lower()  # "police" has one form
    kind = "group" if plural and described.kind == "person" else described.kind
    code = scene.draft(country).code if country is not None else None
    key = f"{head.lemma_.lower()}/{plural}/{_distinction(scene, head)}{_apart(head)}"
    index = scene.register.by_key.get((kind, key))
    called = _called(scene, start, text)
    if index is None:
        by_key = scene.register.by_key.items()
        alike = [i for (k, other), i in by_key if k == kind and _same_head(other, key)]
        if not is_definite(head):  # "angry farmers" after "the angry farmers", but not "a man" after "the man"
            new = any(child.lower_ in ("a", "an") for child in head.lefts)
            alike = [i for i in alike if scene.draft(i).name == called and not new]
        index = next(iter(alike), None)
    if index is not None:
        _fuller(scene.draft(index), called)
        return index
    return scene.register.begin(
        Draft(_called(scene, start, text + _affiliation(scene, head)), kind, code, named=False), key
    )


def is_definite(head: Token) -> bool:
    """Whether a determiner or possessor says that the description is known."""
    if head.dep_ == "compound" and head.i and head.nbor(-1).lower_ in DEFINITE:
        return True  # "the court" in "the court decision"
    return any(child.lower_ in DEFINITE for child in head.lefts if child.dep_ in ("det", "poss", "predet"))


def _distinction(scene: Scene, head: Token) -> str:
    """The names before the head, which tell "Berlin police" from "Munich police"."""
    modifiers = [token for child in head.lefts if child.dep_ in MODIFIERS for token in child.subtree]
    before = [t.lower_ for t in modifiers if is_capitalised(t) and (t.pos_ == "PROPN" or t.i in scene.covering)]
    return " ".join([*before, _affiliation(scene, head).lower()])


def _apart(head: Token) -> str:
    """The words that set a newly told description apart from earlier ones: "four people", "a second man"."""
    if is_definite(head):
        return ""
    telling = (child.lower_ for child in head.lefts if child.dep_ == "nummod" or child.lower_ in ORDINALS)
    return " " + " ".join(telling)


def _affiliation(scene: Scene, head: Token) -> str:
    """ " for the Trade Ministry" behind "spokesman": the words behind a person that name a body or someone."""
    doc, i = scene.doc, head.i + 1
    if i + 1 >= len(doc) or doc[i].lower_ not in ("for", "of", "to", "at", "from", "with", "in"):
        return ""
    begin = i + 1 if doc[i + 1].pos_ == "DET" else i
    named = scene.covering.get(begin + 1)
    if begin + 1 >= len(doc) or named is None or named.start != begin + 1 or len(named.entities) != 1:
        return ""
    if scene.draft(named.entities[0]).kind not in ("organisation", "person"):
        return ""
    return " " + doc[i : named.end].text


def _same_head(one: str, other: str) -> bool:
    return one.rsplit("/", 1)[0] == other.rsplit("/", 1)[0]


def _fuller(draft: Draft, text: str) -> None:
    """A longer description becomes the entity's name ("suspect", "26-year-old suspect")."""
    if len(draft.name.split()) == 1 < len(text.split()) <= 3:
        draft.name = text


def _called(scene: Scene, start: int, text: str) -> str:
    """The description as a name: on one line, a capital at a sentence's start made small."""
    text = " ".join(text.split())
    first = scene.doc[start]
    named = first.pos_ == "PROPN" or start in scene.in_names or not first.text.istitle()
    return text if named else text[0].lower() + text[1:]
