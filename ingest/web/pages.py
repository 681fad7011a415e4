"""What the pages show: an identifier or filters go in, the rows of a page come out, gathered from the database.

All SQL is in `sql/pages` and `sql/queries`. `ask` runs one statement and gives its rows; the plugin passes one
that asks Datasette's database, so that its limits on time and rows hold here too.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from ingest.load.sql import read_sql
from ingest.resources import resource
from ingest.web.dates import day
from ingest.web.text import Mark, Paragraph, Segment, paragraphs, segments

Row = Mapping[str, object]
Ask = Callable[[str, Mapping[str, object]], Awaitable[list[Row]]]

TIMELINE_FILTERS = ("participant", "type", "country", "since", "until")
PARTIAL_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The timeline: `events` are the shown ones of `total` that match, `undated` others match but have no date.

    `problem` says what is wrong with a filter; `more_since` is the day from which a cut timeline goes on.
    """

    events: list[Row]
    years: list[tuple[str, list[Row]]]
    total: int
    undated: int
    filters: dict[str, str]
    problem: str
    more_since: str
    types: list[Row]
    participants: list[Row]
    countries: list[Row]

    @property
    def filtered(self) -> bool:
        """Whether any filter is set."""
        return any(self.filters.values())


@dataclass(frozen=True, slots=True)
class Evidence:
    """One article's mentions of an event: `sentences` are (row, segments with the trigger marked)."""

    article: Row
    sentences: list[tuple[Row, tuple[Segment, ...]]]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict with its sides; each side's rows make the same claim."""

    row: Row
    sides: list[list[Row]]


@dataclass(frozen=True, slots=True)
class EventPage:
    """Everything on one event."""

    event: Row
    participants: list[Row]
    evidence: list[Evidence]
    conflicts: list[Conflict]
    agreements: list[Row]
    links: list[Row]
    references: list[Row]
    neighbours: list[Row]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article with its text in paragraphs and the events it tells of."""

    article: Row
    paragraphs: list[Paragraph]
    events: list[Row]
    references: list[Row]
    copies: list[Row]


@dataclass(frozen=True, slots=True)
class ParticipantPage:
    """One participant with all that they took part in."""

    participant: Row
    aliases: list[Row]
    offices: list[Row]
    events: list[Row]
    years: list[tuple[str, list[Row]]]
    company: list[Row]
    quotations: list[Row]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the home page shows."""

    counts: Row
    events: list[Row]
    conflicts: list[Row]
    agreements: list[Row]


async def timeline_page(ask: Ask, arguments: Mapping[str, str]) -> TimelinePage:
    """The timeline under the filters in `arguments` (those of TIMELINE_FILTERS; missing ones are empty)."""
    filters = {name: (arguments.get(name) or "").strip() for name in TIMELINE_FILTERS}
    events = await ask(_saved("event_timeline"), filters)
    total = int(str(events[0]["matching_events"])) if events else 0
    undated = await ask(_page("undated_count"), filters)
    return TimelinePage(
        events=events,
        years=by_year(events),
        total=total,
        undated=int(str(undated[0]["undated"])),
        filters=filters,
        problem=_problem(filters),
        more_since=str(events[-1]["start_date"]) if total > len(events) else "",
        types=await ask(_page("event_type_options"), {}),
        participants=await ask(_page("participant_options"), {}),
        countries=await ask(_page("country_options"), {}),
    )


async def event_page(ask: Ask, event_id: str) -> EventPage | None:
    """Everything on one event, None where there is none of that id."""
    key = {"id": event_id}
    found = await ask(_page("event"), key)
    if not found:
        return None
    return EventPage(
        event=found[0],
        participants=await ask(_page("event_participants"), key),
        evidence=_evidence(await ask(_page("event_evidence"), key)),
        conflicts=_conflicts(await ask(_page("event_conflicts"), key)),
        agreements=await ask(_page("event_agreements"), key),
        links=await ask(_page("event_links"), key),
        references=await ask(_page("event_references"), key),
        neighbours=await ask(_page("event_neighbours"), key),
    )


