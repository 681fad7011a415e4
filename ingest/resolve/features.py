"""What events are compared by: summaries, participants and places come in, one `Features` for each event goes out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ingest.model import Place
from ingest.resolve.lexicons import trigger_classes
from ingest.resolve.participants import Participants
from ingest.resolve.places import Places
from ingest.resolve.records import ArticleSummary, EventSummary
from ingest.resolve.words import COMMON, PRIOR, UNCOMMON, Rarity, stem

PROFILE = 40  # words that stand for an article
RARE_WORDS = 6  # words of an event that serve as keys
PLACE_KEY = 300  # hundredths of a nat that a place counts for as a key

Key = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Features:
    """One event, ready to compare. Days are proleptic ordinals; `people` are participants' numbers, `keys`
    look it up with a weight each, `people_weight` and `weight` are those of all `people` and `words`.
    """

    article: int
    index: int
    type: str
    stems: frozenset[str]
    classes: frozenset[str]
    people: frozenset[int]
    people_weight: int
    place: int | None
    start: int | None
    end: int | None
    published: int | None
    words: tuple[str, ...]
    weight: int
    keys: tuple[tuple[Key, int], ...]


class Evidence:
    """What the features weigh in this corpus, in hundredths of a nat."""

    def __init__(
        self, summaries: Sequence[ArticleSummary], participants: Participants, places: Places, rarity: Rarity
    ) -> None:
        self.participants, self.places, self.rarity = participants, places, rarity
        counts = Counter(n for i in range(len(summaries)) for n in set(participants.of(i)))
        self._people = [
            self._weight(counts[number], participants.kind(number), len(summaries))
            for number in range(len(participants))
        ]
        self._individual = [participants.kind(number) != "country" for number in range(len(participants))]
        self._profiles = [self._profile(summary.words) for summary in summaries]
        self._profile_weights = [rarity.total(profile) for profile in self._profiles]

    @staticmethod
    def _weight(count: int, kind: str, articles: int) -> int:
        prior = COMMON / 4 if kind == "country" else UNCOMMON
        return max(0, round(100 * math.log((articles + PRIOR) / (count + prior))))

    def _profile(self, words: Sequence[str]) -> frozenset[str]:
        return frozenset(self.rarest(words, PROFILE))

    def rarest(self, words: Sequence[str], count: int) -> list[str]:
        """The rarest words among those that more than one article has."""
        shared = [word for word in words if self.rarity.articles_with(word) > 1]
        return sorted(shared, key=lambda word: (-self.rarity.of(word), word))[:count]

    def individual(self, number: int) -> bool:
        """Whether a participant is no country."""
        return self._individual[number]

    def people(self, numbers: frozenset[int]) -> int:
        """How much it tells that these take part."""
        return sum([self._people[number] for number in numbers])

    def words(self, words: Iterable[str]) -> int:
        """How much these words tell."""
        return self.rarity.total(words)

    def story(self, one: int, other: int) -> float:
        """How far two articles speak of the same things, 0 to 1."""
        weight = self._profile_weights[one] * self._profile_weights[other]
        if not weight:
            return 0.0
        return self.rarity.total(self._profiles[one] & self._profiles[other]) / math.sqrt(weight)

    def place(self, number: int) -> Place:
        """The place of that number."""
        return self.places.known[number]


def features_of(article: int, summary: ArticleSummary, event: EventSummary, evidence: Evidence) -> Features:
    """The features of one event of the `article`-th article."""
    numbers = evidence.participants.of(article)
    people = {numbers[participant.entity] for participant in event.participants}
    named = frozenset(number for number in people if not evidence.participants.generic(number))
    place = evidence.places.of[article][event.place] if event.place is not None else None
    return Features(
        article=article,
        index=event.index,
        type=event.type,
        stems=frozenset(event.stems),
        classes=frozenset(c for form in event.stems for c in _classes().get(form, ())),
        people=named,
        people_weight=evidence.people(named),
        place=place,
        start=ordinal(event.start_date),
        end=ordinal(event.end_date),
        published=ordinal(summary.publication.earliest),
        words=event.words,
        weight=evidence.words(event.words),
        keys=tuple(_keys(named, place, event.words, evidence)),
    )


def _keys(
    people: frozenset[int], place: int | None, words: Sequence[str], evidence: Evidence
) -> Iterator[tuple[Key, int]]:
    for number in sorted(people):
        yield ("participant", number), evidence.people(frozenset((number,)))
    if place is not None:
        yield ("place", place), PLACE_KEY
    for word in evidence.rarest(words, RARE_WORDS):
        yield ("word", word), evidence.rarity.of(word)


@cache
def _classes() -> dict[str, set[str]]:
    """Stem to the classes of happening that it can name."""
    classes: dict[str, set[str]] = {}
    for form, found in trigger_classes().items():
        classes.setdefault(stem(form), set()).update(found)
    return classes


def ordinal(day: str | None) -> int | None:
    """An ISO day as a number, so that days can be subtracted."""
    return date.fromisoformat(day[:10]).toordinal() if day else None
