"""Training of the party model: takes annotated articles, writes `ingest/extract/agreements/weights.json`.

    python -m ingest.train.agreements GOLD_FOLDER [--check]

GOLD_FOLDER holds `articles/ID.txt` and `gold/ID.json`. `--check` cross-validates by article instead of writing.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc

from ingest.articles import to_article
from ingest.extract.agreements import group_mentions
from ingest.extract.agreements.grouping import Group
from ingest.extract.agreements.taking_part import LIKELY, WEIGHTS, Features, party_features, scene_of
from ingest.extract.cast import build_cast
from ingest.extract.citations import find_citations
from ingest.extract.sentences import find_sentences, mark_interpretive
from ingest.model import Article, Entity
from ingest.nlp import SILENT_ROLES, parse
from ingest.read import ReadOptions, read
from ingest.timex import annotate
from ingest.train.gold import GoldArticle, load_gold

SEED = 0
STRENGTH = 0.3  # inverse penalty, chosen by cross-validation
FOLDS = 5
WORD = re.compile(r"\w+")
SMALL = frozenset({"the", "of", "president", "prime", "minister", "mr", "mrs", "ms", "dr"})


@dataclass(frozen=True, slots=True)
class Example:
    """One entity beside one agreement, and whether the annotation has it as a party."""

    article: str
    features: Features
    is_party: bool


def examples(folder: Path) -> Iterator[Example]:
    """All entities beside all agreements that match an annotated one, article by article."""
    raws = read([folder / "articles"], ReadOptions())
    articles = (to_article(raw) for raw in raws if not hasattr(raw, "reason"))
    for article, doc in parse(articles):
        path = folder / "gold" / f"{Path(article.path).stem}.json"
        annotated = json.loads(path.read_text(encoding="utf-8"))["agreements"] if path.exists() else []
        if annotated:
            yield from _of_article(article, doc, annotated, load_gold(path, doc))


def _of_article(article: Article, doc: Doc, annotated: list[dict[str, Any]], gold: GoldArticle) -> Iterator[Example]:
    sentences = find_sentences(article, doc)
    citations = find_citations(article, sentences)
    silent = [(block.start, block.end) for block in article.blocks if block.role in SILENT_ROLES]
    expressions = annotate(doc, article.publication, skip=silent)
    sentences = mark_interpretive(doc, sentences, expressions, citations)
    cast = build_cast(doc, article, sentences, expressions)
    scene = scene_of(doc, cast)
    groups = group_mentions(doc, sentences, cast)
    for number, found in _matches(doc, groups, annotated, gold).items():
        left = list(annotated[number]["parties"])
        for entity in scene.counts:
            name = next((n for n in left if same_name(n, cast.entities[entity])), None)
            yield Example(article.id, party_features(entity, found, scene, cast), name is not None)


def _matches(doc: Doc, groups: Sequence[Group], annotated: list[dict[str, Any]], gold: GoldArticle) -> dict[int, Group]:
    """Annotated agreements by number with the group that shares most of their triggers or sentences."""
    weights = {
        (number, k): weight
        for number, raw in enumerate(annotated)
        for k, found in enumerate(groups)
        if (weight := sum(_shared(doc, member.candidate.token, raw["mentions"], gold) for member in found.members))
    }
    pairs: dict[int, Group] = {}
    taken: set[int] = set()
    for (number, k), _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if number not in pairs and k not in taken:
            pairs[number] = groups[k]
            taken.add(k)
    return pairs


def _shared(doc: Doc, token: int, mentions: list[list[Any]], gold: GoldArticle) -> int:
    """3 where a trigger holds the token's word in its sentence, 1 for the sentence alone."""
    here = gold.sentences_at((token,))
    best = 0
    for number, trigger in mentions:
        if number in here:
            best = max(best, 3 if doc[token].text.lower() in trigger.lower().split() else 1)
    return best


def same_name(name: str, entity: Entity) -> bool:
    """Whether a name is the entity's, or an alias's, but for at most three words."""
    want = _key(name)
    keys = [_key(form) for form in (entity.name, *(alias for alias, _ in entity.aliases))]
    return any(want and have and (want <= have or have <= want) and len(want ^ have) <= 3 for have in keys)


def _key(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(name.lower().replace(".", ""))) - SMALL


def fit(lessons: Sequence[Example]) -> dict[str, float]:
    """Weights by feature name, with "bias"."""
    names = sorted({name for lesson in lessons for name in lesson.features})
    rows = np.array([[lesson.features.get(name, 0.0) for name in names] for lesson in lessons])
    model = LogisticRegression(C=STRENGTH, max_iter=3000, random_state=SEED)
    model.fit(rows, [lesson.is_party for lesson in lessons])
    found = {name: round(float(weight), 3) for name, weight in zip(names, model.coef_[0], strict=True)}
    return {"bias": round(float(model.intercept_[0]), 3), **found}


def check(lessons: Sequence[Example]) -> Counter[str]:
    """True parties, parties said and parties told, with each article judged by the weights of the others."""
    counts: Counter[str] = Counter()
    for fold in range(FOLDS):
        weights = fit([lesson for lesson in lessons if _fold(lesson.article) != fold])
        for lesson in lessons:
            if _fold(lesson.article) == fold:
                score = weights["bias"] + sum(weights.get(n, 0.0) * v for n, v in lesson.features.items())
                said = 1 / (1 + np.exp(-score)) >= LIKELY
                counts.update(said=int(said), true=int(said and lesson.is_party), told=int(lesson.is_party))
    return counts


def _fold(article: str) -> int:
    return int(sha256(article.encode()).hexdigest(), 16) % FOLDS


def main(arguments: Sequence[str]) -> None:
    """Fit and write the weights, or cross-validate."""
    lessons = list(examples(Path(arguments[0])))
    if "--check" in arguments:
        counts = check(lessons)
        precision, recall = counts["true"] / counts["said"], counts["true"] / counts["told"]
        print(f"parties of matched agreements: P {precision:.3f}  R {recall:.3f}  ({counts['told']} told)")
        return
    WEIGHTS.write_text(json.dumps({"party": fit(lessons)}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
