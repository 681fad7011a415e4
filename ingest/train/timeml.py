"""What a teacher learns first: takes TimeML files with EVENT, MAKEINSTANCE and TLINK, gives their texts with labels.

TimeML tells of every event in a text whether it happens, what dates it and what is the same: far more than the events
that are worth a line in a timeline, but the same three questions. It says nothing of types, statuses as they are told
here, participants and places. Classes and relations: TimeML 1.2.1 (Pustejovsky and others 2003; ISO 24617-1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

from ingest.errors import InputError
from ingest.extract.encoder.layout import REACH
from ingest.extract.encoder.pieces import Pieces
from ingest.extract.events.candidates import find_candidates
from ingest.extract.events.reading import Reading
from ingest.train.gold import align
from ingest.train.labels import Labelled, in_pieces, near

WORD = re.compile(r"\w+")
HAPPENINGS = ("OCCURRENCE", "I_ACTION", "ASPECTUAL")  # not STATE, I_STATE, PERCEPTION and REPORTING
INSIDE = ("IS_INCLUDED", "DURING", "SIMULTANEOUS", "IDENTITY")  # an event to the time that dates it
AROUND = ("INCLUDES", "DURING_INV", "SIMULTANEOUS", "IDENTITY")  # a time to the event that it dates
NEARBY = 8  # sentences between two events that are told apart


@dataclass(slots=True)
class Annotation:
    """The words of a TimeML text, in lower case, which of them each EVENT and TIMEX3 holds, and what is said of these.

    `happenings` are the events that are said to happen, `dated` pairs of an event and a time, `same` pairs of events.
    """

    words: list[str] = field(default_factory=list)
    held: dict[str, list[int]] = field(default_factory=dict)
    happenings: set[str] = field(default_factory=set)
    dated: set[tuple[str, str]] = field(default_factory=set)
    same: list[tuple[str, str]] = field(default_factory=list)


def read_annotation(path: Path) -> Annotation:
    """Read one file. Raises InputError where it is no XML, has no TEXT or links what it does not have."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        raise InputError(str(path), f"no XML: {error}", "Give TimeML 1.2.1.") from None
    text = root.find("TEXT")
    if text is None:
        raise InputError(str(path), "no <TEXT> in it", "Give TimeML 1.2.1.")
    found = Annotation()
    _read_text(text, (), found)
    classes = {e.get("eid", ""): e.get("class") for e in text.iter("EVENT")}
    try:
        _read_links(root, classes, found)
    except KeyError as error:
        raise InputError(str(path), f"{error} is named in a link, but not there", "Mend or remove the link.") from None
    return found


def _read_text(element: ElementTree.Element, inside: tuple[str, ...], found: Annotation) -> None:
    """Take the words of an element and below, each held by all events and times around it."""
    _take(element.text, inside, found)
    for child in element:
        name = child.get("eid") or child.get("tid")
        _read_text(child, (*inside, name) if name else inside, found)
        _take(child.tail, inside, found)


def _take(text: str | None, inside: tuple[str, ...], found: Annotation) -> None:
    for word in WORD.findall(text or ""):
        for name in inside:
            found.held.setdefault(name, []).append(len(found.words))
        found.words.append(word.lower())


def _read_links(root: ElementTree.Element, classes: dict[str, str | None], found: Annotation) -> None:
    instances = list(root.iter("MAKEINSTANCE"))
    event_of = {e.get("eiid", ""): e.get("eventID", "") for e in instances}
    denied = {e.get("eventID") for e in instances if e.get("polarity") == "NEG"}
    found.happenings = {event for event, name in classes.items() if name in HAPPENINGS and event not in denied}
    for link in root.iter("TLINK"):
        kind = link.get("relType")
        event, time = link.get("eventInstanceID"), link.get("timeID")
        other, other_time = link.get("relatedToEventInstance"), link.get("relatedToTime")
        if event and other_time and kind in INSIDE:
            found.dated.add((event_of[event], other_time))
        elif time and other and kind in AROUND:
            found.dated.add((event_of[other], time))
        elif event and other and kind == "IDENTITY":
            found.same.append((event_of[event], event_of[other]))


def label_timeml(reading: Reading, annotation: Annotation, pieces: Pieces) -> Labelled:
    """The text in word pieces, labelled as an annotated article is (`ingest.train.labels`), without what TimeML leaves
    open; an event that no rule takes for a candidate is left out.
    """
    article = in_pieces(reading, pieces)
    candidates = {candidate.token for candidate in find_candidates(reading)}
    token_of = {word: token for token, words in align(reading.doc, annotation.words).items() for word in words}
    tokens = {name: [token_of[w] for w in words if w in token_of] for name, words in annotation.held.items()}
    at = {event: tokens[event][-1] for event in annotation.happenings if tokens.get(event)}
    at = {event: token for event, token in at.items() if token in candidates}
    article.happening = {token: float(token in at.values()) for token in candidates}
    article.pairs["same"] = list(_pairs_of_events(reading, annotation, at))
    article.pairs["time"] = list(_pairs_with_times(reading, annotation, at, tokens))
    return article


def _pairs_of_events(reading: Reading, annotation: Annotation, at: dict[str, int]) -> Iterator[tuple[int, int, float]]:
    """All that is the same, and what stands near each other and is not."""
    group = _joined(annotation.same)
    for earlier, later in combinations(sorted(at, key=lambda event: at[event]), 2):
        same = group.get(earlier, earlier) == group.get(later, later)
        if same or reading.sentence_of[at[later]] - reading.sentence_of[at[earlier]] < NEARBY:
            yield at[later], at[earlier], float(same)


def _joined(links: list[tuple[str, str]]) -> dict[str, str]:
    """Each linked event to one that stands for all that it is the same as."""
    group: dict[str, str] = {}
    for one, other in links:
        keep, leave = group.get(one, one), group.get(other, other)
        group |= {one: keep, other: keep} | {event: keep for event, name in group.items() if name == leave}
    return group


def _pairs_with_times(
    reading: Reading, annotation: Annotation, at: dict[str, int], tokens: dict[str, list[int]]
) -> Iterator[tuple[int, int, float]]:
    """The events that have a date, against all times around them; what only the creation time dates has none there."""
    times_of: dict[str, set[int]] = {}
    for event, time in sorted(annotation.dated):
        times_of.setdefault(event, set()).update(tokens.get(time, ()))
    for event, own in times_of.items():
        if event in at:
            for named in near(reading.times, reading.sentence_of[at[event]], REACH["time"]):
                yield at[event], named.head, float(not own.isdisjoint(range(named.start, named.end)))
