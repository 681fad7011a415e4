"""The same agreement across articles: local agreements and joined events come in, joined agreements go out.

Two reports tell of one agreement when its named pact is the same; or when they have the parties and the occasion in
common, are of one kind, and what was agreed is alike in words or topic, or nothing else on either side could be
meant.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.resolve.assembly import Happening, Reports
from ingest.resolve.events import JoinedEvents
from ingest.resolve.features import Evidence, ordinal
from ingest.resolve.lexicons import topics
from ingest.resolve.names import acronym_of, body_name
from ingest.resolve.records import AgreementSummary
from ingest.resolve.words import stem

ALIKE, SOMEWHAT = 0.45, 0.25  # likeness of subjects that joins alone, and beside a shared topic
SOON = 45  # days between publications within which agreements without a common occasion may be one
OCCASIONS = ("agreed_at", "part_of")
COMPARED = 64  # joined agreements that one key remembers


@dataclass(frozen=True, slots=True)
class Candidate:
    """One local agreement, ready to compare: `parties` and `occasions` are numbers in the corpus."""

    article: int
    summary: AgreementSummary
    parties: frozenset[int]
    occasions: frozenset[int]
    topics: frozenset[str]
    published: int | None


@dataclass(slots=True)
class JoinedAgreement:
    """Reports of one agreement, in order of publication."""

    reports: list[Candidate]


def join_agreements(
    joined: JoinedEvents,
    happenings: Sequence[Happening],
    reports: Reports,
    participant_of: Sequence[Sequence[int]],
    evidence: Evidence,
) -> list[JoinedAgreement]:
    """Join the agreements of a corpus."""
    joiner = _Joiner(evidence)
    for article, summary in enumerate(reports.summaries):
        if summary.agreements:
            joiner.take(list(_candidates(article, joined, happenings, reports, participant_of)))
    return joiner.agreements


def _candidates(
    article: int,
    joined: JoinedEvents,
    happenings: Sequence[Happening],
    reports: Reports,
    participant_of: Sequence[Sequence[int]],
) -> Iterator[Candidate]:
    summary = reports.summaries[article]
    published = summary.publication.earliest
    meetings = frozenset(n for n in joined.of[article] if happenings[n].type == "CONSULT")
    for agreement in summary.agreements:
        parties = frozenset(participant_of[article][entity] for entity in agreement.parties)
        yield Candidate(
            article=article,
            summary=agreement,
            parties=parties,
            occasions=frozenset(_occasions(article, agreement, joined, reports))
            | _attended(meetings, parties, happenings),
            topics=topics_of(agreement),
            published=ordinal(published),
        )


def _occasions(article: int, agreement: AgreementSummary, joined: JoinedEvents, reports: Reports) -> Iterator[int]:
    """The joined event that made it, and those at which it was made."""
    if agreement.event is None:
        return
    numbers = joined.of[article]
    yield numbers[agreement.event]
    for relation, other in reports.summaries[article].events[agreement.event].related:
        if relation in OCCASIONS:
            yield numbers[other]


def _attended(meetings: Iterable[int], parties: frozenset[int], happenings: Sequence[Happening]) -> frozenset[int]:
    """Meetings of which the article tells and at which all the parties were."""
    if len(parties) < 2:
        return frozenset()
    return frozenset(n for n in meetings if parties <= {part.participant for part in happenings[n].parts})


def topics_of(agreement: AgreementSummary) -> frozenset[str]:
    """The topics of which its subject and instrument speak."""
    words = set(agreement.words)
    return frozenset(topic for topic, told in _topic_stems().items() if words & told)


@cache
def _topic_stems() -> dict[str, frozenset[str]]:
    return {topic: frozenset(map(stem, words)) for topic, words in topics().items()}


class _Joiner:
    def __init__(self, evidence: Evidence) -> None:
        self.agreements: list[JoinedAgreement] = []
        self._evidence = evidence
        self._lists: dict[tuple[object, ...], list[int]] = defaultdict(list)

    def take(self, candidates: list[Candidate]) -> None:
        """Join one article's agreements; each of them goes to another joined agreement."""
        found = {i: self._find(candidate) for i, candidate in enumerate(candidates)}
        pairs = sorted(
            (-score, i, joined)
            for i, numbers in found.items()
            for joined in numbers
            if (score := self._score(candidates[i], self.agreements[joined])) > 0
        )
        placed: dict[int, int] = {}
        for _, i, joined in pairs:
            if i not in placed and joined not in placed.values():
                placed[i] = joined
        placed |= self._left_over(candidates, found, placed)
        for i, candidate in enumerate(candidates):
            self._put(candidate, placed.get(i))

    def _find(self, candidate: Candidate) -> list[int]:
        return sorted({n for key in self._keys(candidate) for n in self._lists[key][-COMPARED:]})

    def _keys(self, candidate: Candidate) -> Iterator[tuple[object, ...]]:
        if candidate.summary.instrument:
            yield "instrument", body_name(candidate.summary.instrument)
        for occasion in sorted(candidate.occasions):
            yield "occasion", occasion
        for party in sorted(candidate.parties):
            yield "party", candidate.summary.kind, party

    def _score(self, candidate: Candidate, joined: JoinedAgreement) -> float:
        return max(agreement_score(candidate, other, self._evidence) for other in joined.reports[:6])

    def _left_over(
        self, candidates: Sequence[Candidate], found: dict[int, list[int]], placed: dict[int, int]
    ) -> dict[int, int]:
        """Pairs of one kind and occasion where nothing else on either side is left to be meant."""
        free: dict[tuple[int, int], tuple[list[int], list[int]]] = {}
        for i, numbers in found.items():
            for joined in numbers:
                first = self.agreements[joined].reports[0]
                if i in placed or joined in placed.values() or not _could_be(candidates[i], first):
                    continue
                key = (i, joined)
                free[key] = ([], [])
        ours, theirs = [i for i, _ in free], [joined for _, joined in free]
        return {i: joined for i, joined in free if ours.count(i) == 1 and theirs.count(joined) == 1}

    def _put(self, candidate: Candidate, number: int | None) -> None:
        if number is None:
            number = len(self.agreements)
            self.agreements.append(JoinedAgreement([]))
        self.agreements[number].reports.append(candidate)
        for key in self._keys(candidate):
            if number not in self._lists[key][-COMPARED:]:
                self._lists[key].append(number)


