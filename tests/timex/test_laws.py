"""Laws that every resolution keeps, whatever the publication date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import pytest
from edtf import parse_edtf
from edtf.convert import struct_time_to_date
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from ingest.model import Publication, TimeExpression
from ingest.nlp import load_model
from ingest.timex import annotate

TEXT = """The minister resigned on Friday and will meet the envoys on Monday. Talks began last week, three days ago,
in March, in early May, on June 3 and in the summer of 2018. The deal was signed at 5 p.m. on Tuesday. Next year the
third quarter will be better than the past three months. They won in 2015. The following year they lost; two weeks later
it rained. The weekend was quiet. At the end of the month prices rose, earlier this year and later this month. It is
Easter Monday. The late 1990s and the 20th century saw more, in the first half of 2017, from May 26 to 29, in the last
week of August.""".replace("\n", " ")
WEEKDAYS = (
    "He resigned on Monday. She left on Thursday. They met on Sunday. They will meet on Tuesday, and last Friday."
)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@lru_cache(maxsize=4)
def parsed(text: str) -> Doc:
    return load_model()(text)


def annotated(text: str, moment: date) -> tuple[TimeExpression, ...]:
    day = moment.isoformat()
    return annotate(parsed(text), Publication(day, day, day, "metadata"))


def day_of(text: str | None) -> date:
    assert text
    return date.fromisoformat(text)


@settings(max_examples=60, deadline=None)
@given(DAYS)
def test_earliest_is_not_after_latest(moment: date) -> None:
    for expression in annotated(TEXT, moment):
        if expression.earliest and expression.latest:
            assert expression.earliest <= expression.latest, expression


@settings(max_examples=60, deadline=None)
@given(DAYS)
def test_edtf_agrees_with_the_bounds(moment: date) -> None:
    for expression in annotated(TEXT, moment):
        if not expression.edtf or not expression.earliest or not judged(expression.edtf):
            continue
        read: Any = parse_edtf(expression.edtf.partition("T")[0])
        first, last = struct_time_to_date(read.lower_strict()), struct_time_to_date(read.upper_strict())
        assert (first, last) == (day_of(expression.earliest), day_of(expression.latest)), expression


def judged(edtf: str) -> bool:
    """The library reads seasons, quarters and halves its own way, and stumbles on open and approximate bounds."""
    part = edtf[5:7]
    return ".." not in edtf and "~" not in edtf and not (len(edtf) == 7 and part.isdigit() and int(part) > 12)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(-60, 60))
def test_shifting_publication_by_weeks_shifts_weekdays_by_as_many(moment: date, weeks: int) -> None:
    shift = timedelta(weeks=weeks)
    for before, after in zip(annotated(WEEKDAYS, moment), annotated(WEEKDAYS, moment + shift), strict=True):
        assert day_of(after.earliest) - day_of(before.earliest) == shift


@settings(max_examples=30, deadline=None)
@given(DAYS)
def test_a_past_weekday_is_within_the_last_seven_days_and_a_coming_one_within_the_next(moment: date) -> None:
    monday, _, _, tuesday, friday = annotated(WEEKDAYS, moment)
    assert 0 <= (moment - day_of(monday.earliest)).days < 7
    assert 0 <= (day_of(tuesday.earliest) - moment).days < 7
    assert 0 < (moment - day_of(friday.earliest)).days <= 7


@settings(max_examples=30, deadline=None)
@given(DAYS)
def test_offsets_slice_back_to_the_text(moment: date) -> None:
    last = 0
    for expression in annotated(TEXT, moment):
        assert TEXT[expression.start : expression.end] == expression.text
        assert expression.start >= last
        last = expression.end


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("Monday May 12:5,-/'s 1998 th last of the year week\n"), max_size=60))
def test_any_text_can_be_annotated(text: str) -> None:
    for expression in annotate(load_model()(text), Publication("2019-07-11", "2019-07-11", "2019-07-11", "metadata")):
        assert text[expression.start : expression.end] == expression.text


@pytest.mark.parametrize("unit", ["day", "week", "month", "year", "decade", "century"])
def test_this_unit_holds_the_publication_day(unit: str, parse: Callable[[str], Doc]) -> None:
    (found,) = annotate(
        parse(f"They met this {unit}."), Publication("2019-07-11", "2019-07-11", "2019-07-11", "metadata")
    )
    assert day_of(found.earliest) <= date(2019, 7, 11) <= day_of(found.latest)
