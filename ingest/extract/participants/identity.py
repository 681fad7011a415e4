"""Who is who: takes the names of one article, gives entities, each with the names that stand for it.

Persons are joined by surname (or by a lone first name), organisations as `bodies` has it, countries by ISO code. Two
full names never become one person unless they agree in every part that both give, or one is all given names of the
other ("Jose Luis" after "Jose Luis Moreno"); a long surname may be spelt in two ways, one letter apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from ingest.extract.participants.bodies import (
    is_part_of,
    is_short_for,
    leaves_off_country,
    leaves_off_home,
    same_words,
    tells_what_it_is,
)
from ingest.extract.participants.name import Name
from ingest.extract.participants.phrases import plain
from ingest.extract.participants.shapes import PARTICLES, SUFFIXES, folded, gender_of_given, given_names

MARKS = re.compile(r"[,\"“”]|(?<!\w)'|'(?!\w)")  # a comma before "Jr.", and what encloses a by-name
LEADING = frozenset({"Van", "Von", "De", "Del", "Della", "Di", "Da", "Du", "Le", "La"})  # of a lone surname
FEWEST_TO_MISSPELL = 5  # letters of a surname
OFTENER = 2  # times that one is called by a surname, beside who else has it
LONGEST_ACRONYM = 4  # letters; a longer name in capitals is more likely an opening's style


@dataclass(slots=True)
class Person:
    """A person while names are being collected: the longest name so far, its parts, and gender where a title tells."""

    name: str
    given: tuple[str, ...]
    surname: str
    gender: str | None = None
    suffix: str | None = None


@dataclass(slots=True)
class Draft:
    """An entity while it is put together; `forms` maps each form seen to its count."""

    name: str
    kind: str
    code: str | None = None
    person: Person | None = None
    forms: dict[str, int] = field(default_factory=dict)
    named: bool = True

    def seen(self, form: str) -> None:
        """Count one more occurrence of `form`."""
        form = " ".join(form.split())
        self.forms[form] = self.forms.get(form, 0) + 1


def person_of(text: str) -> Person:
    """The parts of a person's name: "Ferdinand Marcos Jr." has given name Ferdinand, surname Marcos, suffix jr."""
    parts = MARKS.sub(" ", plain(text)).split() or [text]
    suffix = None
    if len(parts) > 1 and parts[-1].lower() in SUFFIXES:
        suffix = parts.pop().lower().rstrip(".")
    begin = len(parts) - 1
    while begin > 1 and parts[begin - 1].lower() in PARTICLES:
        begin -= 1
    surname = folded(parts[-1])
    if begin == 1 and (parts[0] in LEADING or parts[0] in PARTICLES):
        begin = 0
    given = tuple(folded(part).rstrip(".") for part in parts[:begin])
    return Person(text, given, surname, suffix=suffix)


def agree(one: Person, other: Person) -> bool:
    """Whether two names can be one person's: the same surname, no given name or suffix that contradicts."""
    if one.surname != other.surname and not (one.given == other.given != () and misspelt(one.surname, other.surname)):
        return False
    if _differ_in_gender(one, other):
        return False
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if not one.given or not other.given:
        return True
    if other.given[0] in one.given or one.given[0] in other.given:
        return True  # a middle name or a by-name that someone goes by
    return one.given[0].startswith(other.given[0][:1]) and (
        len(one.given[0]) == 1 or len(other.given[0]) == 1 or one.given[0] == other.given[0] or _short(one, other)
    )


def _differ_in_gender(one: Person, other: Person) -> bool:
    return bool(one.gender and other.gender and one.gender != other.gender)


def likely_gender(person: Person) -> str | None:
    """`m` or `f` from a title, else from the given name; None where neither tells."""
    return person.gender or (gender_of_given(person.given[0]) if person.given else None)


def misspelt(one: str, other: str) -> bool:
    """Whether two surnames are one, spelt in two ways ("Lindqvist", "Lindquist")."""
    long_enough = min(len(one), len(other)) >= FEWEST_TO_MISSPELL
    return long_enough and one[0] == other[0] and OSA.distance(one, other, score_cutoff=1) == 1


def _short(one: Person, other: Person) -> bool:
    """Whether one given name is the beginning of the other ("Joe", "Joseph" are not; "Alex", "Alexander" are)."""
    a, b = sorted((one.given[0], other.given[0]), key=len)
    return len(a) > 2 and b.startswith(a)


