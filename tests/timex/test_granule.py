"""Calendar arithmetic keeps its laws."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.timex.granule import UNITS, Granule, bounds, coarsen, containing, edtf, is_finer, of_year, timex_value

DAYS = st.dates(date(200, 1, 1), date(9000, 1, 1))
NESTED = ("day", "month", "year", "decade", "century")


@given(DAYS, st.sampled_from(UNITS))
def test_a_day_lies_in_the_granule_that_contains_it(moment: date, unit: str) -> None:
    first, last = bounds(containing(unit, moment)) or (date.max, date.min)
    if unit == "weekend":
        assert first <= moment + timedelta(days=6 - moment.weekday()) <= last
    else:
        assert first <= moment <= last


@given(DAYS, st.sampled_from([unit for unit in UNITS if unit != "weekend"]), st.integers(-20, 20))
def test_neighbours_touch_and_do_not_overlap(moment: date, unit: str, count: int) -> None:
    granule = containing(unit, moment) + count
    here, following = bounds(granule), bounds(granule + 1)
    if here and following:
        assert here[1] + timedelta(days=1) == following[0]


@given(DAYS)
def test_a_coarser_granule_contains_the_finer(moment: date) -> None:
    granules = [containing(unit, moment) for unit in NESTED]
    for finer, coarser in pairwise(granules):
        inner, outer = bounds(finer), bounds(coarser)
        assert inner
        assert outer
        assert outer[0] <= inner[0] <= inner[1] <= outer[1]
        assert coarsen(coarser.unit, finer) == coarser
        assert is_finer(finer.unit, coarser.unit)


@given(st.integers(1, 9990), st.integers(0, 3))
def test_values_of_finer_granules_begin_with_the_year(year: int, part: int) -> None:
    assert timex_value(of_year("quarter", year, part)).startswith(timex_value(Granule("year", year)))


@pytest.mark.parametrize(
    ("granule", "value", "extended"),
    [
        (Granule("year", 2019), "2019", "2019"),
        (Granule("decade", 197), "197", "197X"),
        (Granule("century", 19), "19", "19XX"),
        (of_year("month", 2019, 6), "2019-07", "2019-07"),
        (of_year("quarter", 2019, 2), "2019-Q3", "2019-35"),
        (of_year("half", 2019, 1), "2019-H2", "2019-41"),
        (of_year("season", 2019, 2), "2019-SU", "2019-22"),
        (of_year("season", 2020, 0), "2020-WI", "2020-24"),
        (containing("week", date(2019, 7, 10)), "2019-W28", "2019-07-08/2019-07-14"),
        (containing("week", date(2021, 1, 1)), "2020-W53", "2020-12-28/2021-01-03"),
        (containing("weekend", date(2019, 7, 10)), "2019-W28-WE", "2019-07-13/2019-07-14"),
        (Granule("year", -489), "BC0490", "-0489"),
        (of_year("month", -479, 5), "BC0480-06", "-0479-06"),
    ],
)
def test_values_and_edtf_are_written_by_the_standards(granule: Granule, value: str, extended: str) -> None:
    assert (timex_value(granule), edtf(granule)) == (value, extended)


def test_years_before_one_have_no_bounds() -> None:
    assert bounds(Granule("year", 0)) is None
    assert bounds(Granule("decade", -2)) is None