def agreement_score(one: Candidate, other: Candidate, evidence: Evidence) -> float:
    """How far two reports tell of one agreement; 0 where nothing shows it."""
    parties = _parties_agree(one, other)
    occasion = bool(one.occasions & other.occasions)
    if not parties and not occasion:
        return 0.0
    if _same_instrument(one.summary, other.summary):
        return 3.0
    if _other_instrument(one.summary, other.summary) or one.summary.kind != other.summary.kind or not parties:
        return 0.0
    alike = _likeness(one.summary, other.summary, evidence)
    shared_topic = bool(one.topics & other.topics)
    if occasion and (alike >= ALIKE or (shared_topic and alike >= SOMEWHAT)):
        return 2.0 + alike
    if occasion and shared_topic and _narrow(one) and _narrow(other):
        return 1.0 + alike
    soon = one.published is not None and other.published is not None and abs(one.published - other.published) <= SOON
    return alike if soon and alike >= ALIKE + SOMEWHAT / 2 else 0.0


def _narrow(candidate: Candidate) -> bool:
    """Whether the subject speaks of one topic or two, and not of everything."""
    return len(candidate.topics) <= 2


def _parties_agree(one: Candidate, other: Candidate) -> bool:
    """Whether the parties are the same, as far as both name them: one side may name people beside countries."""
    if not one.parties or not other.parties:
        return bool(one.occasions & other.occasions)
    common = one.parties & other.parties
    return len(common) >= min(2, len(one.parties), len(other.parties)) and len(common) * 2 >= min(
        len(one.parties), len(other.parties)
    )


def _same_instrument(one: AgreementSummary, other: AgreementSummary) -> bool:
    if not one.instrument or not other.instrument:
        return False
    same = body_name(one.instrument) == body_name(other.instrument)
    return (same or _abbreviates(one.instrument, other.instrument)) and one.kind == other.kind


def _abbreviates(one: str, other: str) -> bool:
    return acronym_of(one, other) or acronym_of(other, one)


def _other_instrument(one: AgreementSummary, other: AgreementSummary) -> bool:
    return bool(one.instrument and other.instrument) and not _same_instrument(one, other)


def _could_be(one: Candidate, other: Candidate) -> bool:
    """Whether two reports may be of one agreement when nothing else is left: no topic sets them apart."""
    if one.summary.kind != other.summary.kind or not one.occasions & other.occasions or not _parties_agree(one, other):
        return False
    if _other_instrument(one.summary, other.summary):
        return False
    return not one.topics or not other.topics or bool(one.topics & other.topics)


def _likeness(one: AgreementSummary, other: AgreementSummary, evidence: Evidence) -> float:
    weight = evidence.words(one.words) * evidence.words(other.words)
    return evidence.words(set(one.words) & set(other.words)) / math.sqrt(weight) if weight else 0.0