class Register:
    """The entities of one article; `entity_of` a name gives the index of its entity, which it may begin."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.drafts: list[Draft] = []
        self.names = list(names)
        self.by_key: dict[tuple[str, str], int] = {}
        self._begin_full_names()

    def _begin_full_names(self) -> None:
        """Full names first, so that a surname in the first sentence finds the full name of the third."""
        people = [name for name in self.names if name.kind == "person" and not name.known]
        for name in sorted(people, key=lambda n: (-len(n.text.split()), n.start)):
            if " " in name.text:
                self._person(name)
        organisations = {n.text: n for n in self.names if n.kind == "organisation" and not n.known}
        for text in sorted(organisations, key=lambda t: -len(t)):
            if " " in text:
                self._organisation(organisations[text])
        for name in self.names:
            if name.known and name.known.kind == "organisation" and name.known.rule != "seat" and " " in name.text:
                self._known(name)

    def entity_of(self, name: Name, form: str, earlier: Iterable[int] = ()) -> int:
        """The index of the entity that `name` stands for; `form` is counted as one of its aliases.

        `earlier`: entities mentioned before, nearest first, to choose between two holders of one surname.
        """
        index = self._known(name) if name.known else self._unknown(name, earlier)
        draft = self.drafts[index]
        draft.seen(form)
        if draft.name.isupper() and len(draft.name) > LONGEST_ACRONYM and draft.name == name.text.upper() != name.text:
            draft.name = name.text  # "APPLE" in an opening, "Apple" in the story
        return index

    def _unknown(self, name: Name, earlier: Iterable[int]) -> int:
        if name.kind == "person":
            return self._person(name, earlier)
        if name.kind == "organisation":
            return self._organisation(name, earlier)
        return self._keyed(name.key, name.text, name.kind)

    def _known(self, name: Name) -> int:
        assert name.known
        known = name.known
        key = known.code if known.kind == "country" and known.code else known.name
        if known.kind == "organisation":
            same = (i for i, draft in enumerate(self.drafts) if draft.kind == known.kind)
            fuller = next((i for i in same if _is_known_as(known.name, self.drafts[i].name)), None)
            if fuller is not None:
                return fuller
        return self._keyed(key, known.name, known.kind, known.code)

    def _keyed(self, key: str, text: str, kind: str, code: str | None = None) -> int:
        index = self.by_key.get((kind, key))
        return self.begin(Draft(text, kind, code), key) if index is None else index

    def begin(self, draft: Draft, key: str | None = None) -> int:
        """Add a new entity; gives its index."""
        self.drafts.append(draft)
        self.by_key.setdefault((draft.kind, key or draft.name.lower()), len(self.drafts) - 1)
        if draft.kind == "organisation" and draft.named:
            self.by_key.setdefault((draft.kind, draft.name.lower()), len(self.drafts) - 1)
        return len(self.drafts) - 1

    def also(self, name: Name, short: Name) -> None:
        """A short name that the article itself gives a body, and that stands for it in all of the article."""
        if not name.known and not short.known:
            self.by_key.setdefault(("organisation", short.key), self._organisation(name))

    def people(self) -> list[int]:
        """Indices of the named persons."""
        return [i for i, draft in enumerate(self.drafts) if draft.person]

    # --- persons ---

    def _person(self, name: Name, earlier: Iterable[int] = ()) -> int:
        person = person_of(name.text)
        person.gender = name.gender
        fuller = self._with_all_given(name, person)
        if fuller is not None:
            return fuller
        same = [i for i in self.people() if agree(self._of(i), person)]
        if not same and not person.given:
            same = [i for i in self.people() if person.surname in self._of(i).given] or self._misspelt(person)
        if not same and person.given and person.given[0] in PARTICLES:
            ending = f" {folded(name.text)}"  # "Bin Saleh" for "Omar bin Saleh"
            same = [i for i in self.people() if folded(self._of(i).name).endswith(ending)]
        if not same:
            return self.begin(Draft(name.text, "person", person=person), name.key)
        chosen = self._called(name.text, same, earlier) if not person.given else same[0]
        self._learn(chosen, person)
        return chosen

    def _called(self, surname: str, same: list[int], earlier: Iterable[int]) -> int:
        """Whom a lone surname means that several have: who was called so more than twice as often as any other, else
        who was told of most, of two alike the last, but the first where each was but named ("President Jan Roe and his
        daughter Ida Roe arrived. Roe ...").
        """
        often = sorted((self.drafts[i].forms.get(surname, 0) for i in same), reverse=True)
        if len(often) > 1 and often[0] > OFTENER * max(1, often[1]):
            return max(same, key=lambda i: self.drafts[i].forms.get(surname, 0))
        told = {i: sum(self.drafts[i].forms.values()) for i in same}
        last = next((i for i in earlier if i in told), same[0])
        return last if told[last] > 1 and told[last] == max(told.values()) else max(same, key=lambda i: told[i])

    def _with_all_given(self, name: Name, person: Person) -> int | None:
        """Who was told of before and has just these given names, where nobody was told of by these names alone."""
        both = (*person.given, person.surname)
        if len(both) < 2 or name.title_start < name.start:
            return None
        told = [i for i in self.people() if self.drafts[i].forms]
        found = [i for i in told if self._of(i).given[: len(both)] == both]
        alone = any(agree(self._of(i), person) for i in told)
        return found[0] if len(found) == 1 and not alone and not _differ_in_gender(self._of(found[0]), person) else None

    def _misspelt(self, person: Person) -> list[int]:
        """Whose surname a lone one may be, with another letter; an added one ("Johnston") tells another family."""
        if person.surname in given_names():
            return []
        found = [
            i
            for i in self.people()
            if misspelt(person.surname, self._of(i).surname)
            and len(person.surname) == len(self._of(i).surname)
            and not _differ_in_gender(person, self._of(i))
        ]
        return found if len(found) == 1 else []

    def _of(self, index: int) -> Person:
        person = self.drafts[index].person
        assert person
        return person

    def _learn(self, index: int, person: Person) -> None:
        """A fuller form becomes the entity's name; gender and suffix are kept from wherever they were told."""
        draft, known = self.drafts[index], self._of(index)
        known.gender = known.gender or person.gender
        known.suffix = known.suffix or person.suffix
        if _fullness(person.name) > _fullness(known.name) and person.surname == known.surname:
            known.name, known.given = person.name, person.given or known.given
            draft.name = person.name

    # --- organisations ---

    def _organisation(self, name: Name, earlier: Iterable[int] = ()) -> int:
        meant = self._told_by_what_it_is(name, earlier)
        if meant is not None:
            return meant
        index = self.by_key.get(("organisation", name.key))
        if index is not None:
            return index
        bodies = self._bodies()
        same = [i for i in bodies if is_short_for(name.text, self.drafts[i].name)]
        teams = [i for i in bodies if leaves_off_home(name.text, self.drafts[i].name)]
        told = [i for i in earlier if i in bodies and is_part_of(name.text, self.drafts[i].name)]
        if same or len(teams) == 1 or len(told) == 1:
            return self.by_key.setdefault(("organisation", name.key), (same or teams or told)[0])
        return self.begin(Draft(name.text, "organisation"), name.key)

    def _bodies(self) -> list[int]:
        return [i for i, draft in enumerate(self.drafts) if draft.kind == "organisation" and draft.named]

    def _told_by_what_it_is(self, name: Name, earlier: Iterable[int]) -> int | None:
        """The body told of before that "the Council" means, the nearest where several can be meant, or the only "House
        of ..." for a "House"; None where the words alone named a body before.
        """
        own = self.by_key.get(("organisation", name.key))
        if own is not None and self.drafts[own].forms:
            return None
        meant = [i for i in self._bodies() if i != own and tells_what_it_is(name.text, self.drafts[i].name)]
        told = [i for i in meant if self.drafts[i].forms]
        nearest = next((i for i in earlier if i in told), told[0] if len(told) == 1 else None)
        if nearest is not None:
            return nearest
        of = [i for i in meant if self.drafts[i].name.startswith(f"{name.text} of ")]
        return of[0] if len(of) == 1 and " " not in name.text else None


def _is_known_as(known: str, name: str) -> bool:
    """Whether a body of the lexicon is one that the article names with its country, or in other order or form."""
    return leaves_off_country(known, name) or same_words(known, name)


def _fullness(text: str) -> tuple[int, int]:
    return len(text.split()), len(text)
