"""Finished rows of the tables that belong to no one article: what was resolved comes in, rows by table go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from ingest.resolve.agreements import JoinedAgreement
from ingest.resolve.assembly import Happening, Reports
from ingest.resolve.claims import Conflict
from ingest.resolve.events import JoinedEvents
from ingest.resolve.identifiers import digest, slug, unique_ids
from ingest.resolve.records import ArticleSummary, Row

CONTRADICTED = 0.8  # factor on an event's confidence for each contradiction
CONTRADICTIONS = frozenset({"contradiction", "office_holder", "anachronism"})
RELATIONS = ("part_of", "agreed_at", "follows")


def source_rows(summaries: Sequence[ArticleSummary]) -> tuple[dict[str, str], tuple[Row, ...]]:
    """Each publisher's id, and rows of `sources`; a homepage is the root of an article's address."""
    homepages: dict[str, str | None] = {}
    for summary in summaries:
        if summary.source:
            homepages[summary.source] = homepages.get(summary.source) or _root(summary.url)
    names = sorted(homepages)
    ids = dict(zip(names, unique_ids([slug(name) for name in names], names), strict=True))
    return ids, tuple({"id": ids[name], "name": name, "homepage": homepages[name]} for name in names)


def _root(url: str | None) -> str | None:
    parts = urlsplit(url) if url else None
    return f"{parts.scheme}://{parts.netloc}/" if parts and parts.scheme in ("http", "https") and parts.netloc else None


def event_rows(
    happenings: Sequence[Happening], conflicts: Sequence[Sequence[Conflict]], place_ids: Sequence[str]
) -> tuple[Row, ...]:
    """Rows of `events`."""
    return tuple(_event_row(h, found, place_ids) for h, found in zip(happenings, conflicts, strict=True))


def _event_row(happening: Happening, conflicts: Sequence[Conflict], place_ids: Sequence[str]) -> Row:
    against = sum(conflict.kind in CONTRADICTIONS for conflict in conflicts)
    return {
        "id": happening.id,
        "type": happening.type,
        "title": happening.title,
        "start_date": happening.when.start if happening.when else None,
        "end_date": happening.when.end if happening.when else None,
        "edtf": happening.edtf,
        "duration": happening.duration,
        "date_precision": happening.date_precision,
        "date_basis": happening.date_basis,
        "status": happening.status,
        "place_id": place_ids[happening.place] if happening.place is not None else None,
        "article_count": happening.articles,
        "mention_count": happening.mentions,
        "conflict_count": len(conflicts),
        "confidence": round(happening.confidence * CONTRADICTED**against, 3),
    }


def participant_rows(
    happenings: Sequence[Happening], conflicts: Sequence[Sequence[Conflict]], ids: Mapping[int, str]
) -> tuple[Row, ...]:
    """Rows of `event_participants`."""
    return tuple(
        {
            "event_id": happening.id,
            "participant_id": ids[part.participant],
            "role": part.role,
            "office": part.office,
            "mention_count": part.mentions,
            "article_count": part.articles,
            "disputed": int(any(part.participant in conflict.disputed for conflict in found)),
        }
        for happening, found in zip(happenings, conflicts, strict=True)
        for part in happening.parts
    )


def link_rows(joined: JoinedEvents, happenings: Sequence[Happening], reports: Reports) -> tuple[Row, ...]:
    """Rows of `event_links`: what articles say of two events, and pairs that nearly joined."""
    links: dict[tuple[str, str, str], None] = {}
    for number, event in enumerate(joined.events):
        for report in event.reports:
            for relation, other in reports.event(report).related:
                target = joined.of[report.article][other]
                if relation in RELATIONS and target != number:
                    links[happenings[number].id, happenings[target].id, relation] = None
    for one, other in joined.near_misses:
        links[happenings[one].id, happenings[other].id, "possible_duplicate"] = None
    return tuple({"event_id": a, "related_event_id": b, "relation": relation} for a, b, relation in sorted(links))


def conflict_rows(
    happenings: Sequence[Happening], conflicts: Sequence[Sequence[Conflict]]
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Rows of `conflicts` and `conflict_claims`."""
    told: list[Row] = []
    claims: list[Row] = []
    for happening, found in zip(happenings, conflicts, strict=True):
        ids = unique_ids([f"x{digest(happening.id, c.attribute, c.kind, c.claims[0])}" for c in found], found)
        for conflict_id, conflict in zip(ids, found, strict=True):
            told.append(
                {
                    "id": conflict_id,
                    "event_id": happening.id,
                    "attribute": conflict.attribute,
                    "kind": conflict.kind,
                    "summary": conflict.summary,
                }
            )
            claims += ({"conflict_id": conflict_id, "claim_id": claim} for claim in conflict.claims)
    return tuple(told), tuple(claims)


