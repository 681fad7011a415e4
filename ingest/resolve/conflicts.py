"""Where reports disagree on when, where, whether and how many: an event's claims come in, conflicts go out.

Only what different articles state is compared, each by its own most precise statement; copies of an article are no
second voice. Nothing is decided: every claim stays, and a conflict names those that stand against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TypeVar

from ingest.resolve.claims import Claim, Conflict
from ingest.resolve.intervals import Interval, read_edtf
from ingest.resolve.places import Places

Stated = TypeVar("Stated")
HARM = (
    "arrested", "dead", "detained", "displaced", "evacuated", "hospitalized", "infected", "injured", "missing",
    "rescued", "trapped",
)  # fmt: skip
COARSE = 5  # days from which a date is coarse beside one that it holds
HAPPENED = frozenset({"occurred", "ongoing"})
DID_NOT = frozenset({"cancelled", "denied"})


def conflicts_of(claims: Sequence[Claim], places: Places, dependent: frozenset[int]) -> Iterator[Conflict]:
    """Conflicts on date, place, status and counts; `dependent` articles owe their date to others and attest none."""
    if len({claim.voice for claim in claims}) > 1:
        yield from _dates([c for c in claims if c.article not in dependent])
        yield from _places(claims, places)
        yield from _statuses(claims)
        yield from _counts([c for c in claims if c.attribute == "count"])
    yield from _participants(claims)


def _by_voice(claims: Sequence[Claim], read: Callable[[Claim], Stated | None]) -> dict[int, list[tuple[Claim, Stated]]]:
    voices: dict[int, list[tuple[Claim, Stated]]] = {}
    for claim in claims:
        stated = read(claim)
        if stated is not None:
            voices.setdefault(claim.voice, []).append((claim, stated))
    return voices


# --- when -----------------------------------------------------------------------------------------------


def _dates(claims: Sequence[Claim]) -> Iterator[Conflict]:
    voices = _by_voice(claims, lambda claim: read_edtf(claim.value) if claim.attribute == "date" else None)
    best = [min(stated, key=lambda pair: (pair[1].days, pair[1])) for stated in voices.values()]
    apart = [pair for pair in combinations(best, 2) if not pair[0][1].overlaps(pair[1][1])]
    if apart:
        against = _unique(claim for pair in apart for claim, _ in pair)
        yield Conflict("date", "contradiction", f"When: {_alternatives(against)}", _ids(against))
        return
    coarse = [
        (one, other)
        for one, other in combinations(best, 2)
        if (_coarser(one[1], other[1]) or _coarser(other[1], one[1])) and not _is_bounded_alike(one, other)
    ]
    if coarse:
        against = _unique(claim for pair in coarse for claim, _ in pair)
        yield Conflict("date", "granularity", f"When, more and less exactly: {_alternatives(against)}", _ids(against))


def _coarser(one: Interval, other: Interval) -> bool:
    return one.contains(other) and one.days >= COARSE and one.days > other.days


def _is_bounded_alike(one: tuple[Claim, Interval], other: tuple[Claim, Interval]) -> bool:
    """Whether both tell of one first day, and one of what went on when it was reported ("since May"); or of one last
    day, and one of what was ahead then ("by June").
    """
    stretches = [(claim.published[:10], stated) for claim, stated in (one, other) if "/" in claim.value]
    goes_on = any(stated.end == published for published, stated in stretches)
    is_ahead = any(stated.start == published for published, stated in stretches)
    return (goes_on and one[1].start == other[1].start) or (is_ahead and one[1].end == other[1].end)


# --- where ----------------------------------------------------------------------------------------------


def _places(claims: Sequence[Claim], places: Places) -> Iterator[Conflict]:
    """Articles that name different towns, or different countries, and nothing in common."""
    voices = _by_voice(claims, lambda claim: claim.place if claim.attribute == "place" else None)
    apart = [
        (one, other)
        for one, other in combinations(voices.values(), 2)
        if all(_exclude(a, b, places) for _, a in one for _, b in other)
    ]
    against = _unique(claim for pair in apart for stated in pair for claim, _ in stated)
    if against:
        yield Conflict("place", "contradiction", f"Where: {_alternatives(against)}", _ids(against))


def _exclude(one: int, other: int, places: Places) -> bool:
    a, b = places.known[one], places.known[other]
    if one == other:
        return False
    if a.country_code and b.country_code and a.country_code != b.country_code:
        return True
    return a.kind == b.kind == "city"


# --- whether --------------------------------------------------------------------------------------------


def _statuses(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Reports that it happened against reports that it did not; a plan called off later is an update."""
    told = [claim for claim in claims if claim.attribute == "status"]
    off = [claim for claim in told if claim.value in DID_NOT]
    on = [claim for claim in told if claim.value in HAPPENED and all(claim.voice != other.voice for other in off)]
    if off and on:
        against = _unique([*on, *off])
        yield Conflict("status", "contradiction", f"Whether it happened: {_alternatives(against)}", _ids(against))
        return
    planned = [c for c in told if c.value == "planned" and all(_later(other, c) for other in off)]
    if off and planned:
        against = _unique([*planned, *off])
        yield Conflict("status", "update", f"Planned, then not: {_alternatives(against)}", _ids(against))


