"""Claims side by side: joined events come in, everything that their reports state goes out, ready to compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.resolve.assembly import Reports
from ingest.resolve.events import Joined
from ingest.resolve.places import Places
from ingest.resolve.words import fold


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an event: its id, who speaks (`article`, and `voice`, the independent one), what is said.

    `participant` and `place` are numbers, where the statement names one; `disputed` says that the article itself
    reports that sources differ; `published` is the day of publication, unknown ones last.
    """

    id: str
    article: int
    voice: int
    published: str
    attribute: str
    value: str
    participant: int | None
    place: int | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that do not agree; `kind` as in the `conflicts` table, `disputed` the participants in doubt."""

    attribute: str
    kind: str
    summary: str
    claims: tuple[str, ...]
    disputed: tuple[int, ...] = ()


def claim_id(article_id: str, event: int, index: int) -> str:
    """The id of a claim: the article, its event, and the claim's place among that event's."""
    return f"{article_id}-e{event}-c{index}"


def claims_of(event: Joined, reports: Reports, places: Places, participant_of: Sequence[Sequence[int]]) -> list[Claim]:
    """Every statement of a joined event, in order of publication."""
    return [
        claim
        for report in event.reports
        for claim in _claims(report.article, report.index, reports, places, participant_of)
    ]


def _claims(
    article: int, index: int, reports: Reports, places: Places, participant_of: Sequence[Sequence[int]]
) -> Iterator[Claim]:
    summary = reports.summaries[article]
    told = summary.events[index]
    named = {fold(place.name): number for place, number in zip(summary.places, places.of[article], strict=True)}
    disputed = {part.entity for part in told.participants if part.disputed}
    for i, claim in enumerate(told.claims):
        yield Claim(
            id=claim_id(summary.id, index, i),
            article=article,
            voice=reports.original[article],
            published=summary.publication.earliest or "",
            attribute=claim.attribute,
            value=claim.value,
            participant=participant_of[article][claim.entity] if claim.entity is not None else None,
            place=named.get(fold(claim.value)) if claim.attribute == "place" else None,
            disputed=claim.entity in disputed,
        )
