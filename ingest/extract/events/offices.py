"""The office in which someone takes part: takes a person's mentions in an event's sentences, gives the office or None.

Only what these sentences say counts: "Niger's president Mahamadou Issoufou signed" states it, "the president signed"
and "President Issoufou signed" take up an office that the article states elsewhere; "Issoufou signed" says none.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extract.events.reading import Named, Reading


def office_in(reading: Reading, entity: int, mentions: Sequence[Named]) -> str | None:
    """The office that the mentions give a person, as the article writes it in full."""
    person = reading.cast.entities[entity]
    if person.kind != "person" or not person.offices:
        return None
    sentences = {named.sentence for named in mentions}
    stated = next((office.office for office in person.offices if office.sentence in sentences), None)
    if stated is not None:
        return stated
    words = {word.lower for named in mentions for word in reading.words[max(named.start - 1, 0) : named.end]}
    return next((office.office for office in person.offices if office.office.split()[-1].lower() in words), None)
