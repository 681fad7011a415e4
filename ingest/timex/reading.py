"""What a rule makes of its words: the scene that it reads them in, and the reading that comes out.

A scene holds the anchors (publication day, last date told, the day that the sentence names) and the tense of the
governing verb. A reading holds the TIMEX3 attributes, EDTF and bounds, and the steps that led there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ingest.timex.granule import Granule, bounds, edtf, timex_value

Parts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scene:
    """The anchors that an expression may hang on. `told` is the last date told, `told_index` its expression.

    `tense`: `past`, `present`, `future` or `none`; `day`: the day that the same sentence names, for clock times;
    `quarter`: the last quarter told, for "a year earlier" in results; `story`: where a history stands, passing
    mentions of other years aside; `section`: the years that its heading names.
    """

    publication: date | None = None
    clock: str | None = None
    domain: str = "news"
    tense: str = "none"
    told: Granule | None = None
    told_index: int | None = None
    day: Granule | None = None
    day_index: int | None = None
    quarter: Granule | None = None
    quarter_index: int | None = None
    story: Granule | None = None
    section: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One resolved expression, before its offsets are added. `granule` is what later expressions may hang on."""

    type: str
    value: str
    mod: str | None = None
    granule: Granule | None = None
    first: date | None = None
    last: date | None = None
    edtf: str | None = None
    granularity: str = "day"
    anchor: str = "none"
    steps: tuple[str, ...] = ()
    waits: bool = False

    def stepping(self, *steps: str) -> Reading:
        """The same with more steps of explanation."""
        return replace(self, steps=(*self.steps, *steps))


def of_granule(granule: Granule, anchor: str, mod: str | None = None, kind: str = "DATE") -> Reading:
    """The reading of one calendar unit; a mod of START, MID or END narrows the days to a third."""
    extent = bounds(granule)
    form = edtf(granule)
    if extent and mod in THIRDS and granule.unit != "day":
        extent = third(extent, mod, granule.unit)
        form = f"{extent[0].isoformat()}/{extent[1].isoformat()}"
    elif mod == "APPROX" and "/" not in form:
        form += "~"
    first, last = extent or (None, None)
    return Reading(
        kind, timex_value(granule), mod, granule, first, last, form, granule.unit, anchor,
        (f"{granule.unit} {timex_value(granule)}",),
    )  # fmt: skip


THIRDS = {"START": 0, "MID": 1, "END": 2}
MONTHS_A_THIRD = {
    "quarter": (1, 1),
    "season": (1, 1),
    "half": (2, 2),
    "year": (4, 4),
    "decade": (48, 36),
    "century": (396, 408),
}
DAYS_A_THIRD = {"week": (2, 3), "weekend": (1, 0), "month": (10, 10)}


def third(extent: tuple[date, date], mod: str, unit: str) -> tuple[date, date]:
    """The first, middle or last third: of a month days 1 to 10, 11 to 20 and the rest; of a year four months each.

    "The late 1960s" are 1967 to 1969, "mid-week" is Wednesday to Friday.
    """
    first, last = extent
    if unit in DAYS_A_THIRD:
        early, middle = DAYS_A_THIRD[unit]
        cuts = [first, first + timedelta(days=early), first + timedelta(days=early + middle)]
    else:
        early, middle = MONTHS_A_THIRD[unit]
        cuts = [first, _months_on(first, early), _months_on(first, early + middle)]
    begin = cuts[THIRDS[mod]]
    return begin, last if mod == "END" else cuts[THIRDS[mod] + 1] - timedelta(days=1)


def _months_on(first: date, months: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1)


def clipped(reading: Reading, mod: str | None, until: date) -> Reading:
    """ "earlier this year" ends on the publication day, "later this year" begins there."""
    if reading.granule is None or mod not in ("START", "END"):
        return reading
    extent = bounds(reading.granule)
    if extent is None or not extent[0] <= until <= extent[1]:
        return reading
    first, last = (extent[0], until) if mod == "START" else (until, extent[1])
    return replace(reading, first=first, last=last, edtf=f"{first.isoformat()}/{last.isoformat()}")


def unknown(value: str, kind: str = "DATE", granularity: str = "day", mod: str | None = None) -> Reading:
    """An expression whose anchor is not known: TimeML's X for what is missing, no bounds."""
    return Reading(kind, value, mod, granularity=granularity, steps=("no anchor is known",), waits=True)


def vague(value: str) -> Reading:
    """PRESENT_REF, PAST_REF or FUTURE_REF: a reference without a place on the calendar."""
    return Reading("DATE", value, anchor="none", steps=(f"vague reference {value}",))


UNKNOWN_VALUES = {
    "day": "XXXX-XX-XX", "weekend": "XXXX-WXX-WE", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "season": "XXXX-SX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