def agreement_rows(
    agreements: Sequence[JoinedAgreement],
    happenings: Sequence[Happening],
    joined: JoinedEvents,
    reports: Reports,
    party_ids: Mapping[int, str],
    parties: Sequence[Sequence[int]],
) -> tuple[tuple[str, ...], tuple[Row, ...], tuple[Row, ...]]:
    """The id of each joined agreement, and rows of `agreements` and `agreement_parties`."""
    bases, seeds = [], []
    for agreement in agreements:
        first = agreement.reports[0]
        article = reports.summaries[first.article].id
        bases.append(f"a{digest(article, first.summary.start, first.summary.trigger)}")
        seeds.append(f"{first.summary.subject}/{first.summary.index}")
    ids = unique_ids(bases, seeds)
    rows = tuple(
        _agreement_row(agreement_id, agreement, happenings, joined, reports)
        for agreement_id, agreement in zip(ids, agreements, strict=True)
    )
    party_rows: tuple[Row, ...] = tuple(
        {"agreement_id": agreement_id, "participant_id": party_ids[party]}
        for agreement_id, found in zip(ids, parties, strict=True)
        for party in found
    )
    return ids, rows, party_rows


def _agreement_row(
    agreement_id: str,
    agreement: JoinedAgreement,
    happenings: Sequence[Happening],
    joined: JoinedEvents,
    reports: Reports,
) -> Row:
    told = [report.summary for report in agreement.reports]
    dated = next((t for t in told if t.start_date and t.end_date), None)
    events = _made_by(agreement, joined)
    when = happenings[events[0]].when if events else None
    named = [t.instrument for t in told if t.instrument]
    latest = max(agreement.reports, key=lambda report: (report.published is not None, report.published or 0))
    return {
        "id": agreement_id,
        "event_id": happenings[events[0]].id if events else None,
        "subject": told[0].subject,
        "instrument": max(named, key=len) if named else None,
        "kind": told[0].kind,
        "status": latest.summary.status,
        "topic": next((t.topic for t in told if t.topic), None),
        "start_date": dated.start_date if dated else (when.start if when else None),
        "end_date": dated.end_date if dated else (when.end if when else None),
        "article_count": len({reports.original[report.article] for report in agreement.reports}),
    }


def _made_by(agreement: JoinedAgreement, joined: JoinedEvents) -> list[int]:
    return [joined.of[r.article][r.summary.event] for r in agreement.reports if r.summary.event is not None]


def parties_of(
    agreement: JoinedAgreement, happenings: Sequence[Happening], joined: JoinedEvents, is_country: Mapping[int, bool]
) -> tuple[int, ...]:
    """All parties that articles name; where they name fewer than two, the countries that took part in the event."""
    named = dict.fromkeys(party for report in agreement.reports for party in sorted(report.parties))
    if len(named) < 2:
        for number in _made_by(agreement, joined)[:1]:
            present = [part.participant for part in happenings[number].parts if is_country[part.participant]]
            if len(present) > 1:
                named |= dict.fromkeys(present)
    return tuple(named)
