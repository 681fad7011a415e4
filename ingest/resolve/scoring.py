"""How likely two reports tell of one happening: two events' features come in, a score and its reasons go out.

The score is a logistic sum; the weights are in `ingest/lexicons/resolve_weights.tsv`. No single feature is required,
neither the person nor the day; but reports of which one has no day need a place, a participant or the same story
besides.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from ingest.resolve.features import Evidence, Features
from ingest.resolve.lexicons import compatible_types, weights

EXACT = 4  # days that an exact date may span
NEWS = 3  # days within which outlets report the same news
DISTANT = 10  # days between an event and its report from which its day is a mark of its own
MONTH = 31  # days
TELLING = 300  # hundredths of a nat from which a trigger tells all that it can: "announced" tells less than "capsized"
KNOWN = 500  # hundredths of a nat of shared participants from which their share counts in full
RARE = 1200  # hundredths of a nat at which shared participants tell all they can
SAME_STORY = 0.2  # articles' likeness, and
SAME_WORDS = 0.35  # sentences' likeness, from which undated reports need neither place nor participant in common


@dataclass(frozen=True, slots=True)
class Comparison:
    """A score from 0 to 1 and the names of the features that spoke for it."""

    score: float
    reasons: tuple[str, ...]


NOTHING = Comparison(0.0, ())


class Comparer:
    """Compares one report with others; what is asked of it again and again is kept."""

    def __init__(self, report: Features, evidence: Evidence) -> None:
        self._report, self._evidence = report, evidence
        self._words = frozenset(report.words)
        self._stories: dict[int, float] = {}
        self._w = weights()
        self._least = math.log(self._w["near"] / (1 - self._w["near"])) - self._w["wording"]

    def compare(self, other: Features) -> Comparison:
        """Compare with another report. Days far apart, undated reports in news far apart, and what words could not make
        up for, score 0 at once.
        """
        report, evidence, w = self._report, self._evidence, self._w
        types = type_likeness(report.type, other.type)
        date = date_relation(report, other)
        undated = report.start is None and other.start is None
        if types == 0.0 or date == "date_far" or (undated and date == "news_far"):
            return NOTHING
        shared = report.people & other.people
        place = place_relation(report, other, evidence)
        terms = {
            "type": w["type_same"] if types == 1.0 else w["type_other"] * (1 - types),
            "trigger": _trigger(report, other, evidence),
            "participants": _participants(report, other, shared, evidence),
            "place": w[place] if place else 0.0,
            "date": w[date] if date else 0.0,
        }
        total = w["bias"] + math.fsum(terms.values())
        if total < self._least:
            return NOTHING
        words, story = self._likeness(other), self._story(other.article)
        alike = words >= SAME_WORDS and story >= SAME_STORY and date == "news_same"
        if not _admissible(report, other, shared, place, alike, evidence):
            return NOTHING
        terms["words"] = w["words"] * words
        terms["story"] = (w["story"] + w["story_fresh"] * _fresh(report, other)) * story
        total += min(w["wording"], terms["words"] + terms["story"])
        reasons = tuple(name for name, term in terms.items() if term >= w["reason"] and name != "type")
        return Comparison(round(1 / (1 + math.exp(-total)), 3), reasons)

    def _likeness(self, other: Features) -> float:
        weight = self._report.weight * other.weight
        return self._evidence.words(self._words.intersection(other.words)) / math.sqrt(weight) if weight else 0.0

    def _story(self, article: int) -> float:
        if article not in self._stories:
            self._stories[article] = self._evidence.story(self._report.article, article)
        return self._stories[article]


def type_likeness(one: str, other: str) -> float:
    """1 for equal types, 0 for types under which no happening is told alike."""
    return 1.0 if one == other else compatible_types().get(one, {}).get(other, 0.0)


def place_relation(one: Features, other: Features, evidence: Evidence) -> str | None:
    """The weight's name for how the places stand to each other; None where one is unknown or nothing follows."""
    if one.place is None or other.place is None:
        return None
    a, b = evidence.place(one.place), evidence.place(other.place)
    if one.place == other.place:
        return "place_near" if a.kind == "country" else "place_same"
    if a.country_code and b.country_code and a.country_code != b.country_code:
        return "place_apart"
    if "country" in (a.kind, b.kind):
        return "place_near" if a.country_code and a.country_code == b.country_code else None
    return "place_apart" if a.kind == b.kind and a.kind in ("city", "region") else None


