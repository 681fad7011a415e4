"""The course of a text: reads its candidates one by one, each against what was told before it.

Comes in: candidates in text order and the publication's day. Goes out: expressions, with the steps that led to them.
A clock time waits until its sentence has been read, since its day may follow it ("at 10:35 a.m. on Friday").
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from ingest.model import TimeExpression
from ingest.nlp import text_of
from ingest.timex.clocks import DATE_PARTS, is_day
from ingest.timex.explanation import steps_of
from ingest.timex.granule import Granule
from ingest.timex.reading import Reading, Scene
from ingest.timex.recognise import Candidate
from ingest.timex.resolve import read
from ingest.timex.sections import Section, section_at, sections
from ingest.timex.tense import governing_tense, tense_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

ASIDE_YEARS = 10
NEARBY = 30  # characters within which a year just told is the story's
FRONT = 40  # characters from a sentence's start within which a date is its topic
LONGEST_CHAIN = 4000  # characters of stored JSON: expressions that hang on each other without end stay open
EVENTS = frozenset({"event", "event-distance"})
COMPARISONS = frozenset({"year-ago", "the-quarter", "year-period"})


@dataclass(frozen=True, slots=True)
class Told:
    """One expression with its reading and the steps of its explanation."""

    expression: TimeExpression
    reading: Reading
    steps: tuple[str, ...]


@dataclass(slots=True)
class Course:
    """What has been told so far."""

    text: str
    publication: date | None
    clock: str | None
    domain: str
    told: list[Told | None] = field(default_factory=list)
    last: int | None = None
    quarter: int | None = None
    story: int | None = None
    aside: int | None = None
    opening: Granule | None = None
    sections: list[Section] = field(default_factory=list)

    def granule(self, index: int | None) -> Granule | None:
        """The granule of an earlier expression."""
        found = self.told[index] if index is not None else None
        return found.reading.granule if found else None

    def scene(self, start: int, tense: str, day_index: int | None = None) -> Scene:
        """The anchors for the expression at that character."""
        return Scene(
            self.publication, self.clock, self.domain, tense, self.granule(self.last), self.last,
            self.granule(day_index), day_index, self.granule(self.quarter), self.quarter, self._story(start),
            None if self._in_one_breath(start) else section_at(self.sections, start),
        )  # fmt: skip

    def _story(self, start: int) -> Granule | None:
        """Where the story stands: a date told just before, else the last that moved it, else its first year."""
        if self._just_told(start):
            return self.granule(self.last)
        return self.granule(self.story) or self.opening

    def _just_told(self, start: int) -> bool:
        last = self.told[self.last] if self.last is not None else None
        return last is not None and last.reading.granule is not None and start - last.expression.end < NEARBY

    def _in_one_breath(self, start: int) -> bool:
        """True where a date was told just before in the same sentence: "of 1982 and the summer" is of 1982."""
        last = self.told[self.last] if self.last is not None else None
        return self._just_told(start) and last is not None and "." not in self.text[last.expression.end : start]

    def remember(self, index: int, reading: Reading, compared: bool, fronted: bool) -> None:
        """Let later expressions hang on this one; what is only compared with ("a year ago") is no quarter told.

        A bare year moves the story only from the front of its sentence ("In 1942, ...").
        """
        if reading.type not in ("DATE", "TIME") or (reading.granule is None and not reading.waits):
            return
        if self.domain == "narrative" and (reading.anchor == "publication" or self._is_aside(index, reading)):
            return
        self.last = index
        known = self.quarter is not None and reading.granularity == "interval"  # the company's own count stands
        unit = reading.granule.unit if reading.granule else reading.granularity if reading.waits else None
        if unit == "quarter" and not compared and not known:
            self.quarter = index
        coarse = reading.granule is None or reading.granule.unit in ("year", "decade", "century")
        if not coarse or fronted or self.story is None:
            self.story = index

    def _is_aside(self, index: int, reading: Reading) -> bool:
        """A history that names a far-off year once ("as a report of 2005 says") goes on where it was."""
        story, now = self.granule(self.last), reading.granule
        if story is None or now is None or reading.anchor != "absolute":
            return False
        if abs(now.year - story.year) <= ASIDE_YEARS:
            self.aside = None
            return False
        confirmed = self.aside is not None and abs(now.year - self.aside) <= ASIDE_YEARS
        self.aside = None if confirmed else now.year
        return not confirmed


def tell(doc: Doc, found: Sequence[Candidate], day: str | None, published: str | None, domain: str) -> list[Told]:
    """Resolve the candidates in order; `day` is the publication's, ISO, or None; `published` may bear a clock time."""
    text = text_of(doc)
    starts = [sentence.start_char for sentence in doc.sents]
    sentences = [max(bisect_right(starts, candidate.start) - 1, 0) for candidate in found]
    clock = published[11:] if published and len(published) > 10 else None
    course = Course(text, as_date(day), clock, domain, [None] * len(found))
    if domain == "narrative":
        course.opening = opening_year(found, course)
        course.sections = sections(text, found)
    waiting: list[int] = []
    for index, candidate in enumerate(found):
        if waiting and sentences[waiting[-1]] != sentences[index]:
            _tell_waiting(doc, found, starts, sentences, waiting, course)
        if candidate.rule.how == "time" and not DATE_PARTS & candidate.parts.keys():
            waiting.append(index)
        else:
            _tell_one(doc, found, starts, sentences, index, None, course)
    _tell_waiting(doc, found, starts, sentences, waiting, course)
    return [told for told in course.told if told is not None]


