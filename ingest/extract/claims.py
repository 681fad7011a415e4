"""Claims: takes an article's events, gives them with every statement that the article makes of each.

A claim keeps its sentence and the citation marker that supports it. Where an article says itself that its sources
disagree ("some sources naming A and others naming B"), each side becomes a claim of its own and nothing is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from spacy.tokens import Doc, Span, Token

from ingest.model import (
    Article,
    Citation,
    Entity,
    EventMention,
    EventParticipant,
    LocalClaim,
    LocalEvent,
    Place,
    Sentence,
    TimeExpression,
)

SOURCES = r"(?:reports?|sources?|accounts?|articles?|outlets?|media|newspapers?|agenc(?:y|ies)|witnesses|versions?|estimates?|figures?|officials?)"
DISAGREE = re.compile(
    rf"\b{SOURCES}\b[^.;]{{0,60}}?\b(?:var(?:y|ied)|differ(?:ed)?|disagree[ds]?|conflict(?:ed)?|are divided|were divided|diverge[ds]?)\b"
    rf"|\bconflicting {SOURCES}\b|\bdiscrepanc(?:y|ies)\b|\bdisputed\b",
    re.I,
)
SOME = re.compile(
    rf"\b(?:some|several|certain|a few|one|many|most)(?:\s+(?!people\b)\w+){{0,2}}?\s*\b{SOURCES}\b|\bsome\b(?=\s+(?:nam|say|said|put|report|giv|identif|cit|claim|list))",
    re.I,
)
OTHERS = re.compile(r"\b(?:(?:while|whereas|but|and)\s+)?(?:others?|another|the rest)\b", re.I)
ACCORDING = re.compile(r"\baccording to\b", re.I)
OPPOSED = re.compile(r"[,;]?\s*\b(?:but|while|whereas|although|though)\b", re.I)
COUNTED = frozenset(
    {
        "people", "person", "man", "woman", "child", "civilian", "soldier", "troop", "officer", "policeman", "passenger", "worker",
        "student", "victim", "death", "injury", "casualty", "body", "protester", "demonstrator", "migrant", "refugee", "case",
        "arrest", "fatality", "crew", "member", "girl", "boy", "schoolgirl", "hostage", "militant", "fighter", "resident", "other",
        "patient", "pilgrim", "inmate", "prisoner", "tourist", "villager", "rebel", "survivor", "guest", "employee", "house",
        "home", "building", "vote", "delegate",
    }
)  # fmt: skip
OUTCOMES = {
    "dead": "dead", "killed": "dead", "kill": "dead", "die": "dead", "dies": "dead", "injured": "injured", "injure": "injured",
    "wound": "injured", "wounded": "injured", "hurt": "injured", "missing": "missing", "arrest": "arrested", "arrested": "arrested",
    "detain": "detained", "detained": "detained", "evacuate": "evacuated", "displace": "displaced", "rescue": "rescued",
    "hospitalize": "hospitalized", "infect": "infected", "trap": "trapped",
}  # fmt: skip
ANAPHORIC = frozenset({"the", "these", "those", "both", "its", "their", "his", "her"})  # "the two men" counts nobody anew
HARMED = frozenset({"nsubjpass", "dobj"})


class CastLike(Protocol):
    """What is asked of the article's cast."""

    entities: list[Entity]
    places: list[Place]

    def entities_at(self, token: Token) -> tuple[int, ...]:
        """Entities that the mention around a token stands for."""

    def place_at(self, token: Token) -> int | None:
        """The place that the words around a token name."""


