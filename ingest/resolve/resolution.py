"""The steps of resolution in their order: a corpus comes in, a `Resolution` goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ingest.model import Article, Extraction, Publication
from ingest.resolve.agreements import join_agreements
from ingest.resolve.assembly import Reports, assemble
from ingest.resolve.claims import Claim, Conflict, claims_of
from ingest.resolve.conflicts import conflicts_of
from ingest.resolve.duplicates import find_duplicates
from ingest.resolve.events import Joined, JoinedEvents, join_events
from ingest.resolve.features import Evidence
from ingest.resolve.hanging import Hanging, settle_hanging
from ingest.resolve.holders import Countries, Held, disputed_statements, office_conflicts
from ingest.resolve.inheritance import inherit_dates
from ingest.resolve.offices import office_rows, offices_held
from ingest.resolve.participants import Settled, resolve_participants
from ingest.resolve.places import Places, resolve_places
from ingest.resolve.reconcile import reconcile
from ingest.resolve.records import ArticleSummary, Link, Resolution, Row
from ingest.resolve.settle import corroborate, settled
from ingest.resolve.summaries import summarise, summarise_corpus
from ingest.resolve.tables import (
    agreement_rows,
    conflict_rows,
    event_rows,
    link_rows,
    participant_rows,
    parties_of,
    source_rows,
)

Corpus = Iterable[tuple[Article, Extraction]]


def resolve(corpus: Corpus) -> Resolution:
    """Resolve a corpus that can be iterated more than once; the order of its articles makes no difference."""
    summaries, rarity = summarise_corpus(corpus)
    duplicates = find_duplicates(summaries)
    original = _originals(summaries, duplicates)
    places = resolve_places(summaries)
    evidence = Evidence(summaries, resolve_participants(summaries), places, rarity)
    joined = join_events(summaries, evidence)
    publications = corroborate(joined, Reports(summaries, original))
    if publications:
        summaries = _settled(summaries, corpus, publications, {})
        joined = join_events(summaries, evidence)
    hanging = settle_hanging(summaries, original, joined)
    if hanging:
        summaries = _settled(summaries, corpus, publications, hanging)
    reconcile(summaries, joined, evidence.participants)
    return _Corpus(summaries, original, joined, evidence).resolution(duplicates, publications, hanging)


def _originals(summaries: Sequence[ArticleSummary], duplicates: Mapping[str, str]) -> list[int]:
    number = {summary.id: i for i, summary in enumerate(summaries)}
    return [number[duplicates.get(summary.id, summary.id)] for summary in summaries]


def _settled(
    summaries: Sequence[ArticleSummary], corpus: Corpus, publications: Mapping[str, Publication], hanging: Hanging
) -> list[ArticleSummary]:
    """The summaries in the same order, those of articles that others date or help to date read again."""
    again = {
        article.id: summarise(*settled(article, extraction, publications.get(article.id), hanging.get(article.id, {})))
        for article, extraction in corpus
        if article.id in publications or article.id in hanging
    }
    return [again.get(summary.id, summary) for summary in summaries]


class _Corpus:
    """What is known after joining, from which the tables are made."""

    def __init__(
        self, summaries: Sequence[ArticleSummary], original: Sequence[int], joined: JoinedEvents, evidence: Evidence
    ) -> None:
        self.summaries, self.original, self.joined, self.evidence = summaries, original, joined, evidence
        self.reports = Reports(summaries, original)
        self.people: Settled = evidence.participants.settled()
        self.places: Places = evidence.places
        happenings = assemble(joined, self.reports, self.places, self.people.of)
        self.happenings = inherit_dates(joined, happenings, self.reports)

    def resolution(
        self, duplicates: dict[str, str], publications: dict[str, Publication], hanging: Hanging
    ) -> Resolution:
        """Everything in the shape that `rows` wants."""
        participants, aliases = self.people.rows(self.original)
        countries = self._countries(participants)
        held = offices_held(self.summaries, self.people.of, self.original, self._disputed_offices(countries))
        conflicts = self._conflicts(held, participants, countries, frozenset(publications))
        agreements = join_agreements(self.joined, self.happenings, self.reports, self.people.of, self.evidence)
        is_country = {number: kind == "country" for number, kind in self._column(participants, "kind").items()}
        parties = [parties_of(agreement, self.happenings, self.joined, is_country) for agreement in agreements]
        agreement_ids, agreement_table, party_table = agreement_rows(
            agreements, self.happenings, self.joined, self.reports, self.people.ids, parties
        )
        of_agreement = {
            (report.article, report.summary.index): agreement_id
            for agreement_id, agreement in zip(agreement_ids, agreements, strict=True)
            for report in agreement.reports
        }
        sources, source_table = source_rows(self.summaries)
        conflict_table, conflict_claims = conflict_rows(self.happenings, conflicts)
        ids = [summary.id for summary in self.summaries]
        return Resolution(
            duplicates=duplicates,
            publications=publications,
            hanging=hanging,
            participants=dict(zip(ids, self._participant_ids(), strict=True)),
            places={i: tuple(self.places.ids[n] for n in found) for i, found in zip(ids, self.places.of, strict=True)},
            links=dict(zip(ids, self._links(), strict=True)),
            agreements={
                summary.id: tuple(of_agreement[i, agreement.index] for agreement in summary.agreements)
                for i, summary in enumerate(self.summaries)
            },
            sources=sources,
            tables=(
                ("sources", source_table),
                ("participants", participants),
                ("participant_aliases", aliases),
                ("offices_held", office_rows(held, self.people.ids)),
                ("places", self.places.rows()),
                ("events", event_rows(self.happenings, conflicts, self.places.ids)),
                ("event_participants", participant_rows(self.happenings, conflicts, self.people.ids)),
                ("event_links", link_rows(self.joined, self.happenings, self.reports)),
                ("agreements", agreement_table),
                ("agreement_parties", party_table),
                ("conflicts", conflict_table),
                ("conflict_claims", conflict_claims),
            ),
        )

    def _column(self, participants: Sequence[Row], column: str) -> dict[int, object]:
        """A column of `participants` by number."""
        return {number: row[column] for number, row in zip(self.people.ids, participants, strict=True)}

    def _participant_ids(self) -> list[tuple[str, ...]]:
        return [tuple(self.people.ids[number] for number in found) for found in self.people.of]

    def _links(self) -> list[tuple[Link, ...]]:
        rules = {
            (report.article, report.index): (report.rule, report.score)
            for event in self.joined.events
            for report in event.reports
        }
        return [
            tuple(Link(self.happenings[number].id, *rules[article, index]) for index, number in enumerate(found))
            for article, found in enumerate(self.joined.of)
        ]

    def _countries(self, participants: Sequence[Row]) -> dict[int, str | None]:
        codes = self._column(participants, "country_code").items()
        return {number: code if isinstance(code, str) else None for number, code in codes}

    def _disputed_offices(self, countries: Countries) -> frozenset[tuple[int, int]]:
        """Statements of an office that reports of one event dispute, as article and participant."""
        return frozenset(
            statement
            for event in self.joined.events
            if any(
                c.attribute == "office_holder" for report in event.reports for c in self.reports.event(report).claims
            )
            for statement in disputed_statements(self._claims(event), countries)
        )

    def _claims(self, event: Joined) -> list[Claim]:
        return claims_of(event, self.reports, self.places, self.people.of)

    def _conflicts(
        self, held: Held, participants: Sequence[Row], countries: Countries, settled: frozenset[str]
    ) -> list[list[Conflict]]:
        dependent = frozenset(i for i, summary in enumerate(self.summaries) if summary.id in settled)
        names = {number: str(name) for number, name in self._column(participants, "name").items()}
        found = []
        for event, happening in zip(self.joined.events, self.happenings, strict=True):
            claims = self._claims(event)
            conflicts = [*conflicts_of(claims, self.places, dependent)]
            conflicts += office_conflicts(claims, happening.when, held, names, countries)
            found.append(conflicts)
        return found