def opening_year(found: Sequence[Candidate], course: Course) -> Granule | None:
    """The first year that a history names: what stands before it without a year is of that year."""
    for candidate in found:
        if "year" in candidate.parts and candidate.rule.how in ("date", "year-range"):
            return read(candidate.rule, candidate.parts, course.scene(0, "past")).granule
    return None


def as_date(text: str | None) -> date | None:
    """The day of an ISO day or time; None for None or what is no date."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _tell_waiting(
    doc: Doc,
    found: Sequence[Candidate],
    starts: Sequence[int],
    sentences: Sequence[int],
    waiting: list[int],
    course: Course,
) -> None:
    for index in waiting:
        near = [
            other for other in range(max(index - 4, 0), min(index + 5, len(found)))
            if sentences[other] == sentences[index] and is_day(course.granule(other))
        ]  # fmt: skip
        nearest = min(near, key=lambda other: abs(found[other].start - found[index].start)) if near else None
        last = course.last
        _tell_one(doc, found, starts, sentences, index, nearest, course)
        course.last = last if last is not None and last > index else course.last
    waiting.clear()


def _tell_one(
    doc: Doc,
    found: Sequence[Candidate],
    starts: Sequence[int],
    sentences: Sequence[int],
    index: int,
    day_index: int | None,
    course: Course,
) -> None:
    candidate = found[index]
    scene = course.scene(candidate.start, tense_of(doc, candidate.first, candidate.token), day_index)
    reading = read(candidate.rule, candidate.parts, scene)
    anchor_index = anchor_index_of(reading, scene, candidate)
    expression = TimeExpression(
        candidate.start, candidate.end, sentences[index], course.text[candidate.start : candidate.end],
        reading.type, reading.value, reading.mod, reading.edtf,
        reading.first.isoformat() if reading.first else None, reading.last.isoformat() if reading.last else None,
        reading.granularity, reading.anchor, anchor_index, candidate.rule.id,
        pending_of(candidate, reading, scene, course),
    )  # fmt: skip
    anchoring = course.told[anchor_index] if anchor_index is not None else None
    steps = steps_of(
        candidate.rule.id, candidate.parts, reading, course.publication,
        anchoring.expression if anchoring else None, candidate.rule.how in EVENTS,
    )  # fmt: skip
    course.told[index] = Told(expression, reading, steps)
    if candidate.rule.options.get("ends_quarter"):
        course.quarter = None
    if candidate.rule.how != "event":
        compared = (
            candidate.rule.how in COMPARISONS
            or scene.tense == "future"
            or bool(candidate.rule.options.get("results"))
            or (
                to_come(reading, course.publication)
                and course.quarter is not None
                and governing_tense(doc, candidate.token) != "past"
            )
        )
        course.remember(index, reading, compared, candidate.start - starts[sentences[index]] < FRONT)


def to_come(reading: Reading, publication: date | None) -> bool:
    """True for a quarter that is not over: results are not yet told of it, unless the company counts otherwise."""
    return publication is not None and reading.last is not None and reading.last >= publication


def anchor_index_of(reading: Reading, scene: Scene, candidate: Candidate) -> int | None:
    """Which expression of the same text anchors this one."""
    if reading.anchor != "expression":
        return None
    if candidate.rule.how == "time" and scene.day_index is not None:
        return scene.day_index
    if candidate.rule.options.get("results") and scene.quarter_index is not None:
        return scene.quarter_index
    return scene.told_index


def pending_of(candidate: Candidate, reading: Reading, scene: Scene, course: Course) -> str | None:
    """What `settle` needs, as JSON: rule, parts, tense, domain, and the same for the expression that it hangs on."""
    if not reading.waits:
        return None
    hangs_on_event = candidate.rule.how in EVENTS
    stored: dict[str, Any] = {
        "rule": candidate.rule.id, "parts": candidate.parts, "tense": scene.tense, "domain": scene.domain,
    }  # fmt: skip
    if hangs_on_event:
        sign = -1 if candidate.parts.get("way") == "before" else int(candidate.rule.options.get("sign", 1))
        return json.dumps({**stored, "anchor": "event", "sign": sign}, sort_keys=True)
    for name, index in (("told", scene.told_index), ("day", scene.day_index), ("quarter", scene.quarter_index)):
        told = course.told[index] if index is not None else None
        pending = told.expression.pending if told else None
        if pending and len(pending) < LONGEST_CHAIN and name in _hangs_on(candidate):
            stored[name] = json.loads(pending)
    return json.dumps(stored, sort_keys=True)


def _hangs_on(candidate: Candidate) -> tuple[str, ...]:
    if candidate.rule.how == "time":
        return ("day", "told")
    if candidate.rule.how in COMPARISONS:
        return ("quarter",)
    day_alone = "day" in candidate.parts and "month" not in candidate.parts
    if candidate.rule.options.get("base") == "told" or candidate.rule.how == "next-part" or day_alone:
        return ("told", "quarter")
    return ("quarter",) if candidate.rule.options.get("results") else ()
