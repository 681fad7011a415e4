"""Events dated anew where an expression hangs on one of them: events come in, and go out with better times.

What hangs on the vote does not date the vote; it dates what happened in the clause that it modifies. Where that clause
has a day of its own ("met on Monday, a day after rebels attacked the port"), the day of the anchor is counted back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from ingest.anchored import is_ahead, is_vague, on_days, with_days
from ingest.extract.events.syntax import SPEECH
from ingest.model import LocalEvent, Publication, TimeExpression

FROM_EVENT, COUNTED_BACK = "from_event", "counted_back"  # a mention's `date_rule`
INHERITING = frozenset({"agreed_at", "part_of"})
VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Told:
    """A mention of an event by its place among the event's mentions, and its words' tokens."""

    event: int
    mention: int
    span: Span


# --- what no longer dates the anchor -------------------------------------------------------------------


def release(
    told: Sequence[Told],
    expressions: Sequence[TimeExpression],
    events: Sequence[LocalEvent],
    time: int,
    anchor: int,
    span: Span,
    head: Token | None,
) -> list[LocalEvent]:
    """The events, the anchor no longer dated by the expression that hangs on it, nor by the day of the clause above.

    What inherited that day from the anchor loses it too. The anchor is dated by a day of its own, where one stands.
    """
    wrong = events[anchor].time
    if wrong is None or not (wrong == time or tells_main_clause(expressions[wrong], span, head)):
        return list(events)
    freed = [
        _without_time(event)
        if event.time == wrong and (k == anchor or (event.date_basis == "inherited" and _owes(event, anchor)))
        else event
        for k, event in enumerate(events)
    ]
    mentions = (t for t in told if t.event == anchor)
    for mention, i in (
        (m, i) for m in mentions for i in _own_days(m, expressions, span, head) if i not in (wrong, time)
    ):
        found = _with_time(freed[anchor], i, mention.mention, "own_clause", "own_clause")
        freed[anchor] = with_days(found, expressions, {i})
        break
    return freed


def tells_main_clause(expression: TimeExpression, span: Span, head: Token | None) -> bool:
    """Whether an expression stands in the sentence of the words that hang on an event, but not with that event.

    "On Monday, two days after the vote", "two days after the vote, on Friday": a comma keeps the day from the vote.
    """
    other = _words(expression, span)
    if other is None or other.sent != span.sent or (head is not None and _is_below(other.root, head)):
        return False
    if other.end <= span.start:
        return True
    return head is not None and other.start > head.i and any(t.text == "," for t in span.doc[head.i : other.start])


def _own_days(mention: Told, expressions: Sequence[TimeExpression], span: Span, head: Token | None) -> Iterator[int]:
    """Dated expressions that belong to a mention: below what hangs on it, or in its clause in another sentence."""
    clause = _clause(mention.span.root)
    for i, expression in enumerate(expressions):
        if expression.type not in ("DATE", "TIME") or expression.earliest is None:
            continue
        words = _words(expression, span)
        if words is None or words.sent != mention.span.sent:
            continue
        if mention.span.sent == span.sent:
            belongs = head is not None and _is_below(words.root, head)
        else:
            belongs = clause.lemma_ not in SPEECH and _clause(words.root).i == clause.i
        if belongs:
            yield i


def _words(expression: TimeExpression, span: Span) -> Span | None:
    found: Span | None = span.doc.char_span(expression.start, expression.end, alignment_mode="expand")
    return found


def _is_below(token: Token, head: Token) -> bool:
    return any(word.i == head.i for word in token.ancestors)


def _clause(token: Token) -> Token:
    """The verb of the clause that a token belongs to."""
    while token.head.i != token.i and (token.pos_ not in VERBAL or token.dep_ in ("conj", "xcomp", "aux", "auxpass")):
        token = token.head
    return token


def _owes(event: LocalEvent, occasion: int) -> bool:
    return any(relation in INHERITING and other == occasion for relation, other in event.related)


# --- what the expression dates -------------------------------------------------------------------------


def is_open(event: LocalEvent, expressions: Sequence[TimeExpression], head: Token | None) -> bool:
    """Whether an event may be dated anew: it has no time, one from another clause, or one that tells of the anchor.

    In "arrested three men two days after the attack on Friday", Friday is when the attack was.
    """
    if event.time is None or event.date_basis in ("discourse", "inherited"):
        return event.time is not None or event.start_date is None
    words = _words(expressions[event.time], head.doc[head.i : head.i + 1]) if head is not None else None
    return head is not None and words is not None and _is_below(words.root, head)


def date_by(events: Sequence[LocalEvent], time: int, target: Told, anchor: int) -> list[LocalEvent]:
    """The events, the target dated by the expression, and what is part of it too."""
    dated = list(events)
    dated[target.event] = _with_time(_without_time(dated[target.event]), time, target.mention, "own_clause", FROM_EVENT)
    for k, event in enumerate(events):
        relation = next((r for r, other in event.related if r in INHERITING and other == target.event), None)
        if relation and k not in (target.event, anchor) and event.date_basis in ("none", "inherited"):
            dated[k] = _with_time(_without_time(event), time, 0, "inherited", relation)
    return dated


def count_back(
    told: Sequence[Told],
    expressions: Sequence[TimeExpression],
    events: list[LocalEvent],
    expression: TimeExpression,
    target: int,
    publication: Publication,
) -> tuple[TimeExpression, list[LocalEvent]]:
    """The expression with the days of the target, and the events, an undated anchor so much away from the target."""
    anchor, basis = expression.anchor_index, events[target].time
    known = events[target]
    if anchor is None or basis is None or events[anchor].time is not None or events[anchor].start_date is not None:
        return expression, events
    vague = is_vague(publication)
    found = on_days(_turned(expression), known.start_date, known.end_date, known.date_precision, vague)
    if found.earliest is None or (
        is_ahead(found, known.start_date, publication) and events[anchor].status != "planned"
    ):
        return expression, events
    here = next((t.mention for t in told if t.event == anchor and t.span.start_char >= expression.end), 0)
    dated = list(events)
    dated[anchor] = _on(_with_time(events[anchor], basis, here, "own_clause", COUNTED_BACK), found, here)
    return _at(expression, expressions[basis]), dated


def _turned(expression: TimeExpression) -> TimeExpression:
    """The same distance the other way: from "two days after" to two days before."""
    stored = json.loads(expression.pending or "{}")
    return replace(expression, pending=json.dumps({**stored, "sign": -int(stored["sign"])}, sort_keys=True))


def _on(event: LocalEvent, when: TimeExpression, mention: int) -> LocalEvent:
    mentions = tuple(
        replace(m, start_date=when.earliest, end_date=when.latest) if k == mention else m
        for k, m in enumerate(event.mentions)
    )
    return replace(
        event, mentions=mentions, start_date=when.earliest, end_date=when.latest, edtf=when.edtf,
        date_precision=when.granularity,
    )  # fmt: skip


def _at(expression: TimeExpression, day: TimeExpression) -> TimeExpression:
    """The expression on the day that the clause names: "on Monday, a day after", which is Monday."""
    return replace(
        expression, value=expression.value if expression.type == "DURATION" else day.value, edtf=day.edtf,
        earliest=day.earliest, latest=day.latest, granularity=day.granularity, pending=None,
    )  # fmt: skip


def _without_time(event: LocalEvent) -> LocalEvent:
    mentions = tuple(
        replace(m, time=None, date_rule=None, start_date=None, end_date=None) if m.time == event.time else m
        for m in event.mentions
    )
    return replace(
        event, mentions=mentions, time=None, start_date=None, end_date=None, edtf=None,
        date_precision="unknown", date_basis="none",
    )  # fmt: skip


def _with_time(event: LocalEvent, time: int, mention: int, basis: str, rule: str) -> LocalEvent:
    mentions = tuple(replace(m, time=time, date_rule=rule) if k == mention else m for k, m in enumerate(event.mentions))
    return replace(event, mentions=mentions, time=time, date_basis=basis)
