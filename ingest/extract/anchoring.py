"""Which event an expression hangs on: takes a parse, its time expressions and events, gives both with their days.

In "he resigned two days after the vote" the expression hangs on the vote, which "after" governs, and tells when he
resigned. The anchor is kept in the expression also while nobody knows its day, since another article may tell it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from ingest.anchored import settle_on_events
from ingest.extract.events.syntax import SPEECH
from ingest.extract.reckoning import Told, count_back, date_by, is_open, release, tells_main_clause
from ingest.model import LocalEvent, Publication, TimeExpression
from ingest.timex.shift import hangs_on_event

HAPPENING = frozenset({"begin", "start", "open", "end", "close", "occur", "happen", "take", "come", "follow", "be"}) | {
    *("resume", "erupt", "break"),
}
VERBAL = frozenset({"VERB", "AUX"})
KNOWN = frozenset({"the", "that", "this", "these", "those", "its", "their"})


@dataclass(frozen=True, slots=True)
class Hinge:
    """An expression's words, the "before" or "after" behind them, and the head of what that governs."""

    span: Span
    link: Token
    head: Token | None


def anchor_times(
    doc: Doc, expressions: Sequence[TimeExpression], events: Sequence[LocalEvent], publication: Publication
) -> tuple[tuple[TimeExpression, ...], tuple[LocalEvent, ...]]:
    """Expressions with the events that they hang on, events with the expressions that date them, both with days."""
    anchored, dated = list(expressions), list(events)
    told = _mentions(doc, events)
    for i, expression in enumerate(expressions):
        span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is not None and hangs_on_event(expression):
            anchored[i], dated = _hung(told, anchored, dated, i, span, publication)
    return settle_on_events(anchored, dated, publication)


def _hung(
    told: Sequence[Told],
    expressions: Sequence[TimeExpression],
    events: list[LocalEvent],
    time: int,
    span: Span,
    publication: Publication,
) -> tuple[TimeExpression, list[LocalEvent]]:
    """One expression with the event that it hangs on, and the events with what it dates."""
    hinge = _hinge(span)
    anchor = _anchor(told, hinge) if hinge is not None else None
    if hinge is None or anchor is None:
        return expressions[time], events
    target = _modified(told, hinge)
    apart = target is None or target.event != anchor  # else a mention is of another event, and nobody knows which
    if apart or events[anchor].time == time:
        events = release(told, expressions, events, time, anchor, span, hinge.head)
    if not apart:
        return expressions[time], events
    expression = replace(expressions[time], anchor="event", anchor_index=anchor)
    if target is None or any(event.time == time for event in events):
        return expression, events
    if is_open(events[target.event], expressions, hinge.head):
        return expression, date_by(events, time, target, anchor)
    basis = events[target.event].time
    if basis is not None and tells_main_clause(expressions[basis], span, hinge.head):
        return count_back(told, expressions, events, expression, target.event, publication)
    return expression, events


def _mentions(doc: Doc, events: Sequence[LocalEvent]) -> list[Told]:
    spans = (
        (event, k, doc.char_span(mention.start, mention.end, alignment_mode="expand"))
        for event, local in enumerate(events)
        for k, mention in enumerate(local.mentions)
    )
    return [Told(event, k, span) for event, k, span in spans if span is not None]


def _hinge(span: Span) -> Hinge | None:
    """The "before", "after" or "of" that leads to the event is the expression's last word, else the one behind it.

    "For a year after the vote" tells how long, not when.
    """
    doc = span.doc
    if span.start and doc[span.start - 1].lower_ == "for":
        return None
    for i in (span.end - 1, span.end):
        if i < len(doc) and doc[i].sent == span.sent and doc[i].pos_ in ("ADP", "SCONJ", "ADV", "ADJ"):
            return Hinge(span, doc[i], _governed(doc[i]))
    return None


def _governed(link: Token) -> Token | None:
    """The noun or the verb of the clause that the link governs; None where the parse does not say."""
    below = [child for child in link.children if child.i > link.i and child.dep_ in ("pobj", "pcomp", "prep")]
    if below:
        return _governed(below[0]) if below[0].dep_ == "prep" else below[0]  # "prior to"
    return link.head if link.head.i > link.i and link.head.pos_ in VERBAL else None


def _anchor(told: Sequence[Told], hinge: Hinge) -> int | None:
    """The event whose words the link governs; where the parse is silent, the one named right behind it."""
    after = [t for t in told if t.span.start >= hinge.span.end and t.span.sent == hinge.span.sent]
    if hinge.head is None:
        beside = (t.event for t in after if t.span.root.left_edge.i == hinge.link.i + 1)
        return next(beside, None)
    for word in _bearers(hinge.head):
        found = next((t.event for t in after if t.span.start <= word.i < t.span.end), None)
        if found is not None:
            return found
    return _known(told, hinge.head)


def _bearers(head: Token) -> Iterator[Token]:
    """Words that may name what a noun phrase or clause tells of, the likeliest first."""
    yield head
    if head.pos_ in VERBAL:
        deps = {"dobj", "nsubjpass"} | ({"nsubj", "attr"} if head.lemma_ in HAPPENING else set())
        yield from (child for child in head.children if child.dep_ in deps and head.lemma_ not in SPEECH)
        return
    for child in head.children:
        if child.dep_ in ("compound", "amod", "poss"):
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of":  # "the end of the talks"
            yield from (word for word in child.children if word.dep_ == "pobj")


def _known(told: Sequence[Told], head: Token) -> int | None:
    """The only event of the article that a definite noun can take up ("the summit"), though it is no mention itself."""
    if head.pos_ in VERBAL or not any(child.lower_ in KNOWN for child in head.children):
        return None
    found = {t.event for t in told if t.span.root.lemma_.lower() == head.lemma_.lower()}
    return found.pop() if len(found) == 1 else None


def _modified(told: Sequence[Told], hinge: Hinge) -> Told | None:
    """The mention of an event in the clause that the expression modifies."""
    inside = {*range(hinge.span.start, hinge.span.end), hinge.link.i, *([hinge.head.i] if hinge.head else [])}
    governor = hinge.span.root
    while governor.i in inside:
        if governor.head.i == governor.i:
            return None
        governor = governor.head
    found = (t for word in _bearers(governor) for t in told if t.span.start <= word.i < t.span.end)
    return next(found, None)