@dataclass(frozen=True, slots=True)
class _Article:
    """What the claims of one article are read from; `spans` are the sentences of the `Doc`, `markers` one a sentence."""

    spans: list[Span]
    expressions: Sequence[TimeExpression]
    cast: CastLike
    markers: dict[int, str]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two or more rival statements of one sentence; a value may name an entity."""

    attribute: str
    sentence: int
    values: tuple[tuple[str, int | None], ...]


def with_claims(
    doc: Doc,
    article: Article,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    cast: CastLike,
    events: Sequence[LocalEvent],
    citations: Sequence[Citation],
) -> list[LocalEvent]:
    """The events with `claims` filled, and with the participants that disputes add, flagged `disputed`."""
    markers: dict[int, str] = {}
    for citation in citations:
        markers.setdefault(citation.sentence, citation.marker)
    read = _Article(list(doc.sents), expressions, cast, markers)
    disputes = [
        d for s in sentences if s.role in {"body", "heading"} and (d := dispute_in(read.spans[s.position], read))
    ]
    told: dict[int, list[Dispute]] = {}
    for dispute in disputes:
        target = _disputed_event(dispute, events, read)
        if target is not None:
            told.setdefault(target, []).append(dispute)
    return [_with_claims(event, told.get(i, []), read) for i, event in enumerate(events)]


def _with_claims(event: LocalEvent, disputes: Sequence[Dispute], read: _Article) -> LocalEvent:
    for dispute in disputes:
        event = _with_rivals(event, dispute)
    claims = [
        *_participants(event, read),
        *_offices(event, read, disputes),
        *_dates(event, read),
        *_places(event, read),
        *_statuses(event, read),
        *_counts(event, read),
        *(claim for dispute in disputes for claim in _rival_claims(dispute, read)),
    ]
    return replace(event, claims=tuple(dict.fromkeys(claims)))


def _claim(read: _Article, attribute: str, value: str, sentence: int, entity: int | None = None) -> LocalClaim:
    return LocalClaim(attribute, value, sentence, entity, read.markers.get(sentence))


# --- what the parts of an event state ------------------------------------------------------------------


def _participants(event: LocalEvent, read: _Article) -> list[LocalClaim]:
    return [
        _claim(read, "participant", read.cast.entities[part.entity].name, sentence, part.entity)
        for part in event.participants
        for sentence in part.sentences
    ]


def _offices(event: LocalEvent, read: _Article, disputes: Sequence[Dispute]) -> list[LocalClaim]:
    """Offices in which participants act; who holds a disputed one is claimed by the dispute."""
    rivals = {entity for d in disputes if d.attribute == "office_holder" for _, entity in d.values}
    claims = []
    for part in event.participants:
        if not part.office or part.entity in rivals:
            continue
        entity = read.cast.entities[part.entity]
        stated = [o for o in entity.offices if o.office == part.office]
        code = next((o.country_code for o in stated if o.country_code), entity.country_code)
        sentence = next(
            (o.sentence for o in stated), part.sentences[0] if part.sentences else event.mentions[0].sentence
        )
        claims.append(_claim(read, "office_holder", office_value(part.office, code), sentence, part.entity))
    return claims


def office_value(office: str, country_code: str | None) -> str:
    """ "Prime Minister of JP"; the office alone where no country is known."""
    return f"{office} of {country_code}" if country_code else office


def _dates(event: LocalEvent, read: _Article) -> list[LocalClaim]:
    return [
        _claim(read, "date", _date_value(mention, read.expressions), mention.sentence)
        for mention in event.mentions
        if mention.start_date
    ]


def _date_value(mention: EventMention, expressions: Sequence[TimeExpression]) -> str:
    """EDTF of the expression that dates a mention, where it says the same days; else the days as an interval."""
    if mention.time is not None:
        told = expressions[mention.time]
        if told.edtf and (told.earliest, told.latest) == (mention.start_date, mention.end_date):
            return told.edtf
    start, end = mention.start_date or "", mention.end_date or ""
    return start if start == end else f"{start}/{end}"


def _places(event: LocalEvent, read: _Article) -> list[LocalClaim]:
    return [
        _claim(read, "place", read.cast.places[mention.place].name, mention.sentence)
        for mention in event.mentions
        if mention.place is not None
    ]


def _statuses(event: LocalEvent, read: _Article) -> list[LocalClaim]:
    return [_claim(read, "status", mention.status, mention.sentence) for mention in event.mentions]


def _counts(event: LocalEvent, read: _Article) -> list[LocalClaim]:
    """How many, as the sentences of an event's own triggers say it ("39 dead", "129 people")."""
    claims = []
    for mention in event.mentions:
        span = read.spans[mention.sentence]
        trigger = next((t for t in span if t.idx >= mention.start), None)
        for number, value in counts_in(span):
            if trigger is not None and _near(number, trigger):
                claims.append(_claim(read, "count", value, mention.sentence))
    return claims


def _near(number: Token, trigger: Token) -> bool:
    """Whether a number belongs to a trigger: in its subtree, in its own phrase, or in the clause that it heads."""
    clause = trigger if trigger.pos_ in {"VERB", "AUX"} else _clause_of(trigger)
    return (
        number.is_ancestor(trigger)
        or clause.is_ancestor(number)
        or trigger.is_ancestor(number)
        or number.head.i == trigger.i
    )


