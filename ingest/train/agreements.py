"""Training of the party model: takes lessons that an encoder read, gives weights for `ingest.extract.agreements`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from ingest.extract.agreements import group_mentions
from ingest.extract.agreements.grouping import Group
from ingest.extract.agreements.taking_part import LIKELY, Features, party_features, scene_of
from ingest.model import Entity
from ingest.train.gold import GoldArticle
from ingest.train.lessons import Lesson

SEED = 0
BESIDE = -1  # of what is learned from and not checked on
OWN = 2.0  # weight of an example from the articles that are like what will be read
STRENGTH = 0.3  # inverse penalty, chosen by cross-validation
ALIKE = 3  # words by which two names of one may differ
WORD = re.compile(r"\w+")
SMALL = frozenset({"the", "of", "president", "prime", "minister", "mr", "mrs", "ms", "dr"})


@dataclass(frozen=True, slots=True)
class Example:
    """One entity beside one agreement, and whether the annotation has it as a party.

    `fold` is that of its article, or BESIDE.
    """

    fold: int
    features: Features
    is_party: bool


def examples(lessons: Sequence[Lesson]) -> list[Example]:
    """All entities beside all agreements that match an annotated one, article by article."""
    return [example for lesson in lessons if lesson.gold.agreements for example in _of_article(lesson)]


def _of_article(lesson: Lesson) -> Iterator[Example]:
    reading = lesson.reading
    doc, cast = reading.doc, reading.cast
    scene = scene_of(doc, cast, reading.encoded)
    groups = group_mentions(doc, reading.sentences, cast, reading.encoded)
    for number, found in _matches(doc, groups, lesson.gold).items():
        parties = _named(lesson.gold.agreements[number].parties, {e: cast.entities[e] for e in scene.counts})
        for entity in scene.counts:
            fold = BESIDE if lesson.beside else lesson.fold
            yield Example(fold, party_features(entity, found, scene, cast), entity in parties)


def _named(names: Sequence[str], entities: dict[int, Entity]) -> set[int]:
    """The entities that the names mean: each one that is called most like it."""
    near = sorted((apart, e, name) for e in entities for name in names if (apart := _apart(name, entities[e])) <= ALIKE)
    found: dict[int, str] = {}
    for _, entity, name in near:
        if entity not in found and name not in found.values():
            found[entity] = name
    return set(found)


def _matches(doc: Doc, groups: Sequence[Group], gold: GoldArticle) -> dict[int, Group]:
    """Annotated agreements by number with the group that shares most of their triggers or sentences."""
    weights = {
        (number, k): weight
        for number, agreement in enumerate(gold.agreements)
        for k, found in enumerate(groups)
        if (weight := sum(_shared(doc, member.candidate.token, agreement.mentions, gold) for member in found.members))
    }
    pairs: dict[int, Group] = {}
    taken: set[int] = set()
    for (number, k), _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if number not in pairs and k not in taken:
            pairs[number] = groups[k]
            taken.add(k)
    return pairs


def _shared(doc: Doc, token: int, mentions: Sequence[tuple[int, str]], gold: GoldArticle) -> int:
    """3 where a trigger holds the token's word in its sentence, 1 for the sentence alone."""
    here = gold.sentences_at((token,))
    best = 0
    for number, trigger in mentions:
        if number in here:
            best = max(best, 3 if doc[token].text.lower() in trigger.lower().split() else 1)
    return best


def _apart(name: str, entity: Entity) -> int:
    """In how many words a name differs from what the entity is called; too many where neither holds the other."""
    want = _key(name)
    keys = [_key(form) for form in (entity.name, *(alias for alias, _ in entity.aliases))]
    return min(
        (len(want ^ have) for have in keys if want and have and (want <= have or have <= want)), default=ALIKE + 1
    )


def _key(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(name.lower().replace(".", ""))) - SMALL


def fit(lessons: Sequence[Example]) -> dict[str, float]:
    """Weights by feature name, with "bias"."""
    names = sorted({name for lesson in lessons for name in lesson.features})
    rows = np.array([[lesson.features.get(name, 0.0) for name in names] for lesson in lessons])
    model = LogisticRegression(C=STRENGTH, max_iter=3000, random_state=SEED)
    weights = [1.0 if lesson.fold == BESIDE else OWN for lesson in lessons]
    model.fit(rows, [lesson.is_party for lesson in lessons], sample_weight=weights)
    found = {name: round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}
    return {"bias": round(float(model.intercept_[0]), 3), **found}


def can_be_learned(lessons: Sequence[Example]) -> bool:
    """Whether there are parties, and others, to learn from."""
    return len({lesson.is_party for lesson in lessons}) > 1


def check(lessons: Sequence[Example]) -> Counter[str]:
    """True parties, parties said and parties told, with each article judged by the weights of the others."""
    counts: Counter[str] = Counter()
    for fold in sorted({lesson.fold for lesson in lessons} - {BESIDE}):
        others = [lesson for lesson in lessons if lesson.fold != fold]
        if not can_be_learned(others):
            continue
        weights = fit(others)
        for lesson in lessons:
            if lesson.fold == fold:
                score = weights["bias"] + sum(weights.get(n, 0.0) * v for n, v in lesson.features.items())
                said = 1 / (1 + np.exp(-score)) >= LIKELY
                counts.update(said=int(said), true=int(said and lesson.is_party), told=int(lesson.is_party))
    return counts


def figures(counts: Counter[str]) -> str:
    """Precision and recall of what `check` counted."""
    true, said, told = (counts[name] for name in ("true", "said", "told"))
    return f"P {true / max(said, 1):.3f}  R {true / max(told, 1):.3f}  ({told} told)"
