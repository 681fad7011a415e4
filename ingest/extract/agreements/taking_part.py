"""Who is party: takes the mentions of one agreement and the cast, weighs for each entity what speaks for its part.

A logistic regression reads the named numbers, among them what the encoder says of who takes part and who is party; its
weights are `weights.json`, made by `dateline train`.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Doc

from ingest.extract.agreements.grouping import Group
from ingest.extract.agreements.parties import CastLike, state_of
from ingest.extract.encoder.layout import AHEAD, REACH, Encoded
from ingest.model import Entity

Features = dict[str, float]
WEIGHTS = Path(__file__).with_name("weights.json")
LIKELY = 0.4  # from which probability an entity is a party
SPEECH = frozenset({"say", "tell", "report", "announce", "state", "add", "note", "claim", "quote", "comment"})
KINDS = ("country", "organisation", "person", "group")


@dataclass(frozen=True, slots=True)
class Scene:
    """What is counted once an article: mentions by entity and by sentence, sentences in which an entity only speaks;
    `heads` gives the sentence and the head of each mention of an entity.
    """

    encoded: Encoded
    counts: Counter[int]
    heads: dict[int, list[tuple[int, int]]]
    at: dict[int, Counter[int]]
    speaks: dict[int, set[int]]
    pair: frozenset[int]
    ranks: dict[int, int]


def scene_of(doc: Doc, cast: CastLike, encoded: Encoded) -> Scene:
    """Count an article's mentions."""
    counts: Counter[int] = Counter()
    heads: dict[int, list[tuple[int, int]]] = {}
    at: dict[int, Counter[int]] = {}
    pairs: Counter[frozenset[int]] = Counter()
    for mention in cast.mentions:
        counts.update(mention.entities)
        at.setdefault(mention.sentence, Counter()).update(mention.entities)
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None:
            for entity in mention.entities:
                heads.setdefault(entity, []).append((mention.sentence, span.root.i))
        if len(mention.entities) == 2 and all(cast.entity_kind(e) == "country" for e in mention.entities):
            pairs[frozenset(mention.entities)] += 1
    pair = pairs.most_common(1)[0][0] if pairs else frozenset()
    return Scene(encoded, counts, heads, at, _speaking(doc, cast), pair, _ranks(counts, cast.entities))


def _speaking(doc: Doc, cast: CastLike) -> dict[int, set[int]]:
    speaks: dict[int, set[int]] = {}
    for position, span in enumerate(doc.sents):
        for token in span:
            if token.dep_ == "nsubj" and token.head.lemma_ in SPEECH:
                speaks.setdefault(position, set()).update(cast.entities_at(token))
    return speaks


def _ranks(counts: Counter[int], entities: Sequence[Entity]) -> dict[int, int]:
    """The place of each entity among those of its kind, by mentions."""
    ranks: dict[int, int] = {}
    for kind in KINDS:
        same = [i for i, entity in enumerate(entities) if entity.kind == kind]
        for rank, i in enumerate(sorted(same, key=lambda i: (-counts[i], i))):
            ranks[i] = rank
    return ranks


def party_features(entity: int, found: Group, scene: Scene, cast: CastLike) -> Features:
    """What speaks for an entity being party to an agreement."""
    told = {member.candidate.sentence for member in found.members}
    relations = Counter(r for member in found.members if (r := member.parties.get(entity)))
    named = sum(relations.values())
    here = [s for s in told if scene.at.get(s, Counter())[entity]]
    others = len([p for p in found.parties if p != entity])
    who = cast.entities[entity]
    most = max(scene.counts.values(), default=1)
    features: Features = {f"kind {who.kind}": 1.0, f"others named {min(others, 2)}": 1.0}
    features |= {f"named as {relation}": 1.0 for relation in relations}
    features["named"] = float(named > 0)
    features["share of mentions naming"] = named / len(found.members)
    features["share of sentences"] = len(here) / len(told)
    features["in a sentence"] = float(bool(here))
    features["in the first"] = float(found.members[0].candidate.sentence in here)
    features["speaks there"] = float(any(entity in scene.speaks.get(s, ()) for s in here))
    features["frequency"] = scene.counts[entity] / most
    features[f"rank {who.kind} {min(scene.ranks[entity], 3)}"] = 1.0
    features["of the pair"] = float(entity in scene.pair)
    features["near"] = float(any(scene.at.get(s + d, Counter())[entity] for s in told for d in (-1, 1)))
    features["unnamed, none named"] = float(not named and not others)
    features["unnamed, one named"] = float(not named and others == 1)
    features["unnamed, here, one named"] = float(not named and others == 1 and bool(here))
    features["unnamed, frequent, one named"] = features["unnamed, one named"] * features["frequency"]
    features["unnamed, frequent, none named"] = features["unnamed, none named"] * features["frequency"]
    acts_for = state_of(who)
    codes = {cast.entities[p].country_code for p in found.parties if cast.entities[p].kind == "country"}
    features["its state is named"] = float(bool(acts_for) and acts_for in codes)
    servants = {state_of(cast.entities[p]) for p in found.parties} - {""}
    features["its servant is named"] = float(who.kind == "country" and who.country_code in servants)
    for relation in ("part", "party"):
        belongs = _belonging(relation, entity, found, scene)
        features[f"{relation} at best"], features[f"{relation} on average"] = max(belongs), sum(belongs) / len(belongs)
    features["named, one-sided"] = float(named > 0 and {m.candidate.sense for m in found.members} == {"commit"})
    return {name: value for name, value in features.items() if value}


def _belonging(relation: str, entity: int, found: Group, scene: Scene) -> list[float]:
    """For each word that tells the agreement, what the encoder gives the likeliest name of the entity around it: that
    it takes part, as in an event (`part`), or is party to an agreement (`party`).
    """
    spots = {spot: m.candidate.sentence for m in found.members for spot in (m.candidate.token, m.candidate.content)}
    return [_likeliest(relation, spot, sentence, entity, scene) for spot, sentence in spots.items() if spot is not None]


def _likeliest(relation: str, spot: int, sentence: int, entity: int, scene: Scene) -> float:
    named = scene.heads.get(entity, ())
    near = [head for where, head in named if -REACH[relation] <= where - sentence <= AHEAD]
    return _share(float(scene.encoded.related(relation, [spot], near).max())) if near else 0.0


def _share(odds: float) -> float:
    """Log odds as a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The weight of each feature; that of "bias" is the constant."""
    loaded: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))["party"]
    return loaded


def likelihood(found: Features) -> float:
    """The probability that an entity with these features is a party."""
    known = weights()
    total = known["bias"] + sum(known.get(name, 0.0) * value for name, value in found.items())
    return _share(total)


def likely_parties(found: Group, scene: Scene, cast: CastLike) -> list[int]:
    """The entities that are likely parties, those named as such first, then by likelihood."""
    scored = [(likelihood(party_features(e, found, scene, cast)), e) for e in scene.counts]
    likely = sorted((-p, e) for p, e in scored if p >= LIKELY)
    order = {e: i for i, e in enumerate(found.parties)}
    return [e for _, e in sorted(likely, key=lambda pair: (order.get(pair[1], len(order)), pair))]