def _clause_of(token: Token) -> Token:
    while token.dep_ != "ROOT" and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token


def counts_in(span: Span) -> list[tuple[Token, str]]:
    """Numbers of people and things that a sentence counts, as ("39 dead", "129 people"), each with its number token."""
    found = []
    for token in span:
        number = _number(token)
        if number is None:
            continue
        value = _count_value(token, number)
        if value:
            found.append((token, value))
    return found


WORDS = {
    word: n
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12}
DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def _number(token: Token) -> str | None:
    """A whole number in digits; None for years, ordinals and what is no number."""
    if DIGITS.fullmatch(token.text):
        return None if token.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"} else token.text.replace(",", "")
    if token.lower_ in WORDS and token.pos_ == "NUM":
        return str(WORDS[token.lower_])
    return None


def _count_value(token: Token, number: str) -> str | None:
    head = token.head if token.dep_ == "nummod" else token
    if head.i != token.i and head.lemma_.lower() not in COUNTED and head.lower_ not in OUTCOMES:
        return None
    if any(c.lower_ in ANAPHORIC for c in head.children):
        return None
    outcome = OUTCOMES.get(head.lower_) or _outcome(head)
    if outcome:
        return f"{number} {outcome}"
    return f"{number} {head.lower_}" if head.i != token.i else None


def _outcome(head: Token) -> str | None:
    """What befell those counted: "killed 39 people", "39 were killed", "39 dead"."""
    follower = head.nbor() if head.i + 1 < len(head.doc) else None
    if follower is not None and follower.lower_ in {"dead", "injured", "missing", "wounded"}:
        return OUTCOMES[follower.lower_]
    verb = head.head
    if head.dep_ in HARMED and verb.lemma_.lower() in OUTCOMES:
        return OUTCOMES[verb.lemma_.lower()]
    if head.dep_ == "nsubj" and verb.lemma_.lower() in {"die", "be"}:
        left = [c.lower_ for c in verb.children if c.dep_ in {"acomp", "attr"}]
        return "dead" if verb.lemma_.lower() == "die" else next((OUTCOMES[w] for w in left if w in OUTCOMES), None)
    return None


# --- what an article says to be disputed ----------------------------------------------------------------


def dispute_in(span: Span, read: _Article) -> Dispute | None:
    """The rival values of a sentence that sets sources against each other, or None."""
    halves = _halves(span)
    if halves is None:
        return None
    first, second = halves
    for attribute, values in _readers(span, read):
        left, right = values(first), values(second)
        rivals = [*left, *(v for v in right if v not in left)]
        if left and right and len(rivals) > 1 and not set(left) & set(right):
            position = next(i for i, known in enumerate(read.spans) if known.start == span.start)
            return Dispute(attribute, position, tuple(rivals))
    return None


def _halves(span: Span) -> tuple[list[Token], list[Token]] | None:
    """The words of each side: "some sources ... | others ...", "X according to A | but Y according to B"."""
    text = span.text
    some = SOME.search(text)
    others = OTHERS.search(text, some.end()) if some else None
    if some and others:
        return _cut(span, some.end(), others.start())
    if len(ACCORDING.findall(text)) > 1 and (opposed := OPPOSED.search(text)):
        return _cut(span, 0, opposed.start())
    disagree = DISAGREE.search(text)
    middle = re.compile(r"\b(?:or|and|versus|while|but)\b").search(text, disagree.end()) if disagree else None
    return _cut(span, disagree.end(), middle.start()) if disagree and middle else None


def _cut(span: Span, start: int, middle: int) -> tuple[list[Token], list[Token]]:
    base = span.start_char
    first = [t for t in span if base + start <= t.idx < base + middle]
    return first, [t for t in span if t.idx >= base + middle]


_Values = Callable[[Iterable[Token]], list[tuple[str, int | None]]]


