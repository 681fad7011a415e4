"""Articles with their extractions, told by hand: no parser, no rules, only the records that resolution reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import pytest

from ingest.model import (
    AgreementMention,
    Article,
    Block,
    Entity,
    EntityMention,
    EventMention,
    EventParticipant,
    Extraction,
    LocalAgreement,
    LocalClaim,
    LocalEvent,
    Office,
    Place,
    Publication,
    Sentence,
    TimeExpression,
)
from ingest.resolve import Resolution, resolve, rows

Corpus = list[tuple[Article, Extraction]]


class Story:
    """One article, told sentence by sentence; what is added belongs to the last sentence."""

    def __init__(self, name: str, published: str | None = None, title: str | None = None, **article: str) -> None:
        self.name, self.published, self.title, self.article = name, published, title, article
        self.text = ""
        self.sentences: list[Sentence] = []
        self.entities: list[Entity] = []
        self.mentions: list[EntityMention] = []
        self.places: list[Place] = []
        self.expressions: list[TimeExpression] = []
        self.events: list[LocalEvent] = []
        self.agreements: list[LocalAgreement] = []

    @property
    def position(self) -> int:
        return len(self.sentences) - 1

    def say(self, text: str) -> Story:
        start = len(self.text)
        self.sentences.append(Sentence(len(self.sentences), start, start + len(text), "body"))
        self.text += text + "\n"
        return self

    def who(
        self,
        name: str,
        kind: str = "person",
        code: str | None = None,
        office: str | None = None,
        aliases: Iterable[str] = (),
    ) -> int:
        offices = (Office(office, code, self.position),) if office else ()
        known = None if kind == "person" else code
        self.entities.append(Entity(name, kind, known, tuple((a, 1) for a in (name, *aliases)), offices))
        number = len(self.entities) - 1
        start = self.sentences[-1].start
        self.mentions.append(EntityMention(start, start + 1, self.position, (number,), "name"))
        return number

    def where(self, name: str, code: str | None = None, kind: str = "city") -> int:
        self.places.append(Place(name, kind, code))
        return len(self.places) - 1

    def when(self, text: str, pending: str, granularity: str = "week") -> int:
        """An expression that waits for the publication date."""
        start = self._find(text)
        self.expressions.append(
            TimeExpression(
                start,
                start + len(text),
                self.position,
                text,
                "DATE",
                "XXXX-WXX",
                granularity=granularity,
                pending=pending,
            )
        )
        return len(self.expressions) - 1

    def event(
        self,
        type_: str,
        trigger: str,
        who: Sequence[int] = (),
        on: str | None = None,
        until: str | None = None,
        where: int | None = None,
        status: str = "occurred",
        claims: Sequence[LocalClaim] = (),
        disputed: Sequence[int] = (),
        offices: dict[int, str] | None = None,
        **fields: object,
    ) -> int:
        start, end = on, (until or on)
        mention = EventMention(
            self._find(trigger), self._find(trigger) + len(trigger), self.position, trigger, type_, status, start, end,
            place=where, time=fields.get("time"),
        )  # fmt: skip
        parts = tuple(
            EventParticipant(w, "party", (self.position,), (offices or {}).get(w), w in disputed)
            for w in (*who, *(d for d in disputed if d not in who))
        )
        told = {
            "start_date": start, "end_date": end, "edtf": f"{start}/{end}" if until else start,
            "date_precision": "unknown" if start is None else "interval" if until else "day",
            "date_basis": "own_clause" if start else "none", "place": where, "claims": tuple(claims),
        } | fields  # fmt: skip
        self.events.append(LocalEvent(type_, status, trigger, (mention,), parts, **told))
        return len(self.events) - 1

    def claim(self, attribute: str, value: str, entity: int | None = None) -> LocalClaim:
        return LocalClaim(attribute, value, self.position, entity)

    def agree(self, kind: str, trigger: str, subject: str, parties: Sequence[int] = (), **fields: object) -> int:
        start = self._find(trigger)
        mention = AgreementMention(start, start + len(trigger), self.position, trigger)
        status = str(fields.pop("status", "agreed"))
        self.agreements.append(LocalAgreement(subject, kind, status, (mention,), tuple(parties), **fields))
        return len(self.agreements) - 1

    def told(self) -> tuple[Article, Extraction]:
        day = self.published
        published = Publication(day, day, day, "metadata") if day else Publication()
        article = Article(
            self.name, f"{self.name}.txt", "0" * 64, self.text, (Block(0, len(self.text), "body"),), published,
            title=self.title, **self.article,
        )  # fmt: skip
        return article, Extraction(
            self.name,
            sentences=tuple(self.sentences),
            expressions=tuple(self.expressions),
            entities=tuple(self.entities),
            mentions=tuple(self.mentions),
            places=tuple(self.places),
            events=tuple(self.events),
            agreements=tuple(self.agreements),
        )

    def _find(self, words: str) -> int:
        return self.text.index(words, self.sentences[-1].start)


class Resolved:
    """A resolved corpus and its rows by table."""

    def __init__(self, *stories: Story | tuple[Article, Extraction]) -> None:
        self.corpus: Corpus = [story.told() if isinstance(story, Story) else story for story in stories]
        self.resolution: Resolution = resolve(self.corpus)
        self.tables: dict[str, list[dict[str, object]]] = defaultdict(list)
        for table, row in rows(self.corpus, self.resolution):
            self.tables[table].append(row)

    def event_of(self, name: str, index: int = 0) -> str:
        return self.resolution.links[name][index].event_id

    def event(self, name: str, index: int = 0) -> dict[str, object]:
        return next(row for row in self.tables["events"] if row["id"] == self.event_of(name, index))

    def participant_of(self, name: str, entity: int = 0) -> str:
        return self.resolution.participants[name][entity]

    def participant(self, name: str, entity: int = 0) -> dict[str, object]:
        return next(row for row in self.tables["participants"] if row["id"] == self.participant_of(name, entity))

    def joined(self, *names: str, index: int = 0) -> bool:
        return len({self.event_of(name, index) for name in names}) == 1

    def conflicts(self, kind: str | None = None) -> list[dict[str, object]]:
        return [row for row in self.tables["conflicts"] if kind in (None, row["kind"])]


@pytest.fixture(scope="session")
def story() -> type[Story]:
    return Story


@pytest.fixture(scope="session")
def resolved() -> type[Resolved]:
    return Resolved


def _summit_first() -> Story:
    """A paper of unknown day, with the date, the full names and a dispute about the host."""
    s = Story("gazette")
    s.say("President Paulo Reyes Jr. and Norwegian leaders met for a summit in Bergen on June 4, 2031.")
    reyes = s.who("Paulo Reyes Jr.", code="PH", office="President", aliases=["President Reyes"])
    norway = s.who("Norway", "country", "NO")
    philippines = s.who("Philippines", "country", "PH")
    bergen = s.where("Bergen", "NO")
    s.say("Some sources name Kari Lund as prime minister of Norway, others Nils Berg.")
    lund = s.who("Kari Lund", code="NO", office="Prime Minister")
    berg = s.who("Nils Berg", code="NO", office="Prime Minister")
    claims = [
        s.claim("office_holder", "Prime Minister of NO", lund),
        s.claim("office_holder", "Prime Minister of NO", berg),
    ]
    s.say("The summit lasted an hour.")
    s.event(
        "CONSULT",
        "summit",
        [reyes, norway, philippines],
        on="2031-06-04",
        where=bergen,
        claims=claims,
        disputed=[lund, berg],
    )
    return s


def _summit_second(time: str | None = None) -> Story:
    """A paper that says neither when it appeared nor on what day the leaders met."""
    s = Story("tribune")
    s.say("Norway and the Philippines agreed on closer ties at a summit in Bergen this week.")
    norway = s.who("Norway", "country", "NO")
    philippines = s.who("Philippines", "country", "PH")
    bergen = s.where("Bergen", "NO")
    lund = s.who("Lund", office="Prime Minister")
    reyes = s.who("Reyes", office="President")
    claims = [s.claim("office_holder", "Prime Minister of NO", lund)]
    fields = {"time": s.when("this week", time)} if time else {}
    s.event(
        "CONSULT", "summit", [norway, philippines, lund, reyes], where=bergen, claims=claims,
        offices={lund: "Prime Minister", reyes: "President"}, **fields,
    )  # fmt: skip
    return s


def _ferry(
    name: str,
    published: str | None,
    injured: str | None = None,
    on: str | None = None,
    words: str = "A ferry struck a pier at Split harbour in Croatia",
) -> Story:
    """One outlet's report of a ferry accident."""
    s = Story(name, published)
    s.say(f"{words}, injuring {injured or 'several'} passengers of the Jadran line.")
    line = s.who("Jadran Line", "organisation")
    split = s.where("Split", "HR")
    claims = [s.claim("count", f"{injured} injured")] if injured else []
    if on:
        claims.append(s.claim("date", on))
    s.event("DISASTER", "struck", [line], on=on, where=split, claims=claims)
    return s


@pytest.fixture(scope="session")
def summit_first() -> Callable[[], Story]:
    return _summit_first


@pytest.fixture(scope="session")
def summit_second() -> Callable[..., Story]:
    return _summit_second


@pytest.fixture(scope="session")
def ferry() -> Callable[..., Story]:
    return _ferry
