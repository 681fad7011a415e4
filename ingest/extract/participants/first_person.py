"""The first person in an interview: takes the scene, adds mentions for "I", "me" and "my" of whoever's turn it is."""

from __future__ import annotations

from collections.abc import Iterable

from ingest.extract.participants.name import Name
from ingest.extract.participants.naming import Found
from ingest.extract.participants.scene import Scene
from ingest.nlp import text_of
from ingest.normalize.turns import Turn, find_turns

FIRST = frozenset({"i", "me", "my", "mine", "myself"})


def resolve_first_person(scene: Scene, names: Iterable[Name]) -> None:
    """Add a mention for each pronoun of the first person outside of quotations, where a person's turn is known."""
    turns = find_turns(text_of(scene.doc))
    people = [name for name in names if name.kind == "person"] if turns else []
    for turn in turns:
        speaker = _speaker(scene, turn, people)
        words = scene.doc.char_span(turn.end, turn.until, alignment_mode="contract")
        if speaker is None or words is None:
            continue
        for token in words:
            taken = token.i in scene.quoted or token.i in scene.covering
            if token.lower_ in FIRST and token.pos_ == "PRON" and not taken:
                scene.add(Found(token.i, token.i + 1, (speaker,), "first person of a turn"))


def _speaker(scene: Scene, turn: Turn, people: Iterable[Name]) -> int | None:
    """The person whom the name before a turn stands for, or None for "Q", a magazine or somebody unknown."""
    for name in people:
        if turn.start <= scene.doc[name.start].idx < turn.end:
            return scene.register.entity_of(name, name.text)
    return next((i for i in scene.register.people() if scene.draft(i).name == turn.name), None)