def _readers(span: Span, read: _Article) -> list[tuple[str, _Values]]:
    """What can be disputed, in the order in which it is looked for: a person, a number, a day, a place."""
    office = _disputed_office(span, read)

    def persons(tokens: Iterable[Token]) -> list[tuple[str, int | None]]:
        found = {e for t in tokens for e in read.cast.entities_at(t) if read.cast.entities[e].kind == "person"}
        return [(_held(read.cast.entities[e], office) or read.cast.entities[e].name, e) for e in sorted(found)]

    def counts(tokens: Iterable[Token]) -> list[tuple[str, int | None]]:
        inside = {t.i for t in tokens}
        counted = [v for number, v in counts_in(span) if number.i in inside]
        return [(v, None) for v in counted] or [(n, None) for t in span if t.i in inside and (n := _number(t))]

    def days(tokens: Iterable[Token]) -> list[tuple[str, int | None]]:
        spots = [t.idx for t in tokens]
        told = [e for e in read.expressions if e.earliest and any(e.start <= spot < e.end for spot in spots)]
        return [(e.edtf or f"{e.earliest}/{e.latest}", None) for e in told]

    def places(tokens: Iterable[Token]) -> list[tuple[str, int | None]]:
        found = {p for t in tokens if (p := read.cast.place_at(t)) is not None}
        return [(read.cast.places[p].name, None) for p in sorted(found)]

    kind = "office_holder" if office else "participant"
    return [(kind, persons), ("count", counts), ("date", days), ("place", places)]


OFFICE = re.compile(
    r"\b((?:[A-Z]\w+|acting|vice|deputy|foreign|prime|defence|defense|finance|interior)\s+){0,2}"
    r"(president|minister|premier|chancellor|king|queen|governor|mayor|secretary|speaker|ambassador|chief executive)\b",
    re.I,
)


def _held(entity: Entity, office: str | None) -> str | None:
    """The disputed office as the article states it of this person, where it does so in full."""
    if office is None:
        return None
    stated = [office_value(o.office, o.country_code) for o in entity.offices]
    return next((value for value in stated if value.endswith(office) or office.endswith(value)), office)


def _disputed_office(span: Span, read: _Article) -> str | None:
    """The office over whose holder a sentence tells of a dispute, with its country ("Prime Minister of JP")."""
    found = OFFICE.search(span.text)
    if found is None:
        return None
    words = [t for t in span if span.start_char + found.start() <= t.idx < span.start_char + found.end()]
    head = words[-1]
    near = [head, *head.children, *words]
    codes = [code for t in near for e in read.cast.entities_at(t) if (code := read.cast.entities[e].country_code)]
    titled = [
        t.text for t in words if not (t.ent_type_ in {"NORP", "GPE"} or (read.cast.entities_at(t) and t.i != head.i))
    ]
    office = " ".join(
        word if word[:1].isupper() else word.capitalize() for word in titled if word.lower() not in {"the", "a"}
    )
    return office_value(office, codes[0] if codes else None)


def _disputed_event(dispute: Dispute, events: Sequence[LocalEvent], read: _Article) -> int | None:
    """The event that a dispute is about: told in its sentence, named there by a trigger's word, or the last one told."""
    here = [i for i, e in enumerate(events) if any(m.sentence == dispute.sentence for m in e.mentions)]
    if here:
        return here[0]
    lemmas = {t.lemma_.lower() for t in read.spans[dispute.sentence]}
    persons = dispute.attribute in {"office_holder", "participant"}
    before = [
        (max(m.sentence for m in e.mentions if m.sentence < dispute.sentence), i)
        for i, e in enumerate(events)
        if any(m.sentence < dispute.sentence for m in e.mentions) and (not persons or e.type == "CONSULT")
    ]
    named = [(s, i) for s, i in before if any(m.trigger.lower() in lemmas for m in events[i].mentions)]
    ranked = named or before
    return max(ranked)[1] if ranked else None


def _with_rivals(event: LocalEvent, dispute: Dispute) -> LocalEvent:
    """The event with each disputed person as a participant, flagged."""
    parts = {part.entity: part for part in event.participants}
    role = "party" if any(p.role == "party" for p in event.participants) else "actor"
    for _, entity in dispute.values:
        if entity is None:
            continue
        known = parts.get(entity) or EventParticipant(entity, role, (dispute.sentence,))
        told = tuple(sorted({*known.sentences, dispute.sentence}))
        parts[entity] = replace(known, disputed=True, sentences=told)
    return replace(event, participants=tuple(parts.values()))


def _rival_claims(dispute: Dispute, read: _Article) -> list[LocalClaim]:
    return [_claim(read, dispute.attribute, value, dispute.sentence, entity) for value, entity in dispute.values]
