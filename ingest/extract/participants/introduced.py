"""Someone told of before being named: takes the scene, lets "a coroner said" stand for the coroner who gets a name
farther on ("the coroner, Ada Roe, found"), and "a plumber was freed" for him who is then named with his age.
"""

from __future__ import annotations

from collections import Counter

from ingest.extract.participants.ages import age_behind, may_be
from ingest.extract.participants.naming import Found
from ingest.extract.participants.scene import Scene
from ingest.extract.participants.tables import words

SENTENCES_ON = 15  # within which the name of a coroner follows
NEXT = 2  # sentences within which the name and age follow: later ones are of others
GROWN_UP = 20  # years
MORE = ("prep", "relcl", "acl", "appos")  # what says more of someone
NEW = frozenset({"a", "an"})


def introduce(scene: Scene) -> None:
    """Join descriptions of someone new to the person whom they mean."""
    first: dict[int, Found] = {}
    for mention in scene.found:
        for index in mention.entities:
            first.setdefault(index, mention)
    begun = {index: mention for index, mention in first.items() if _is_new(scene, index, mention)}
    _join_presiding(scene, first, begun)
    _join_aged(scene, first, begun)


def _join_presiding(scene: Scene, first: dict[int, Found], begun: dict[int, Found]) -> None:
    """Join "a coroner" to the only one named later who is told to be that, if nobody named before is and no second one
    is begun so. Only those of whom a story has one count, and only where nothing more is said of them.
    """
    alone = {index: scene.head(mention).lemma_.lower() for index, mention in begun.items() if _is_bare(scene, mention)}
    nouns = Counter(alone.values())
    for index, noun in alone.items():
        named = [i for i in scene.register.people() if i in first and noun in scene.roles[i]]
        if nouns[noun] == len(named) == 1 and 0 < _apart(scene, begun[index], first[named[0]]) <= SENTENCES_ON:
            del begun[index]
            scene.join(index, named[0])


def _join_aged(scene: Scene, first: dict[int, Found], begun: dict[int, Found]) -> None:
    """Join the only new person of a sentence ("a retired plumber was freed") to the only one who is first named right
    after with an age and nothing else ("Carl Roe, 61, had denied it"), as reports begin; not a victim to a suspect.
    """
    sentences = Counter(scene.sentence_of[mention.start] for mention in begun.values())
    aged = [i for i in scene.register.people() if i in first and _is_named_with_age(scene, first[i])]
    for index, mention in begun.items():
        if sentences[scene.sentence_of[mention.start]] > 1 or mention.start in scene.quoted:
            continue
        follow = [i for i in aged if 0 < _apart(scene, mention, first[i]) <= NEXT]
        if len(follow) == 1 and _may_be_one(scene, index, mention, first[follow[0]]):
            aged.remove(follow[0])
            scene.join(index, follow[0])


def _may_be_one(scene: Scene, index: int, mention: Found, name: Found) -> bool:
    """Whether gender, age and what is told go together."""
    head, doc = scene.head(mention), scene.doc
    age, told = age_behind(doc, name.end), [int(t.text) for t in doc[mention.start : mention.end] if t.text.isdecimal()]
    if not may_be(scene, name.entities[0], scene.draft(index).name) or (told and told != [age]):
        return False
    if head.lemma_.lower() in words("young") and age is not None and age >= GROWN_UP:
        return False
    here, there = ({t.lemma_.lower() for t in doc[m.start].sent} for m in (mention, name))
    return not (here & words("harmed") and there & words("accused"))


def _is_new(scene: Scene, index: int, mention: Found) -> bool:
    """Whether a description tells of someone for the first time: "a coroner", "a 61-year-old man"."""
    draft, head = scene.draft(index), scene.head(mention)
    if draft.named or draft.kind != "person" or head.tag_ != "NN" or mention.rule != "description":
        return False
    return any(child.lower_ in NEW for child in head.lefts)


def _is_bare(scene: Scene, mention: Found) -> bool:
    head = scene.head(mention)
    said = [child for child in head.children if child.dep_ in MORE]
    return head.lemma_.lower() in words("presiding") and len(list(head.lefts)) == 1 and not said


def _is_named_with_age(scene: Scene, mention: Found) -> bool:
    """Whether someone is first told of by full name and age, without a description beside."""
    index = mention.entities[0]
    if mention.end - mention.start < 2 or not scene.draft(index).named or age_behind(scene.doc, mention.end) is None:
        return False
    beside = (m for m in scene.found if m.rule == "description beside the name" and index in m.entities)
    return all(_apart(scene, mention, other) for other in beside)


def _apart(scene: Scene, one: Found, other: Found) -> int:
    return scene.sentence_of[other.start] - scene.sentence_of[one.start]
