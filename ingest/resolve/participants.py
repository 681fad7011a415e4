"""The same participant across articles: the entities of every article come in, one row for each participant goes out.

Countries are one by code, bodies by name or attested abbreviation, persons as `persons` says. A name that fits many
bodies ("police", "the Supreme Court") stands for one within a country, else within an article, until a joined event
shows that two articles mean the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from ingest.model import Entity
from ingest.resolve.grouping import Groups
from ingest.resolve.identifiers import slug, unique_ids
from ingest.resolve.names import PersonName, acronym_of, body_name, generic, person_name
from ingest.resolve.persons import Key, Person, Surnames, merge_full_names
from ingest.resolve.records import ArticleSummary, Row
from ingest.resolve.words import Rarity, fold

KINDS = ("country", "organisation", "person", "group")  # which wins a tie


class Participants:
    """Who is who: `of(i)` numbers the participants of the i-th article's entities; `merge` joins two on later
    evidence.
    """

    def __init__(self, summaries: Sequence[ArticleSummary], keys: Sequence[Sequence[Key]], groups: Groups[Key]) -> None:
        self._summaries, self._groups = summaries, groups
        self._number: dict[Key, int] = {}
        self._keys: list[Key] = []
        self._of = [tuple(self._numbered(groups.head(key)) for key in found) for found in keys]
        self._kinds: list[Counter[str]] = [Counter() for _ in self._keys]
        self._generic = [True] * len(self._keys)
        for summary, found in zip(summaries, self._of, strict=True):
            for entity, number in zip(summary.entities, found, strict=True):
                self._kinds[number][entity.kind] += 1
                self._generic[number] &= entity.kind in ("group", "organisation") and generic(entity.name)

    def _numbered(self, head: Key) -> int:
        if head not in self._number:
            self._number[head] = len(self._keys)
            self._keys.append(head)
        return self._number[head]

    def __len__(self) -> int:
        return len(self._keys)

    def of(self, article: int) -> tuple[int, ...]:
        """The number of each entity's participant."""
        return self._of[article]

    def kind(self, number: int) -> str:
        """What most articles say it is."""
        kinds = self._kinds[number]
        return min(kinds, key=lambda kind: (-kinds[kind], KINDS.index(kind)))

    def generic(self, number: int) -> bool:
        """Whether its name would fit many ("police")."""
        return self._generic[number]

    def name_key(self, number: int) -> str:
        """The folded name of a generic participant."""
        return str(self._keys[number][1])

    def merge(self, number: int, into: int) -> None:
        """Make one of two participants."""
        head = self._groups.head(self._keys[into])
        if head != self._groups.head(self._keys[number]):
            self._groups.merge(self._keys[number], head)

    def settled(self) -> Settled:
        """The final participants, after every merge."""
        heads = [self._number[self._groups.head(key)] for key in self._keys]
        return Settled(self._summaries, [tuple(heads[n] for n in found) for found in self._of], self)


