"""Disputes: takes a parsed sentence that sets sources against each other, gives the rival statements.

"Some sources name A and others B", "12 dead according to X, but 15 according to Y": what differs may be a person, an
office's holder, a count, a day or a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from spacy.tokens import Span, Token

from ingest.extract.counts import counts_in, number_of
from ingest.model import Entity, Place, PlaceMention, TimeExpression

SOURCES = (
    r"(?:reports?|sources?|accounts?|articles?|outlets?|media|newspapers?|agenc(?:y|ies)|witnesses|versions?"
    r"|estimates?|figures?|officials?|statements?)"
)
DIFFER = r"(?:var(?:y|ied)|differ(?:ed)?|disagreed?|conflict(?:ed)?|(?:are|were) (?:divided|split)|diverged?)"
DISAGREE = re.compile(rf"\b{SOURCES}\b[^.;]{{0,60}}?\b{DIFFER}\b|\bconflicting {SOURCES}\b", re.I)
SOME = re.compile(
    rf"\b(?:some|several|certain|one|many|most|initial|early)(?:\s+(?!people\b)\w+){{0,2}}?\s+{SOURCES}\b"
    r"|\bsome\b(?=\s+(?:nam|say|said|put|report|giv|gave|identif|cit|claim|list))",
    re.I,
)
OTHERS = re.compile(r"\b(?:(?:while|whereas|but|and)\s+)?(?:others?|another|the rest)\b", re.I)
ACCORDING = re.compile(r"\baccording to\b", re.I)
OPPOSED = re.compile(r"[,;]?\s*\b(?:but|while|whereas|although|though)\b", re.I)
BETWEEN = re.compile(r"\b(?:or|and|versus)\b")
OFFICE = re.compile(
    r"\b(?:(?:acting|vice|deputy|foreign|prime|defence|defense|finance|interior)\s+){0,2}"
    r"(?:president|minister|premier|chancellor|king|queen|governor|mayor|secretary|speaker|ambassador"
    r"|chief executive)\b",
    re.I,
)
Rival = tuple[str, int | None]


class CastLike(Protocol):
    """What is asked of the article's cast."""

    entities: list[Entity]
    places: list[Place]
    place_mentions: list[PlaceMention]

    def entities_at(self, token: Token) -> tuple[int, ...]:
        """Entities that the mention around a token stands for."""

    def place_at(self, token: Token) -> int | None:
        """The place that the words around a token name."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Rival statements of one sentence: `attribute` as in `claims.attribute`, each value with its entity or None."""

    attribute: str
    sentence: int
    rivals: tuple[Rival, ...]


def dispute_in(span: Span, position: int, expressions: Sequence[TimeExpression], cast: CastLike) -> Dispute | None:
    """The rival values of a sentence that sets sources against each other, or None."""
    halves = _halves(span)
    if halves is None:
        return None
    for attribute, values in _readers(span, expressions, cast):
        left, right = (values(half) for half in halves)
        if left and right and not set(left) & set(right):
            return Dispute(attribute, position, (*left, *right))
    return None


def office_value(office: str, country_code: str | None) -> str:
    """ "Prime Minister of JP"; the office alone where no country is known."""
    return f"{office} of {country_code}" if country_code else office


def _halves(span: Span) -> tuple[list[Token], list[Token]] | None:
    """The words of each side: "some sources ... | others ...", "X according to A | but Y according to B"."""
    text = span.text
    some = SOME.search(text)
    others = OTHERS.search(text, some.end()) if some else None
    if some and others:
        return _cut(span, some.end(), others.start())
    if len(ACCORDING.findall(text)) > 1 and (opposed := OPPOSED.search(text)):
        return _cut(span, 0, opposed.start())
    differ = DISAGREE.search(text)
    middle = BETWEEN.search(text, differ.end()) if differ else None
    return _cut(span, differ.end(), middle.start()) if differ and middle else None


def _cut(span: Span, start: int, middle: int) -> tuple[list[Token], list[Token]]:
    base = span.start_char
    first = [t for t in span if base + start <= t.idx < base + middle]
    return first, [t for t in span if t.idx >= base + middle]


def _readers(
    span: Span, expressions: Sequence[TimeExpression], cast: CastLike
) -> list[tuple[str, Callable[[Sequence[Token]], list[Rival]]]]:
    """What can be disputed, in the order in which it is looked for: a person, a number, a day, a place."""
    office = _office_in(span, cast)
    return [
        ("office_holder" if office else "participant", lambda half: _persons(half, cast, office)),
        ("count", lambda half: _counts(half, span)),
        ("date", lambda half: _days(half, expressions)),
        ("place", lambda half: _places(half, cast)),
    ]


def _persons(half: Iterable[Token], cast: CastLike, office: str | None) -> list[Rival]:
    found = {e for t in half for e in cast.entities_at(t) if cast.entities[e].kind == "person"}
    return [(_held(cast.entities[e], office) or cast.entities[e].name, e) for e in sorted(found)]


def _held(entity: Entity, office: str | None) -> str | None:
    """The disputed office as the article states it of this person, where it does so in full."""
    if office is None:
        return None
    stated = [office_value(o.office, o.country_code) for o in entity.offices]
    return next((value for value in stated if value.endswith(office) or office.endswith(value)), office)


def _counts(half: Sequence[Token], span: Span) -> list[Rival]:
    inside = {t.i for t in half}
    counted = [value for token, value in counts_in(span) if token.i in inside]
    return _first(counted or [number for t in half if (number := number_of(t))])


def _days(half: Sequence[Token], expressions: Sequence[TimeExpression]) -> list[Rival]:
    told = [e for e in expressions if e.earliest and any(e.start <= t.idx < e.end for t in half)]
    return _first([e.edtf or f"{e.earliest}/{e.latest}" for e in told])


def _places(half: Iterable[Token], cast: CastLike) -> list[Rival]:
    found = {p for t in half if (p := cast.place_at(t)) is not None}
    return _first([cast.places[p].name for p in sorted(found)])


def _first(values: Sequence[str]) -> list[Rival]:
    return [(values[0], None)] if values else []


def _office_in(span: Span, cast: CastLike) -> str | None:
    """The office over whose holder a sentence tells of a dispute, with its country ("Prime Minister of JP")."""
    found = OFFICE.search(span.text)
    if found is None:
        return None
    start, end = span.start_char + found.start(), span.start_char + found.end()
    near = [t for t in span if start <= t.idx < end]
    near += [c for t in near for c in t.children]
    codes = [code for t in near for e in cast.entities_at(t) if (code := cast.entities[e].country_code)]
    return office_value(
        " ".join(word[:1].upper() + word[1:] for word in found.group().split()), codes[0] if codes else None
    )
