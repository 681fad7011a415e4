"""From names to mentions: takes the names of an article, says which entity or place each stands for, and why.

A capital's name is the government where it acts ("Tokyo agreed") and the city elsewhere ("in Tokyo"); a city or a
state takes part only where it acts; an adjective of nationality names its country.
"""

from __future__ import annotations

from calendar import day_name
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from ingest.extract.participants.abbreviations import shares_letters
from ingest.extract.participants.countries import capitals, countries
from ingest.extract.participants.gazetteer import Known
from ingest.extract.participants.identity import Register
from ingest.extract.participants.name import Name
from ingest.extract.participants.places import AT_OR_LOCATING, country_place, is_known_place, locate, regions
from ingest.extract.participants.roles import acts, governor, locates
from ingest.extract.participants.tables import words
from ingest.model import Place

UNITS = frozenset({"city", "state", "town", "province", "government", "county", "district", "municipality", "village"})
NEAR = 12  # mentions to look back for whom a surname or a body's short name means, where it may mean several


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `start` to `end` (exclusive) stand for `entities` (indices of the register); `rule` says why."""

    start: int
    end: int
    entities: tuple[int, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """Tokens `start` to `end` (exclusive) name `place`."""

    start: int
    end: int
    place: Place


def name_mentions(doc: Doc, names: Iterable[Name], register: Register) -> list[Found]:
    """The mentions of entities by name, in order of the text."""
    mentions: list[Found] = []
    names = list(names)
    for name, short in bracketed(doc, names):
        register.also(name, short)
    for name in names:
        acting = _as_actor(doc, name)
        if acting is None:
            continue
        actor, rule = acting
        earlier = dict.fromkeys(i for found in reversed(mentions[-NEAR:]) for i in found.entities)
        index = register.entity_of(actor, doc[name.title_start : name.end].text, earlier)
        start = name.title_start if actor.kind == "person" else name.start
        mentions.append(Found(start, name.end, (index,), rule))
    return mentions


def bracketed(doc: Doc, names: list[Name]) -> Iterator[tuple[Name, Name]]:
    """Bodies with the short name that stands in brackets behind them: "Western Harbour Guild (WestHarbour)"."""
    for name, short in pairwise(names):
        borders = (short.start - name.end, short.end < len(doc) and doc[name.end].text + doc[short.end].text)
        if borders == (1, "()") and name.kind == short.kind == "organisation" and _is_coined(short.text, name.text):
            yield name, short


def _is_coined(short: str, long: str) -> bool:
    """Whether one word with two capitals or more begins as the name does, or has its initials in another order."""
    if " " in short or " " not in long or sum(map(str.isupper, short)) < 2:
        return False
    return short[0] == long[0] or shares_letters(short, long)


def _as_actor(doc: Doc, name: Name) -> tuple[Name, str] | None:
    """The name as that of an entity, with the rule; None where it is but a place, or names nobody."""
    head = doc[name.start : name.end].root
    if name.kind == "other":
        return None
    if name.known and name.known.rule == "seat":
        return (name, "seat for its holder") if acts(head) else None
    if name.known and name.kind != "place":
        return name, name.known.rule
    if name.kind == "place":
        return _place_as_actor(name, acts(head) or acts(_of_which(head)), does=_does(head))
    if name.rule == "PRODUCT" and name.kind != "person" and governor(head).dep_ not in ("nsubj", "nsubjpass", "poss"):
        return None
    if name.kind == "group":
        return (name, "named group") if head.tag_ in ("NNPS", "NNS") or head.text.endswith("s") else None
    return name, _rule(name)


def _does(head: Token) -> bool:
    """Whether a name is that of a subject or an agent."""
    first = governor(head)
    return first.dep_ == "nsubj" or (first.dep_ == "pobj" and first.head.dep_ == "agent")


def _of_which(head: Token) -> Token:
    """The noun that says what a place is ("the city of Lille"), or the name itself."""
    of = head.head
    return of.head if head.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in UNITS else head


def _place_as_actor(name: Name, acting: bool, does: bool) -> tuple[Name, str] | None:
    if not acting:
        return None
    code = capitals().get(name.text)
    if code:
        known = Known(countries()[code].name, "country", code, "capital for its government")
        return replace(name, kind="country", known=known), known.rule
    if is_known_place(name.text):
        region = regions().get(name.key)
        if region and region.code is None:
            return None
        known = Known(name.text, "organisation", region.code if region else None, "place that acts")
        return replace(name, kind="organisation", known=known), known.rule
    if does and name.text.split()[-1].lower() in words("institution"):
        return replace(name, kind="organisation"), "institution that acts"
    return None


def _rule(name: Name) -> str:
    if name.title_start < name.start:
        return "title and name"
    if name.rule in ("same name elsewhere", "after a title"):
        return name.rule
    return "full name" if " " in name.text else "name"


def place_mentions(doc: Doc, names: Iterable[Name]) -> list[FoundPlace]:
    """The places that are named, in order of the text."""
    names = list(names)
    context = Counter(name.known.code for name in names if name.known and name.known.code)
    context.update(region.code for name in names if (region := regions().get(name.key)) and region.code)
    found = []
    for position, name in enumerate(names):
        place = _place(doc, name, context, _stated_country(doc, names, position))
        if place:
            found.append(FoundPlace(name.start, name.end, place))
    return found


def _place(doc: Doc, name: Name, context: Counter[str], stated: str | None) -> Place | None:
    head = doc[name.start : name.end].root
    if name.known:
        if name.known.rule == "country name" and name.known.code:
            return country_place(name.known.code)
        if name.known.rule == "seat" and not acts(head):
            return locate(name.text, context, stated)
        if name.known.rule in ("capital", "region"):
            return locate(name.text, context, stated)
        return None
    if name.kind == "place" and not (acts(head) and name.text in capitals()) and not _names_a_day(doc, name):
        return locate(name.text, context, stated)
    if name.kind == "organisation" and locates(head):
        place = locate(name.text, context, stated)
        return place if place.kind == "site" else None
    return None


def _names_a_day(doc: Doc, name: Name) -> bool:
    """Whether a name that no place has stands before a day of the week, whose name it is then ("Super Tuesday"); not
    where a preposition says that something happened there ("in Fyordby Tuesday").
    """
    before = doc[name.start - 1].lower_ if name.start else ""
    day = name.end < len(doc) and doc[name.end].text in day_name
    return day and before not in AT_OR_LOCATING and not is_known_place(name.text)


def _stated_country(doc: Doc, names: list[Name], position: int) -> str | None:
    """The country in "Paris, France", "Austin, Texas" and "Niamey, Niger's capital"."""
    if position + 1 >= len(names):
        return None
    name, following = names[position], names[position + 1]
    if following.start != name.end + 1 or doc[name.end].text != "," or following.title_start != following.start:
        return None
    if following.known and following.known.rule != "region":
        return following.known.code if following.known.rule in ("country name", "capital") else None
    region = regions().get(following.key)
    return region.code if region else None