class Settled:
    """Final participants: `id_of(number)`, the ids of each article's entities, and the rows."""

    def __init__(
        self, summaries: Sequence[ArticleSummary], of: list[tuple[int, ...]], participants: Participants
    ) -> None:
        self.of = of
        self._forms: dict[int, list[tuple[int, int, Entity]]] = defaultdict(list)
        for article, (summary, found) in enumerate(zip(summaries, of, strict=True)):
            for entity, number, mentions in zip(summary.entities, found, summary.entity_mentions, strict=True):
                self._forms[number].append((article, mentions, entity))
        firsts = [min(forms, key=lambda form: form[0]) for forms in self._forms.values()]
        bases = [slug(entity.name) for _, _, entity in firsts]
        seeds = [f"{summaries[article].id}/{entity.name}" for article, _, entity in firsts]
        self.ids = dict(zip(self._forms, unique_ids(bases, seeds), strict=True))

    def rows(self, original: Sequence[int]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """Rows of `participants` and `participant_aliases`; `original[i]` is the article that the i-th copies, or i."""
        people: list[Row] = []
        aliases: list[Row] = []
        for number, forms in self._forms.items():
            entities = [entity for _, _, entity in forms]
            kind = _kind(entities)
            name = _name(entities, kind)
            codes = Counter(e.country_code for e in entities if e.country_code)
            people.append(
                {
                    "id": self.ids[number],
                    "name": name,
                    "kind": kind,
                    "country_code": min(codes, key=lambda code: (-codes[code], code)) if codes else None,
                    "mention_count": sum(mentions for _, mentions, _ in forms),
                    "article_count": len({original[article] for article, _, _ in forms}),
                }
            )
            counts = Counter({name: 0})
            for entity in entities:
                counts.update({entity.name: 0})
                counts.update(dict(entity.aliases))
            aliases += (
                {"participant_id": self.ids[number], "alias": alias, "mention_count": count}
                for alias, count in sorted(counts.items())
                if alias
            )
        return tuple(people), tuple(aliases)


def _kind(entities: Sequence[Entity]) -> str:
    kinds = Counter(entity.kind for entity in entities)
    return min(kinds, key=lambda kind: (-kinds[kind], KINDS.index(kind)))


def _name(entities: Sequence[Entity], kind: str) -> str:
    """The commonest of the full forms; of equally common ones the longest."""
    counts = Counter(entity.name for entity in entities)
    full = [name for name in counts if " " in name.strip() and any(c.islower() for c in name)]
    names = full if full and kind != "country" else list(counts)
    return min(names, key=lambda name: (-counts[name], -len(name), name))


def resolve_participants(summaries: Sequence[ArticleSummary]) -> Participants:
    """Number the participants of a corpus. `summaries` are in order of publication."""
    keys = [_keys(summary) for summary in summaries]
    groups: Groups[Key] = Groups()
    rarity = Rarity()
    companions = [frozenset(filter(None, map(_companion, summary.entities))) for summary in summaries]
    for found in companions:
        rarity.count(found)
    forms, bare = _people(summaries, keys, companions)
    merge_full_names(forms, groups, rarity)
    _merge_abbreviations(summaries, keys, groups)
    surnames = Surnames(forms, groups, rarity)
    for token, key, person in bare:
        surnames.place(token, key, person)
    _merge_kinds(keys, groups)
    return Participants(summaries, keys, groups)


def _keys(summary: ArticleSummary) -> list[Key]:
    return [_key(entity, f"{summary.id}/{i}") for i, entity in enumerate(summary.entities)]


def _key(entity: Entity, here: str) -> Key:
    """What an entity is known by before anything is compared; `here` makes it known in its article alone."""
    if entity.kind == "country" and entity.country_code:
        return "country", entity.country_code
    if entity.kind == "person":
        name = person_name(entity.name)
        return ("person", name) if name.full else ("bare", " ".join(name.tokens), here)
    name_key = body_name(entity.name)
    if entity.kind != "country" and generic(entity.name):
        return "generic", name_key, entity.country_code or here
    return "body", name_key


def _companion(entity: Entity) -> str | None:
    """The key under which an entity counts as company for others of its article."""
    if entity.kind == "country":
        return f"c:{entity.country_code or fold(entity.name)}"
    if entity.kind == "person":
        tokens = person_name(entity.name).tokens
        return f"p:{tokens[-1]}" if tokens else None
    return None if generic(entity.name) else f"b:{body_name(entity.name)}"


def _people(
    summaries: Sequence[ArticleSummary], keys: Sequence[Sequence[Key]], companions: Sequence[frozenset[str]]
) -> tuple[dict[PersonName, Person], list[tuple[str, Key, Person]]]:
    """Full names with what stands around them, and the bare surnames in order of publication."""
    forms: dict[PersonName, Person] = {}
    bare: list[tuple[str, Key, Person]] = []
    for article, summary in enumerate(summaries):
        for entity, key in zip(summary.entities, keys[article], strict=True):
            if key[0] not in ("person", "bare"):
                continue
            person = _person(article, summary, entity, companions[article])
            if key[0] == "bare":
                bare.append((str(key[1]), key, person))
            else:
                forms.setdefault(person_name(entity.name), Person()).add(person)
    return forms, bare


def _person(article: int, summary: ArticleSummary, entity: Entity, companions: frozenset[str]) -> Person:
    offices = {(fold(office.office), office.country_code) for office in entity.offices}
    countries = {code for _, code in offices if code} | ({entity.country_code} if entity.country_code else set())
    earliest = summary.publication.earliest
    own = _companion(entity)
    return Person(
        articles={article},
        companions=set(companions - {own} if own else companions),
        offices=offices,
        countries=countries,
        days=[date.fromisoformat(earliest).toordinal()] if earliest else [],
    )


def _merge_abbreviations(
    summaries: Sequence[ArticleSummary], keys: Sequence[Sequence[Key]], groups: Groups[Key]
) -> None:
    """Join a short name to the one long name of which articles show it to be the short form."""
    attested: dict[str, set[Key]] = defaultdict(set)
    known = {key for found in keys for key in found if key[0] == "body"}
    for summary, found in zip(summaries, keys, strict=True):
        for entity, key in zip(summary.entities, found, strict=True):
            if key[0] != "body":
                continue
            for alias, _ in entity.aliases:
                short = body_name(alias)
                if ("body", short) in known and short != key[1] and _shortens(alias, entity.name):
                    attested[short].add(key)
    for short, long in sorted(attested.items()):
        if len(long) == 1:
            groups.merge(("body", short), next(iter(long)))


def _shortens(alias: str, name: str) -> bool:
    words = body_name(name).split()
    return not generic(alias) and (acronym_of(alias, name) or body_name(alias).split()[0] == words[0])


def _merge_kinds(keys: Sequence[Sequence[Key]], groups: Groups[Key]) -> None:
    """Join a full name that is a person in one article and a body in another: the majority decides what it is."""
    bodies = {key[1] for found in keys for key in found if key[0] == "body"}
    for found in keys:
        for key in found:
            if key[0] == "person" and isinstance(key[1], PersonName) and " ".join(key[1].tokens) in bodies:
                groups.merge(("body", " ".join(key[1].tokens)), key)
