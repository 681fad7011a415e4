"""Someone told of by age: takes the scene, adds mentions for "the 34-year-old" and "the 34-year-old keeper".

They stand for the only person who is said to be as old ("Ada Roe, 34,", "34-year-old Ada Roe"); "a 34-year-old" is one
more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.extract.participants.descriptions import described_gender, description_of
from ingest.extract.participants.identity import likely_gender
from ingest.extract.participants.naming import Found
from ingest.extract.participants.scene import Scene
from ingest.extract.participants.shapes import HYPHENS

OLDEST = 120  # years
NEAR = 5  # tokens between an age and the name that it belongs to
SOMEONE_ELSE = -1


def resolve_ages(scene: Scene) -> None:
    """Add a mention for each definite description by age that one person's age fits."""
    told = list(_years_old(scene))
    ages = _ages(scene, told)
    for start, end, age in told:
        (person, *others) = ages[age] or {SOMEONE_ELSE}
        if others or person == SOMEONE_ELSE or start == 0 or scene.doc[start - 1].lower_ != "the":
            continue
        stop = _end(scene, end)
        if stop is None or not scene.covering.keys().isdisjoint(range(start, stop)):
            continue
        if may_be(scene, person, scene.doc[stop - 1].lemma_):
            scene.add(Found(start, stop, (person,), "age of the only one so old"))


def _years_old(scene: Scene) -> Iterator[tuple[int, int, int]]:
    """Where "34-year-old" begins and ends, and the age."""
    doc = scene.doc
    for token in scene.tokens[:-4]:
        age = _age(token)
        if age is not None:
            words = [t.lower_ for t in doc[token.i + 1 : token.i + 5]]
            if words[1] in ("year", "years") and words[3] == "old" and {words[0], words[2]} <= {*HYPHENS}:
                yield token.i, token.i + 5, age


def _age(token: Token) -> int | None:
    """The number that a token spells, if someone can be as old."""
    text = token.text
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= 3 else 0
    return number if 1 < number <= OLDEST else None


def _ages(scene: Scene, told: list[tuple[int, int, int]]) -> dict[int, set[int]]:
    """Who is said to be how old."""
    doc = scene.doc
    ages: dict[int, set[int]] = defaultdict(set)
    people = [m for m in scene.found if len(m.entities) == 1 and scene.draft(m.entities[0]).person]
    for mention in people:
        age = age_behind(doc, mention.end)
        if age is not None:
            ages[age] |= {*mention.entities}
    begins = {m.start: m for m in people}
    for start, end, age in told:
        name = next((begins[i] for i in range(end, min(end + NEAR, len(doc))) if i in begins), None)
        if name is not None and all(t.pos_ in ("NOUN", "PROPN", "ADJ") for t in doc[end : name.start]):
            ages[age] |= {*name.entities}
        elif start and doc[start - 1].lower_ in ("a", "an", "another"):
            ages[age].add(SOMEONE_ELSE)
    return ages


def age_behind(doc: Doc, end: int) -> int | None:
    """The age behind a name that ends before the token `end`: ", 34,", "(34)", ", aged 34,"."""
    words = doc[end : end + 4]
    texts = [token.text for token in words]
    if len(texts) < 2 or texts[0] not in (",", "("):
        return None
    place = 2 if texts[1].lower() == "aged" else 1
    if place >= len(texts) or (texts[place + 1 :] and texts[place + 1] not in (",", ")", ".", ";")):
        return None
    return _age(words[place])


def _end(scene: Scene, end: int) -> int | None:
    """Where the description ends that the age begins: behind its noun, or at once where it has none."""
    doc = scene.doc
    stop = end
    while stop < len(doc) and doc[stop].pos_ in ("ADJ", "NOUN"):
        stop += 1
    if stop < len(doc) and doc[stop].pos_ == "PROPN":
        return None
    if stop == end:
        return end
    described = description_of(doc[stop - 1])
    return stop if described is not None and described.kind == "person" and doc[stop - 1].tag_ == "NN" else None


def may_be(scene: Scene, index: int, described: str) -> bool:
    """Whether a description that tells of a man or of a woman goes with the given name."""
    person = scene.draft(index).person
    genders = {described_gender(described), likely_gender(person) if person else None}
    return not genders >= {"m", "f"}
