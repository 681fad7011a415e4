"""Which event an expression hangs on: takes a parse, its time expressions and events, gives both with their days.

In "he resigned two days after the vote" the expression hangs on the vote, which "after" governs, and tells when he
resigned. The anchor is kept in the expression also while nobody knows its day, since another article may tell it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from ingest.anchored import settle_on_events, with_days
from ingest.extract.events.syntax import SPEECH
from ingest.model import LocalEvent, Publication, TimeExpression
from ingest.timex.shift import hangs_on_event

RULE = "from_event"  # the mention's `date_rule`
INHERITING = frozenset({"agreed_at", "part_of"})
HAPPENING = frozenset({"begin", "start", "open", "end", "close", "occur", "happen", "take", "come", "follow", "be"}) | {
    *("resume", "erupt", "break"),
}
VERBAL = frozenset({"VERB", "AUX"})
KNOWN = frozenset({"the", "that", "this", "these", "those", "its", "their"})


@dataclass(frozen=True, slots=True)
class Told:
    """A mention of an event by its place among the event's mentions, and its words' tokens."""

    event: int
    mention: int
    span: Span


def anchor_times(
    doc: Doc, expressions: Sequence[TimeExpression], events: Sequence[LocalEvent], publication: Publication
) -> tuple[tuple[TimeExpression, ...], tuple[LocalEvent, ...]]:
    """Expressions with the events that they hang on, events with the expressions that date them, both with days."""
    anchored, dated = list(expressions), list(events)
    told = _mentions(doc, events)
    for i, expression in enumerate(expressions):
        span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is not None and hangs_on_event(expression):
            anchor, dated = _hung(told, expressions, dated, i, span)
            if anchor is not None:
                anchored[i] = replace(expression, anchor="event", anchor_index=anchor)
    return settle_on_events(anchored, dated, publication)


def _hung(
    told: Sequence[Told], expressions: Sequence[TimeExpression], events: list[LocalEvent], time: int, span: Span
) -> tuple[int | None, list[LocalEvent]]:
    """The event that one expression hangs on, and the events with what it dates."""
    link = _link(span)
    head = _governed(link) if link is not None else None
    anchor = _anchor(told, span, link, head) if link is not None else None
    if anchor is None:
        return None, events
    dated = _released(told, expressions, events, time, anchor)
    target = _modified(told, span, link, head)
    if target is None or any(event.time == time for event in dated):
        return anchor, dated
    if target.event == anchor:  # what lies apart cannot be one: which of the mentions is another, nobody knows
        return None, dated
    return anchor, _dating(dated, time, target, anchor) if _is_open(dated[target.event], expressions, head) else dated


def _mentions(doc: Doc, events: Sequence[LocalEvent]) -> list[Told]:
    spans = (
        (event, k, doc.char_span(mention.start, mention.end, alignment_mode="expand"))
        for event, local in enumerate(events)
        for k, mention in enumerate(local.mentions)
    )
    return [Told(event, k, span) for event, k, span in spans if span is not None]


# --- what the expression hangs on ----------------------------------------------------------------------


def _link(span: Span) -> Token | None:
    """The "before", "after" or "of" that leads to the event: the expression's last word, else the one behind it."""
    doc = span.doc
    for i in (span.end - 1, span.end):
        if i < len(doc) and doc[i].sent == span.sent and doc[i].pos_ in ("ADP", "SCONJ", "ADV", "ADJ"):
            return doc[i]
    return None


def _governed(link: Token) -> Token | None:
    """The noun or the verb of the clause that the link governs; None where the parse does not say."""
    below = [child for child in link.children if child.i > link.i and child.dep_ in ("pobj", "pcomp", "prep")]
    if below:
        return _governed(below[0]) if below[0].dep_ == "prep" else below[0]  # "prior to"
    return link.head if link.head.i > link.i and link.head.pos_ in VERBAL else None


def _anchor(told: Sequence[Told], span: Span, link: Token, head: Token | None) -> int | None:
    """The event whose words the link governs; where the parse is silent, the one named right behind it."""
    after = [t for t in told if t.span.start >= span.end and t.span.sent == span.sent]
    if head is None:
        beside = (t.event for t in after if t.span.root.left_edge.i == link.i + 1)
        return next(beside, None)
    for word in _bearers(head):
        found = next((t.event for t in after if t.span.start <= word.i < t.span.end), None)
        if found is not None:
            return found
    return _known(told, head)


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


