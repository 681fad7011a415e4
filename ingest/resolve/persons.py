"""The same person across articles: forms of names with what stands around them come in, which are one goes out.

Full names are one person when equal or compatible without ambiguity. A bare surname is placed with someone of that
surname only on evidence (office, country, who else is in the article), and stays apart where two would do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.resolve.grouping import Groups
from ingest.resolve.names import PersonName, compatible
from ingest.resolve.words import Rarity

OFFICE, OFFICE_ALONE, COUNTRY, SOON, ONLY = 400, 250, 150, 50, 150  # evidence, in hundredths of a nat
ENOUGH, MARGIN = 400, 150
SOON_DAYS = 60
REMEMBERED = 400  # companions that a person's record keeps

Key = tuple[object, ...]


@dataclass(slots=True)
class Person:
    """What the corpus says of one form or person: keys of others in the same articles, offices, countries, days."""

    articles: set[int] = field(default_factory=set)
    companions: set[str] = field(default_factory=set)
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    days: list[int] = field(default_factory=list)

    def add(self, other: Person) -> None:
        """Take over what is known of another form of the same person."""
        self.articles |= other.articles
        if len(self.companions) < REMEMBERED:
            self.companions |= other.companions
        self.offices |= other.offices
        self.countries |= other.countries
        self.days = sorted({*self.days, *other.days})

    def excludes(self, other: Person) -> bool:
        """Whether the two cannot be one: named side by side in an article, or of different countries."""
        apart = self.countries and other.countries and not self.countries & other.countries
        return bool(apart or self.articles & other.articles)


def evidence(one: Person, other: Person, rarity: Rarity) -> int:
    """How much speaks for two forms being one person, in hundredths of a nat."""
    total = 0
    if one.offices & other.offices:
        total += OFFICE if any(country for _, country in one.offices & other.offices) else OFFICE_ALONE
    elif {office for office, _ in one.offices} & {office for office, _ in other.offices}:
        total += OFFICE_ALONE
    if one.countries & other.countries:
        total += COUNTRY
    shared = one.companions & other.companions
    total += sum(rarity.of(key) // (2 if key.startswith("c:") else 1) for key in shared)
    if any(abs(a - b) <= SOON_DAYS for a in one.days[:20] for b in other.days[:20]):
        total += SOON
    return total


def merge_full_names(forms: dict[PersonName, Person], groups: Groups[Key], rarity: Rarity) -> None:
    """Join full names that can only be one person; `forms` holds each full name with what stands around it."""
    blocks: dict[str, list[PersonName]] = defaultdict(list)
    for name in forms:
        for token in {name.tokens[0], name.tokens[-1]}:
            blocks[token].append(name)
    for name in sorted(forms, key=_fullness):
        near = {n for token in {name.tokens[0], name.tokens[-1]} for n in blocks[token]}
        fuller = sorted(
            (n for n in near if _fullness(n) > _fullness(name) and compatible(name, n)), key=_fullness, reverse=True
        )
        fuller = [n for n in fuller if not forms[n].excludes(forms[name])]
        chosen = _only(name, fuller, forms, rarity)
        if chosen is not None:
            groups.merge(("person", name), ("person", chosen))
            forms[chosen].add(forms[name])


def _fullness(name: PersonName) -> tuple[int, int, bool, tuple[str, ...], str]:
    return len(name.tokens), sum(map(len, name.tokens)), name.suffix is not None, name.tokens, name.suffix or ""


def _only(
    name: PersonName, fuller: Sequence[PersonName], forms: dict[PersonName, Person], rarity: Rarity
) -> PersonName | None:
    """The fullest of the candidates where all can be one person, else the one that evidence singles out."""
    if not fuller:
        return None
    initials = min(map(len, name.tokens)) == 1 and len(name.tokens) == 2
    if not initials and all(compatible(fuller[0], other) for other in fuller[1:]):
        return fuller[0]
    return _best(forms[name], [(n, forms[n]) for n in fuller], rarity)


def _best(
    person: Person, candidates: Iterable[tuple[PersonName, Person]], rarity: Rarity, bonus: int = 0
) -> PersonName | None:
    ranked = sorted(((evidence(person, other, rarity) + bonus, name) for name, other in candidates), key=_by_evidence)
    if not ranked or ranked[0][0] < ENOUGH:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        return None
    return ranked[0][1]


def _by_evidence(ranked: tuple[int, PersonName]) -> tuple[int, tuple[str, ...], str]:
    return -ranked[0], ranked[1].tokens, ranked[1].suffix or ""


class Surnames:
    """Places bare surnames, article by article; remembers those that have no full name."""

    def __init__(self, forms: dict[PersonName, Person], groups: Groups[Key], rarity: Rarity) -> None:
        self._groups, self._rarity = groups, rarity
        self._people: dict[Key, Person] = {}
        self._named: dict[str, set[Key]] = defaultdict(set)
        for name, person in forms.items():
            head = groups.head(("person", name))
            self._people.setdefault(head, Person()).add(person)
            for token in {name.tokens[0], name.tokens[-1]}:
                self._named[token].add(head)

    def place(self, token: str, key: Key, person: Person) -> None:
        """Join the surname `token`, as one article uses it under `key`, to the one person it can mean, if any."""
        candidates = [head for head in self._named[token] if not self._people[head].excludes(person)]
        bonus = ONLY if len(candidates) == 1 else 0
        ranked = sorted((-evidence(person, self._people[c], self._rarity) - bonus, repr(c), c) for c in candidates)
        if ranked and -ranked[0][0] >= ENOUGH and (len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= MARGIN):
            head = ranked[0][2]
            self._groups.merge(key, head)
            self._people[head].add(person)
            return
        self._people[key] = person
        self._named[token].add(key)