def date_relation(one: Features, other: Features) -> str | None:
    """The weight's name for how the days stand to each other; None where nothing follows."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return _news_relation(one, other)
    gap = max(one.start, other.start) - min(one.end, other.end)
    if gap <= 0:
        longer = max(one.end - one.start, other.end - other.start)
        if longer < EXACT:
            return "date_distant" if _distant(one) and _distant(other) else "date_same"
        return _wide(one, other) if longer < MONTH else None
    if gap <= 2:
        return "date_off"
    return "date_week" if gap <= 7 else "date_far"


def _wide(one: Features, other: Features) -> str:
    """As news where the report with the wider days ("this week") appeared then: it tells no less than without a day."""
    exact, wide = sorted((one, other), key=lambda event: (event.end or 0) - (event.start or 0))
    news = exact.start is not None and wide.published is not None and abs(exact.start - wide.published) <= NEWS
    return "news_same" if news else "date_wide"


def _distant(event: Features) -> bool:
    """Whether an event's day lies well away from the day of its report, so that few others share it by chance."""
    return event.published is not None and event.start is not None and abs(event.published - event.start) > DISTANT


def _news_relation(one: Features, other: Features) -> str | None:
    a = one.published if one.start is None else one.start
    b = other.published if other.start is None else other.start
    if a is None or b is None:
        return None
    if abs(a - b) <= NEWS:
        return "news_same"
    return "news_far" if abs(a - b) > MONTH else None


def _fresh(one: Features, other: Features) -> bool:
    """Whether both appeared within days of each other, as reports of one piece of news do."""
    return one.published is not None and other.published is not None and abs(one.published - other.published) <= NEWS


def _trigger(one: Features, other: Features, evidence: Evidence) -> float:
    """What the triggers say: of events told by many words, it counts how many of these are shared."""
    shared, alike = one.stems & other.stems, one.classes & other.classes
    if not shared and not alike:
        return weights()["trigger_other"]
    rarest = min(TELLING, max(map(evidence.rarity.of, shared or one.stems | other.stems))) / TELLING
    if shared:
        return weights()["trigger_same"] * rarest * len(shared) / min(len(one.stems), len(other.stems))
    return weights()["trigger_class"] * rarest * len(alike) / min(len(one.classes), len(other.classes))


def _participants(one: Features, other: Features, shared: frozenset[int], evidence: Evidence) -> float:
    w = weights()
    a, b = one.people_weight, other.people_weight
    if not a or not b:
        return 0.0
    common = evidence.people(shared) if shared else 0
    if not common:
        alike = _individuals(one, evidence) == _individuals(other, evidence)
        return w["participants_apart"] if alike else 0.0
    share = (common / min(a, b) + common / (a + b - common)) / 2
    return w["participants"] * share * min(1.0, common / KNOWN) + w["participants_rare"] * min(1.0, common / RARE)


def _individuals(event: Features, evidence: Evidence) -> bool:
    return any(map(evidence.individual, event.people))


def _admissible(
    one: Features, other: Features, shared: frozenset[int], place: str | None, alike: bool, evidence: Evidence
) -> bool:
    """Dated reports may be compared as they are; undated ones need more than words in common."""
    if one.start is not None and other.start is not None:
        return True
    if place == "place_same" or len(shared) > 1:
        return True
    if any(map(evidence.individual, shared)):
        return True
    return alike and not (one.people and other.people)