async def article_page(ask: Ask, article_id: str, event_link: Callable[[str], str]) -> ArticlePage | None:
    """One article, None where there is none of that id; `event_link` gives the address of an event's page."""
    key = {"id": article_id}
    found = await ask(_page("article"), key)
    if not found:
        return None
    marks = [_mark(row, event_link) for row in await ask(_page("article_marks"), key)]
    sentences = await ask(_page("article_sentences"), key)
    return ArticlePage(
        article=found[0],
        paragraphs=paragraphs(str(found[0]["text"]), sentences, marks),
        events=await ask(_page("article_events"), key),
        references=await ask(_page("article_references"), key),
        copies=await ask(_page("article_copies"), key),
    )


async def participant_page(ask: Ask, participant_id: str) -> ParticipantPage | None:
    """One participant, None where there is none of that id."""
    key = {"id": participant_id}
    found = await ask(_page("participant"), key)
    if not found:
        return None
    events = await ask(_page("participant_events"), key)
    return ParticipantPage(
        participant=found[0],
        aliases=await ask(_page("participant_aliases"), key),
        offices=await ask(_page("participant_offices"), key),
        events=events,
        years=by_year(events),
        company=await ask(_page("participant_company"), key),
        quotations=await ask(_page("participant_quotations"), key),
    )


async def front_page(ask: Ask) -> FrontPage:
    """The figures and the foremost events, disagreements and agreements."""
    return FrontPage(
        counts=(await ask(_page("front_counts"), {}))[0],
        events=await ask(_page("front_events"), {}),
        conflicts=await ask(_page("front_conflicts"), {}),
        agreements=await ask(_page("front_agreements"), {}),
    )


def by_year(events: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """Events in time order under the year in which they begin, undated ones under `Undated`."""

    def year(event: Row) -> str:
        return str(event["start_date"])[:4] if event["start_date"] else "Undated"

    return [(name, list(group)) for name, group in groupby(events, key=year)]


def _evidence(mentions: Sequence[Row]) -> list[Evidence]:
    """Mentions by article and sentence; a sentence with two triggers stands once, both marked."""
    found: list[Evidence] = []
    for _, rows in groupby(mentions, key=lambda row: row["article_id"]):
        of_article = list(rows)
        sentences: list[tuple[Row, tuple[Segment, ...]]] = []
        for _, same in groupby(of_article, key=lambda row: row["sentence_id"]):
            in_sentence = list(same)
            marks = [Mark(int(str(m["start_char"])), int(str(m["end_char"])), "event") for m in in_sentence]
            first = in_sentence[0]
            sentences.append((first, segments(str(first["sentence"]), int(str(first["sentence_start_char"])), marks)))
        found.append(Evidence(of_article[0], sentences))
    return found


def _conflicts(claims: Sequence[Row]) -> list[Conflict]:
    found: list[Conflict] = []
    for _, rows in groupby(claims, key=lambda row: row["conflict_id"]):
        of_conflict = list(rows)
        sides = [list(side) for _, side in groupby(of_conflict, key=lambda row: row["side"])]
        found.append(Conflict(of_conflict[0], sides))
    return found


def _mark(row: Row, event_link: Callable[[str], str]) -> Mark:
    href = event_link(str(row["target"])) if row["target"] is not None else ""
    return Mark(int(str(row["start_char"])), int(str(row["end_char"])), str(row["kind"]), href, str(row["note"] or ""))


def _problem(filters: Mapping[str, str]) -> str:
    for name in ("since", "until"):
        value = filters[name]
        if value and not (PARTIAL_DAY.fullmatch(value) and _begins_a_day(value)):
            return f"“{value}” is no date. Write {name} as 2024, 2024-05 or 2024-05-28."
    return ""


def _begins_a_day(value: str) -> bool:
    return day(f"{value}-01-01"[:10] if len(value) < 10 else value) is not None


@lru_cache(maxsize=64)
def _page(name: str) -> str:
    return read_sql(resource("sql", "pages", f"{name}.sql")).sql


@lru_cache(maxsize=4)
def _saved(name: str) -> str:
    return read_sql(resource("sql", "queries", f"{name}.sql")).sql


def years_covered(first: object, last: object) -> str:
    """The years that the database covers, as "1951–2024"."""
    years = [str(value)[:4] for value in (first, last) if value]
    if not years:
        return ""
    return years[0] if len(set(years)) == 1 else f"{years[0]}–{years[-1]}"
