"""Events of one article: takes its parse and what the stations before found, gives `LocalEvent`s without claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from ingest.extract.events.assemble import assemble
from ingest.extract.events.candidates import Candidate, find_candidates
from ingest.extract.events.dating import rule_time
from ingest.extract.events.filters import rule_score
from ingest.extract.events.joining import Trigger, rule_groups
from ingest.extract.events.placing import rule_place
from ingest.extract.events.reading import Reading, lay_out
from ingest.extract.events.status import rule_status
from ingest.extract.events.taking_part import rule_participants
from ingest.model import Article, Citation, LocalEvent, Quotation, Sentence, TimeExpression

if TYPE_CHECKING:
    from ingest.extract.cast import Cast

THRESHOLD = 0.4


def find_events(
    doc: Doc,
    article: Article,
    sentences: Sequence[Sentence],
    expressions: Sequence[TimeExpression],
    cast: Cast,
    quotations: Sequence[Quotation],
    citations: Sequence[Citation],
) -> list[LocalEvent]:
    """All happenings that the article reports, in the order of their first mention."""
    reading = lay_out(doc, article, sentences, expressions, cast, quotations, citations)
    triggers = _triggers(reading)
    return [assemble(reading, [triggers[i] for i in group]) for group in rule_groups(reading, triggers)]


def _triggers(reading: Reading) -> list[Trigger]:
    found = ((candidate, rule_score(reading, candidate)) for candidate in find_candidates(reading))
    return [_trigger(reading, candidate, score) for candidate, score in found if score >= THRESHOLD]


def _trigger(reading: Reading, candidate: Candidate, score: float) -> Trigger:
    token = reading.doc[candidate.token]
    kind = candidate.types[0]
    return Trigger(
        candidate=candidate,
        score=score,
        type=kind,
        status=rule_status(token),
        time=rule_time(reading, token, candidate.sentence),
        place=rule_place(reading, token, candidate.sentence),
        roles=tuple(sorted(rule_participants(reading, token, kind).items())),
    )
