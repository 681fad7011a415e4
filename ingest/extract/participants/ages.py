"""Someone told of by age: takes the scene, adds mentions for "the 34-year-old" and "the 34-year-old keeper".

They stand for the only person who is said to be as old ("Ada Roe, 34,", "34-year-old Ada Roe").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ingest.extract.participants.descriptions import description_of
from ingest.extract.participants.naming import Found
from ingest.extract.participants.scene import Scene

HYPHENS = ("-", "‑", " ")
OLDEST = 120  # years
NEAR = 5  # tokens between an age and the name that it belongs to


def resolve_ages(scene: Scene) -> None:
    """Add a mention for each definite description by age that one person's age fits."""
    told = list(_years_old(scene))
    ages = _ages(scene, told)
    for start, end, age in told:
        people = ages[age]
        if len(people) != 1 or start == 0 or scene.doc[start - 1].lower_ != "the":
            continue
        stop = _end(scene, end)
        if stop is not None and scene.covering.keys().isdisjoint(range(start, stop)):
            scene.add(Found(start, stop, tuple(people), "age of the only one so old"))


def _years_old(scene: Scene) -> Iterator[tuple[int, int, int]]:
    """Where "34-year-old" begins and ends, and the age."""
    doc = scene.doc
    for token in scene.tokens[:-4]:
        if token.text.isdigit() and int(token.text) <= OLDEST:
            words = [t.lower_ for t in doc[token.i + 1 : token.i + 5]]
            if words[1] in ("year", "years") and words[3] == "old" and {words[0], words[2]} <= set(HYPHENS):
                yield token.i, token.i + 5, int(token.text)


def _ages(scene: Scene, told: list[tuple[int, int, int]]) -> dict[int, set[int]]:
    """Who is said to be how old."""
    doc = scene.doc
    ages: dict[int, set[int]] = defaultdict(set)
    people = [m for m in scene.found if len(m.entities) == 1 and scene.draft(m.entities[0]).person]
    for mention in people:
        after = doc[mention.end : mention.end + 4]
        words = [token.text for token in after]
        if len(words) > 2 and words[0] in (",", "("):
            number = words[2] if words[1].lower() == "aged" else words[1]
            if number.isdigit() and 1 < int(number) <= OLDEST and after[1].ent_type_ != "MONEY":
                closing = words[3:4] if words[1].lower() == "aged" else words[2:3]
                if not closing or closing[0] in (",", ")", ".", ";"):
                    ages[int(number)] |= {*mention.entities}
    begins = {m.start: m for m in people}
    for _, end, age in told:
        name = next((begins[i] for i in range(end, min(end + NEAR, len(doc))) if i in begins), None)
        if name is not None and all(t.pos_ in ("NOUN", "PROPN", "ADJ") for t in doc[end : name.start]):
            ages[age] |= {*name.entities}
    return ages


def _end(scene: Scene, end: int) -> int | None:
    """Where the description ends that the age begins: behind its noun, or at once where it has none."""
    doc = scene.doc
    stop = end
    while stop < len(doc) and doc[stop].pos_ in ("ADJ", "NOUN"):
        stop += 1
    if stop == end:
        return end
    described = description_of(doc[stop - 1])
    return stop if described is not None and described.kind == "person" and doc[stop - 1].tag_ == "NN" else None
