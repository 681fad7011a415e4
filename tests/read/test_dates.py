"""What counts as a date of publication, and what is refused."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.read.dates import iso_moment

ACCEPTED = [
    ("2019-07-10", "2019-07-10"),
    ("2019-7-9", "2019-07-09"),
    ("20190710", "2019-07-10"),
    ("2019-W28-3", "2019-07-10"),
    ("2019-07-10T08:00:00+02:00", "2019-07-10T08:00:00+02:00"),
    ("2019-07-10T08:00:00Z", "2019-07-10T08:00:00+00:00"),
    ("2019-07-10 08:00 UTC", "2019-07-10T08:00:00+00:00"),
    ("10 July 2019", "2019-07-10"),
    ("July 10, 2019", "2019-07-10"),
    ("Wednesday, July 10th, 2019", "2019-07-10"),
    ("Sept. 3, 2021", "2021-09-03"),
    ("Wed, 10 Jul 2019 08:00:00 +0200", "2019-07-10T08:00:00+02:00"),
    ("13/07/2019", "2019-07-13"),
    ("07/13/2019", "2019-07-13"),
    ("10.07.2019", "2019-07-10"),
    ("10. Juli 2019", "2019-07-10"),
    ("July 10, 2019 8:05 am", "2019-07-10T08:05:00"),
    (1562745600, "2019-07-10T08:00:00+00:00"),
    (1562745600000, "2019-07-10T08:00:00+00:00"),
    (date(2019, 7, 10), "2019-07-10"),
    (datetime(2019, 7, 10, 8, tzinfo=timezone(timedelta(hours=2))), "2019-07-10T08:00:00+02:00"),
]
REFUSED = [
    "yesterday",
    "2019-02-30",
    "2019-02-30T10:00:00",
    "2019-13-01",
    "31 April 2019",
    "July 2019",
    "2019",
    "10/07/2019",
    "last Monday",
    "0001-01-01",
    "5512-01-01",
    "12",
    "soon",
    "two days ago",
    "99999999999999999999",
]


@pytest.mark.parametrize(("written", "moment"), ACCEPTED)
def test_a_day_or_a_time_is_read_however_it_is_written(written: object, moment: str) -> None:
    assert iso_moment(written) == moment


@pytest.mark.parametrize("written", REFUSED)
def test_what_names_no_single_day_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        iso_moment(written)


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2190, 12, 31)))
def test_every_day_reads_back_from_the_usual_forms(day: date) -> None:
    for form in (f"{day:%Y-%m-%d}", f"{day:%Y%m%d}", f"{day:%d} {day:%B} {day:%Y}", f"{day:%b} {day.day}, {day:%Y}"):
        assert iso_moment(form) == day.isoformat()


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        moment = iso_moment(text)
    except ValueError:
        return
    assert datetime.fromisoformat(moment)
