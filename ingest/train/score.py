"""Scoring inside training: takes found events and annotated ones, gives the figures of the evaluation, in memory.

The rules of matching are those of the annotation's scorer: a trigger in common, else a sentence and the type.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from ingest.evaluation.names import same_name
from ingest.extract.cast import Cast
from ingest.model import LocalEvent
from ingest.train.gold import GoldArticle

Found = tuple[str, Sequence[tuple[int, ...]]]  # type and, for each mention, its tokens


def match(article: GoldArticle, found: Sequence[Found]) -> dict[int, int]:
    """Annotated event to found event, heaviest pair first, each used once."""
    weights: dict[tuple[int, int], int] = {}
    for s, (kind, mentions) in enumerate(found):
        sentences = {n for tokens in mentions for n in article.sentences_at(tokens)}
        for g, event in enumerate(article.events):
            hits = sum(1 for a in event.triggers for b in mentions if set(a) & set(b))
            shared = len(event.sentences & sentences)
            agree = event.type == kind
            if hits or (shared and agree):
                weights[g, s] = 3 * hits + (shared if agree else 0)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for (g, s), weight in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if weight > 0 and g not in pairs and s not in taken:
            pairs[g] = s
            taken.add(s)
    return pairs


def f1(right: float, said: float, true: float) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (said + true) if said + true else 0.0


def forms(cast: Cast, entity: int) -> list[str]:
    """The name of an entity and its aliases."""
    return [cast.entities[entity].name, *(form for form, _ in cast.entities[entity].aliases)]


def tokens_of(article: GoldArticle, event: LocalEvent, starts: Mapping[int, int]) -> list[tuple[int, ...]]:
    """For each mention of an event the tokens that it covers; `starts` gives character to token."""
    spans = []
    for mention in event.mentions:
        tokens = {starts[c] for c in range(mention.start, mention.end) if c in starts}
        spans.append(tuple(sorted(tokens)))
    return spans


def count(article: GoldArticle, found: Sequence[LocalEvent], cast: Cast, starts: Mapping[int, int]) -> Counter[str]:
    """Events and facts said, true and right in one article, and what is right on matched events."""
    n: Counter[str] = Counter()
    pairs = match(article, [(e.type, tokens_of(article, e, starts)) for e in found])
    n["event right"], n["event said"], n["event true"] = len(pairs), len(found), len(article.events)
    told = [_told(event) for event in found]
    for gold in article.events:
        n["fact true"] += 2 + bool(gold.start) + bool(gold.place) + len(gold.participants)
    for event, (start, _, place) in zip(found, told, strict=True):
        n["fact said"] += 2 + bool(start) + (place is not None) + len(event.participants)
        n["date said"] += bool(start)
        n["place said"] += place is not None
        n["participant said"] += len(event.participants)
    for g, s in pairs.items():
        gold, event, (start, end, place) = article.events[g], found[s], told[s]
        left = [forms(cast, p.entity) for p in event.participants]
        n["type right"] += gold.type == event.type
        n["status right"] += gold.status == event.status
        n["date right"] += bool(gold.start) and (gold.start, gold.end) == (start, end)
        n["date true"] += bool(gold.start)
        n["undated true"] += not gold.start
        n["undated right"] += not gold.start and not start
        n["place true"] += bool(gold.place)
        if gold.place and place is not None:
            n["place right"] += same_name(gold.place, [cast.places[place].name])
        for name in gold.participants:
            n["participant true"] += 1
            hit = next((x for x in left if same_name(name, x)), None)
            if hit is not None:
                left.remove(hit)
                n["participant right"] += 1
    n["fact right"] = sum(n[f"{k} right"] for k in ("type", "status", "date", "place", "participant"))
    return n


def _told(event: LocalEvent) -> tuple[str | None, str | None, int | None]:
    """The narrowest interval and the first place that the mentions of an event state."""
    start = end = None
    for m in event.mentions:
        if m.start_date and m.end_date and (start is None or (m.start_date >= start and m.end_date <= (end or ""))):
            start, end = m.start_date, m.end_date
    return start, end, next((m.place for m in event.mentions if m.place is not None), None)


def report(n: Counter[str]) -> dict[str, str]:
    """The counts as figures to print."""
    rows = {name: _figures(n[f"{name} right"], n[f"{name} said"], n[f"{name} true"]) for name in ("event", "fact")}
    on_matched = {
        name: f"{n[f'{name} right']}/{n[f'{name} true'] or n['event right']} (said {n[f'{name} said']})"
        for name in ("type", "status", "date", "undated", "place", "participant")
    }
    return rows | on_matched


def _figures(right: int, said: int, true: int) -> str:
    return f"P {right / max(1, said):.3f}  R {right / max(1, true):.3f}  F1 {f1(right, said, true):.3f}"