def _released(
    told: Sequence[Told], expressions: Sequence[TimeExpression], events: Sequence[LocalEvent], time: int, anchor: int
) -> list[LocalEvent]:
    """The events, the anchor and what took its time from it no longer dated by the expression that hangs on it."""
    freed = [
        _without_time(event)
        if event.time == time and (k == anchor or (event.date_basis == "inherited" and _owes(event, anchor)))
        else event
        for k, event in enumerate(events)
    ]
    if freed[anchor] != events[anchor]:
        freed[anchor] = _of_own_clause(told, expressions, freed[anchor], anchor)
    return freed


def _owes(event: LocalEvent, occasion: int) -> bool:
    return any(relation in INHERITING and other == occasion for relation, other in event.related)


def _without_time(event: LocalEvent) -> LocalEvent:
    mentions = tuple(
        replace(m, time=None, date_rule=None, start_date=None, end_date=None) if m.time == event.time else m
        for m in event.mentions
    )
    return replace(
        event, mentions=mentions, time=None, start_date=None, end_date=None, edtf=None,
        date_precision="unknown", date_basis="none",
    )  # fmt: skip


def _of_own_clause(
    told: Sequence[Told], expressions: Sequence[TimeExpression], event: LocalEvent, index: int
) -> LocalEvent:
    """The event dated by a date that stands in the clause of one of its mentions, if one does."""
    for mention in (t for t in told if t.event == index):
        clause = _clause(mention.span.root)
        sentence = event.mentions[mention.mention].sentence
        for i, expression in enumerate(expressions):
            if (
                expression.sentence != sentence
                or expression.earliest is None
                or expression.type not in ("DATE", "TIME")
            ):
                continue
            span = mention.span.doc.char_span(expression.start, expression.end, alignment_mode="expand")
            if span is not None and clause.lemma_ not in SPEECH and _clause(span.root).i == clause.i:
                return with_days(_with_time(event, i, mention.mention, "own_clause", "own_clause"), expressions, {i})
    return event


def _clause(token: Token) -> Token:
    """The verb of the clause that a token belongs to."""
    while token.head.i != token.i and (token.pos_ not in VERBAL or token.dep_ in ("conj", "xcomp", "aux", "auxpass")):
        token = token.head
    return token


# --- what the expression dates -------------------------------------------------------------------------


def _modified(told: Sequence[Told], span: Span, link: Token | None, head: Token | None) -> Told | None:
    """The mention of an event in the clause that the expression modifies."""
    inside = {*range(span.start, span.end), *(token.i for token in (link, head) if token is not None)}
    governor = span.root
    while governor.i in inside:
        if governor.head.i == governor.i:
            return None
        governor = governor.head
    found = (t for word in _bearers(governor) for t in told if t.span.start <= word.i < t.span.end)
    return next(found, None)


def _is_open(event: LocalEvent, expressions: Sequence[TimeExpression], head: Token | None) -> bool:
    """Whether an event may be dated anew: it has no time, one from another clause, or one that tells of the anchor.

    In "arrested three men two days after the attack on Friday", Friday is when the attack was.
    """
    if event.time is None or event.date_basis in ("discourse", "inherited"):
        return event.time is not None or event.start_date is None
    if head is None:
        return False
    span = head.doc.char_span(expressions[event.time].start, expressions[event.time].end, alignment_mode="expand")
    return span is not None and any(token.i == head.i for token in span.root.ancestors)


def _dating(events: Sequence[LocalEvent], time: int, target: Told, anchor: int) -> list[LocalEvent]:
    """The events, the target dated by the expression, and what is part of it too."""
    dated = list(events)
    dated[target.event] = _with_time(_without_time(dated[target.event]), time, target.mention, "own_clause", RULE)
    for k, event in enumerate(events):
        relation = next((r for r, other in event.related if r in INHERITING and other == target.event), None)
        if relation and k not in (target.event, anchor) and event.date_basis in ("none", "inherited"):
            dated[k] = _with_time(_without_time(event), time, 0, "inherited", relation)
    return dated


def _with_time(event: LocalEvent, time: int, mention: int, basis: str, rule: str) -> LocalEvent:
    mentions = tuple(replace(m, time=time, date_rule=rule) if k == mention else m for k, m in enumerate(event.mentions))
    return replace(event, mentions=mentions, time=time, date_basis=basis)
