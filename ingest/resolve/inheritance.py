"""What one article leaves out and the joined event tells: an undated happening on a dated occasion takes the
occasion's day.

Participants need no step of their own: a joined event has those of all its reports, and each report's own are its
claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.resolve.assembly import Happening, Reports
from ingest.resolve.events import JoinedEvents

OCCASION = ("part_of", "agreed_at")


def inherit_dates(joined: JoinedEvents, happenings: Sequence[Happening], reports: Reports) -> list[Happening]:
    """The happenings, those without a day dated by the occasion at which their own article puts them.

    The basis is `other_article`, since within an article the occasion's day was inherited before. Where a happening
    took a wider span from its occasion, the days that another article gives the occasion make it narrower.
    """
    return [_inherited(number, happening, joined, happenings, reports) for number, happening in enumerate(happenings)]


def _inherited(
    number: int, happening: Happening, joined: JoinedEvents, happenings: Sequence[Happening], reports: Reports
) -> Happening:
    if happening.when is not None and happening.date_basis != "inherited":
        return happening
    for report in joined.events[number].reports:
        for relation, other in reports.event(report).related:
            occasion = happenings[joined.of[report.article][other]]
            if relation not in OCCASION or occasion.when is None or occasion.id == happening.id:
                continue
            if happening.when is None or (happening.when.contains(occasion.when) and happening.when != occasion.when):
                return replace(
                    happening,
                    when=occasion.when,
                    edtf=occasion.edtf,
                    date_precision=occasion.date_precision,
                    date_basis="other_article",
                )
    return happening
