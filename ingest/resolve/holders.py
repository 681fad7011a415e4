"""Two people in one office: an event's claims and the offices held come in, `office_holder` and `anachronism`
conflicts go out.

Rivals are people whom different articles name as the holder of one country's office at one event, or whom an article
itself reports as rivals. One article that names two holders without a dispute speaks of a change of office and is no
conflict.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from babel import Locale

from ingest.resolve.claims import Claim, Conflict
from ingest.resolve.conflicts import counted
from ingest.resolve.intervals import Interval
from ingest.resolve.lexicons import single_offices
from ingest.resolve.offices import Office, Tenure
from ingest.resolve.words import fold

SLACK = 31  # days by which a date may lie outside the days for which an office is stated

Holders = dict[int, list[Claim]]
Held = Mapping[Office, Mapping[int, Tenure]]
Countries = Mapping[int, str | None]


def disputed_statements(claims: Sequence[Claim], countries: Countries) -> Iterator[tuple[int, int]]:
    """Article and participant of every statement of an office over which reports of one event differ."""
    for office, holders in _claimed(claims, countries).items():
        if _rivals(office, holders):
            yield from ((claim.article, holder) for holder, found in holders.items() for claim in found)


def office_conflicts(
    claims: Sequence[Claim], when: Interval | None, held: Held, names: Mapping[int, str], countries: Countries
) -> Iterator[Conflict]:
    """Conflicts over offices; `names` and `countries` are the participants', `when` the event's days."""
    for office, holders in _claimed(claims, countries).items():
        if _rivals(office, holders):
            yield _office_holder(office, holders, when, held, names)
        elif when is not None:
            yield from _anachronisms(office, holders, when, held, names, claims)


def _claimed(claims: Sequence[Claim], countries: Countries) -> dict[Office, Holders]:
    """Office and country to those claimed to hold it; a claim without a country is read by its holder's others."""
    told = [
        (claim, claim.participant, *_office(claim, countries.get(claim.participant)))
        for claim in claims
        if claim.attribute == "office_holder" and claim.participant is not None
    ]
    stated = {(holder, office): country for _, holder, office, country in told if country}
    claimed: dict[Office, Holders] = {}
    for claim, holder, office, country in told:
        key = office, country or stated.get((holder, office))
        claimed.setdefault(key, {}).setdefault(holder, []).append(claim)
    return claimed


def _office(claim: Claim, country: str | None) -> tuple[str, str | None]:
    """The folded office, and the country that the claim, else its holder, gives."""
    name, _, code = claim.value.rpartition(" of ")
    return (fold(name), code) if len(code) == 2 and code.isupper() else (fold(claim.value), country)


def _rivals(office: Office, holders: Holders) -> bool:
    if len(holders) < 2:
        return False
    if sum(any(claim.disputed for claim in claims) for claims in holders.values()) > 1:
        return True
    name, country = office
    voices = [{claim.voice for claim in claims} for claims in holders.values()]
    apart = sum(map(len, voices)) == len(set().union(*voices))
    return country is not None and name in single_offices() and apart


def _office_holder(
    office: Office, holders: Holders, when: Interval | None, held: Held, names: Mapping[int, str]
) -> Conflict:
    ranked = sorted(holders, key=lambda h: (-len({claim.voice for claim in holders[h]}), names[h]))
    told = " or ".join(f"{names[h]} ({counted(len({claim.voice for claim in holders[h]}))})" for h in ranked)
    title = office_title(max((c.value for found in holders.values() for c in found), key=len))
    judged = _judgement(office, ranked, when, held, names)
    claims = tuple(sorted(claim.id for found in holders.values() for claim in found))
    return Conflict("office_holder", "office_holder", f"{title}: {told}{judged}", claims, tuple(ranked))


def _judgement(
    office: Office, holders: Sequence[int], when: Interval | None, held: Held, names: Mapping[int, str]
) -> str:
    """What undisputed statements elsewhere say of the office at that date."""
    spans = ((holder, _span(held.get(office, {}).get(holder))) for holder in holders)
    said = [
        f"{names[holder]} from {span.start} to {span.end}"
        for holder, span in spans
        if span is not None and (when is None or span.overlaps(when))
    ]
    return f"; stated elsewhere for those days: {', '.join(said)}" if said else ""


def _span(tenure: Tenure | None) -> Interval | None:
    return Interval(tenure.first, tenure.last) if tenure and tenure.first and tenure.last else None


def _anachronisms(
    office: Office, holders: Holders, when: Interval, held: Held, names: Mapping[int, str], claims: Sequence[Claim]
) -> Iterator[Conflict]:
    """A holder whom other articles put in the office at other times only, while they put someone else in it then."""
    if office[0] not in single_offices() or office[1] is None:
        return
    dates = [claim for claim in claims if claim.attribute == "date"]
    for holder, found in holders.items():
        voices = {claim.voice for claim in claims}
        others = held.get(office, {})
        own = others[holder].span_without(voices) if holder in others else None
        if own is None or not dates or not _far(own, when):
            continue
        spans = ((h, tenure.span_without(voices)) for h, tenure in others.items() if h != holder)
        then = [h for h, span in spans if span is not None and span.contains(when)]
        if then:
            summary = (
                f"{names[holder]} as {office_title(found[0].value)} at {when.start}: other articles state that office "
                f"from {own.start} to {own.end}, and {names[then[0]]} in it at that time"
            )
            yield Conflict("date", "anachronism", summary, tuple(sorted(c.id for c in (*found, *dates))), (holder,))


def _far(span: Interval, when: Interval) -> bool:
    before = (date.fromisoformat(span.start) - date.fromisoformat(when.end)).days
    after = (date.fromisoformat(when.start) - date.fromisoformat(span.end)).days
    return max(before, after) > SLACK


def office_title(value: str) -> str:
    """ "Prime Minister of JP" in words: "Prime Minister of Japan"."""
    name, _, code = value.rpartition(" of ")
    return f"{name} of {_territories().get(code, code)}" if name and len(code) == 2 else value


@cache
def _territories() -> dict[str, str]:
    return dict(Locale("en").territories)