# --- how many -------------------------------------------------------------------------------------------


def _counts(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Different numbers of the same harm; a later day's report updates an earlier one's."""
    for harm in HARM:
        voices = _by_voice(claims, lambda claim, harm=harm: _count(claim, harm))  # type: ignore[misc]
        most = [max(stated, key=lambda pair: pair[1])[0] for stated in voices.values()]
        if len({claim.value for claim in most}) < 2:
            continue
        days = {claim.value: {c.published for c in most if c.value == claim.value} for claim in most}
        kind = "update" if _one_after_another(days) else "contradiction"
        against = _unique(most)
        yield Conflict("count", kind, f"How many {harm}: {_alternatives(against)}", _ids(against))


def _count(claim: Claim, harm: str) -> int | None:
    number, _, noun = claim.value.partition(" ")
    return int(number) if noun == harm and number.isdecimal() else None


def _one_after_another(days: Mapping[str, set[str]]) -> bool:
    """Whether each number was reported on known days of its own, apart from those of the others."""
    spans = sorted((min(found), max(found)) for found in days.values())
    known = all(first for first, _ in spans)
    return known and all(one[1] < other[0] for one, other in pairwise(spans))


# --- who, where an article itself reports a dispute -----------------------------------------------------


def _participants(claims: Sequence[Claim]) -> Iterator[Conflict]:
    """Rivals for one part, as an article tells them; disputes over an office are told by `holders`."""
    offices = {claim.participant for claim in claims if claim.attribute == "office_holder"}
    told = [c for c in claims if c.attribute == "participant" and c.disputed and c.participant not in offices]
    rivals = tuple(dict.fromkeys(claim.participant for claim in told if claim.participant is not None))
    if len(rivals) > 1:
        against = _unique(told)
        yield Conflict("participant", "contradiction", f"Who: {_alternatives(against)}", _ids(against), rivals)


# --- wording --------------------------------------------------------------------------------------------


def _later(one: Claim, other: Claim) -> bool:
    return bool(one.published and other.published) and one.published > other.published


def _unique(claims: Iterator[Claim] | Sequence[Claim]) -> list[Claim]:
    """Without repeats: an article that says the same thing twice says it once."""
    first: dict[Hashable, Claim] = {}
    for claim in claims:
        first.setdefault((claim.article, claim.value, claim.participant), claim)
    return list(first.values())


def _ids(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(sorted(claim.id for claim in claims))


def _alternatives(claims: Sequence[Claim]) -> str:
    """ "27 dead (2 articles) or 25 dead (1 article)": what most say first."""
    voices: dict[str, set[int]] = {}
    for claim in claims:
        voices.setdefault(claim.value, set()).add(claim.voice)
    ranked = sorted(voices, key=lambda value: (-len(voices[value]), value))
    return " or ".join(f"{value} ({counted(len(voices[value]))})" for value in ranked)


def counted(articles: int) -> str:
    """ "1 article", "2 articles"."""
    return f"{articles} article{'s' if articles != 1 else ''}"
