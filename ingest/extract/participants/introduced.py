"""Someone told of before being named: takes the scene, lets "a coroner said" stand for the coroner who gets a name
farther on ("the coroner, Ada Roe, found").
"""

from __future__ import annotations

from ingest.extract.participants.naming import Found
from ingest.extract.participants.scene import Scene
from ingest.extract.participants.tables import words

SENTENCES_ON = 15  # within which the name follows
MORE = ("prep", "relcl", "acl", "appos")  # what says more of someone
NEW = frozenset({"a", "an"})


def introduce(scene: Scene) -> None:
    """Join "a coroner" to the only one named later who is told to be that, if nobody named before is and no second one
    is begun so. Only those of whom a story has one count, and only where nothing more is said of them.
    """
    first: dict[int, Found] = {}
    for mention in scene.found:
        for index in mention.entities:
            first.setdefault(index, mention)
    begun = [(index, mention) for index, mention in first.items() if _is_new(scene, index, mention)]
    nouns = [scene.head(mention).lemma_.lower() for _, mention in begun]
    for (index, mention), noun in zip(begun, nouns, strict=True):
        named = [i for i in scene.register.people() if i in first and noun in scene.roles[i]]
        if nouns.count(noun) == len(named) == 1 and _follows(scene, mention, first[named[0]]):
            scene.join(index, named[0])


def _is_new(scene: Scene, index: int, mention: Found) -> bool:
    draft, head = scene.draft(index), scene.head(mention)
    if draft.named or draft.kind != "person" or head.tag_ != "NN" or mention.rule != "description":
        return False
    said = [child for child in head.children if child.dep_ in MORE]
    return head.lemma_.lower() in words("presiding") and [c.lower_ in NEW for c in head.lefts] == [True] and not said


def _follows(scene: Scene, description: Found, name: Found) -> bool:
    apart = scene.sentence_of[name.start] - scene.sentence_of[description.start]
    return 0 < apart <= SENTENCES_ON
