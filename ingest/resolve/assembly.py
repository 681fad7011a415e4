"""One row from many reports: joined events come in, what the corpus says of each as a whole goes out.

The date, place and status that most independent articles bear out are taken; the others stay in mentions and claims.
A copy of an article speaks with the voice of its original.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.model import EventParticipant
from ingest.resolve.events import Joined, JoinedEvents, Report
from ingest.resolve.identifiers import digest, unique_ids
from ingest.resolve.intervals import Interval, interval
from ingest.resolve.places import Places
from ingest.resolve.records import ArticleSummary, EventSummary
from ingest.resolve.summaries import LAST

SEEN = frozenset({"occurred", "ongoing"})
BASES = ("own_clause", "discourse", "inherited", "other_article", "none")  # from the firmest


@dataclass(frozen=True, slots=True)
class Part:
    """A participant's part in a joined event, over all its reports; `articles` are independent ones."""

    participant: int
    role: str
    office: str | None
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class Happening:
    """A joined event as the corpus tells it: the fields of `events`, but for what conflicts add."""

    id: str
    type: str
    title: str
    status: str
    when: Interval | None
    edtf: str | None
    date_precision: str
    date_basis: str
    duration: str | None
    place: int | None
    articles: int
    mentions: int
    confidence: float
    parts: tuple[Part, ...]


class Reports:
    """Looks up what a report of a joined event says; `original[i]` is the article that the i-th one copies, or i."""

    def __init__(self, summaries: Sequence[ArticleSummary], original: Sequence[int]) -> None:
        self.summaries, self.original = summaries, original

    def event(self, report: Report) -> EventSummary:
        """The local event reported."""
        return self.summaries[report.article].events[report.index]

    def voice(self, report: Report) -> int:
        """The independent article that speaks."""
        return self.original[report.article]

    def published(self, report: Report) -> str:
        """The day of publication, unknown ones last."""
        return self.summaries[report.article].publication.earliest or LAST


def assemble(
    joined: JoinedEvents, reports: Reports, places: Places, participant_of: Sequence[Sequence[int]]
) -> list[Happening]:
    """One `Happening` for each joined event, in the same order, each with an id of its own."""
    told = [_happening(event, reports, places, participant_of) for event in joined.events]
    ids = unique_ids([happening.id for happening in told], [happening.title for happening in told])
    return [replace(happening, id=event_id) for happening, event_id in zip(told, ids, strict=True)]


def _happening(event: Joined, reports: Reports, places: Places, participant_of: Sequence[Sequence[int]]) -> Happening:
    told = [reports.event(report) for report in event.reports]
    best = best_dated(event, reports)
    dated = best[1] if best else None
    first = event.reports[0]
    return Happening(
        id=event_id(reports.summaries[first.article].id, told[0]),
        type=_commonest((reports.voice(r), e.type) for r, e in zip(event.reports, told, strict=True)),
        title=told[0].title,
        status=_status(event, reports),
        when=interval(dated.start_date, dated.end_date) if dated else None,
        edtf=dated.edtf if dated else None,
        date_precision=dated.date_precision if dated else "unknown",
        date_basis=dated.date_basis if dated else "none",
        duration=next((e.duration for e in told if e.duration), None),
        place=_place(event, reports, places),
        articles=len({reports.voice(report) for report in event.reports}),
        mentions=sum(e.mention_count for e in told),
        confidence=_confidence(event, reports),
        parts=_parts(event, reports, participant_of),
    )


def event_id(article_id: str, event: EventSummary) -> str:
    """The id of a happening: its first mention in its earliest-published article."""
    return f"e{digest(article_id, event.start, event.trigger, event.type)}"


def _commonest(votes: Iterable[tuple[int, str]]) -> str:
    """The value that most articles give; of equally common ones the first."""
    voices: dict[str, set[int]] = {}
    for voice, value in votes:
        voices.setdefault(value, set()).add(voice)
    return max(voices, key=lambda value: len(voices[value]))


def best_dated(event: Joined, reports: Reports) -> tuple[Report, EventSummary] | None:
    """The report whose days most articles bear out (a wider span bears out a narrower); then the narrowest, firmest,
    first.
    """
    spans: list[tuple[Report, EventSummary, Interval]] = []
    for report in event.reports:
        told = reports.event(report)
        span = interval(told.start_date, told.end_date)
        if span and told.date_precision != "unknown" and told.date_basis in BASES[:-1]:
            spans.append((report, told, span))
    if not spans:
        return None

    def rank(item: tuple[Report, EventSummary, Interval]) -> tuple[int, int, int]:
        _, told, span = item
        voices = {reports.voice(report) for report, _, other in spans if other.contains(span)}
        return -len(voices), span.days, BASES.index(told.date_basis)

    report, told, _ = min(spans, key=rank)
    return report, told


def _status(event: Joined, reports: Reports) -> str:
    """What the latest day of reporting says, by majority; a plan never undoes what another report saw happen.

    Reports without a known day count only where no other is.
    """
    known = [r for r in event.reports if reports.published(r) != LAST] or list(event.reports)
    latest = max(map(reports.published, known))
    last = [report for report in known if reports.published(report) == latest]
    status = _commonest((reports.voice(report), reports.event(report).status) for report in last)
    seen = [report for report in event.reports if reports.event(report).status in SEEN]
    if status == "planned" and seen:
        return _commonest((reports.voice(report), reports.event(report).status) for report in seen)
    return status


def _place(event: Joined, reports: Reports, places: Places) -> int | None:
    """The place most articles give, a country bearing out places within it; then the narrowest; then the first."""
    given: dict[int, set[int]] = {}
    for report in event.reports:
        place = reports.event(report).place
        if place is not None:
            given.setdefault(places.of[report.article][place], set()).add(reports.voice(report))
    if not given:
        return None

    def support(number: int) -> tuple[int, int]:
        code = places.known[number].country_code
        around = (
            voices
            for other, voices in given.items()
            if places.known[other].kind == "country" and places.known[other].country_code == code
        )
        return len(given[number].union(*around)), places.specificity(number)

    return max(given, key=support)


def _confidence(event: Joined, reports: Reports) -> float:
    """1 - product over independent articles of (1 - confidence of extraction * score of the link), at most 0.99."""
    best: dict[int, float] = defaultdict(float)
    for report in event.reports:
        voice = reports.voice(report)
        best[voice] = max(best[voice], reports.event(report).confidence * report.score)
    doubt = 1.0
    for voice in sorted(best):
        doubt *= 1.0 - best[voice]
    return round(min(0.99, 1.0 - doubt), 3)


def _parts(event: Joined, reports: Reports, participant_of: Sequence[Sequence[int]]) -> tuple[Part, ...]:
    told: dict[int, list[tuple[int, EventParticipant]]] = {}
    for report in event.reports:
        for participant in reports.event(report).participants:
            number = participant_of[report.article][participant.entity]
            told.setdefault(number, []).append((reports.voice(report), participant))
    return tuple(
        Part(
            participant=number,
            role=_commonest((voice, participant.role) for voice, participant in parts),
            office=_office(participant for _, participant in parts),
            mentions=sum(max(1, len(participant.sentences)) for _, participant in parts),
            articles=len({voice for voice, _ in parts}),
        )
        for number, parts in told.items()
    )


def _office(participants: Iterable[EventParticipant]) -> str | None:
    offices = Counter(participant.office for participant in participants if participant.office)
    return min(offices, key=lambda office: (-offices[office], -len(office), office)) if offices else None
