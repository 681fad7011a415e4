"""Laws that every resolution keeps, whatever the publication date."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
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
week of August. Sales rose in the quarter ended March 31, in the year ended June 30 and in the third quarter of last
year, more than a year earlier. The strike lasts from Friday to Monday, the fair from December to February. They met on
Labor Day weekend, at half past nine on Monday, in the early hours of Sunday, at the turn of the year, at the weekend,
in the first week of June, on the 5th, in 2018-19, in 2019-07, on 2019/07/10, on 3 mai 2019 and in the 1800s. It will
rain within ten days, in the next 24 hours and until Thursday.""".replace("\n", " ")
DEICTIC = (
    "He resigned on Monday. They met today, this week and last month. She will return tomorrow and next year. The vote "
    "was on May 26. Talks began two weeks ago. In the third quarter sales fell. It rained last night."
)
NESTED = (
    "They met today. They met this week. They met this month. They met this quarter. They met this year. They met this "
    "decade. They met this century."
)
WEEKDAYS = (
    "He resigned on Monday. She left on Thursday. They met on Sunday. They will meet on Tuesday, and last Friday."
)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@lru_cache(maxsize=4096)
def edtf_of(text: str) -> Any:
    return parse_edtf(text)  # a twentieth of a second each


@lru_cache(maxsize=4)
def parsed(text: str) -> Doc:
    return load_model()(text)


def annotated(text: str, moment: date) -> tuple[TimeExpression, ...]:
    day = moment.isoformat()
    return annotate(parsed(text), Publication(day, day, day, "metadata"))


def day_of(text: str | None) -> date:
    assert text
    return date.fromisoformat(text)


@settings(max_examples=25, deadline=None)
@given(DAYS)
def test_earliest_is_not_after_latest(moment: date) -> None:
    for expression in annotated(TEXT, moment):
        if expression.earliest and expression.latest:
            assert expression.earliest <= expression.latest, expression


@settings(max_examples=6, deadline=None)
@given(DAYS)
def test_edtf_agrees_with_the_bounds(moment: date) -> None:
    for expression in annotated(TEXT, moment):
        if not expression.edtf or not expression.earliest or not judged(expression.edtf):
            continue
        read = edtf_of(expression.edtf.partition("T")[0])
        first, last = struct_time_to_date(read.lower_strict()), struct_time_to_date(read.upper_strict())
        assert (first, last) == (day_of(expression.earliest), day_of(expression.latest)), expression


def judged(edtf: str) -> bool:
    """The library reads seasons, quarters and halves its own way, and stumbles on open and approximate bounds."""
    part = edtf[5:7]
    return ".." not in edtf and "~" not in edtf and not (len(edtf) == 7 and part.isdigit() and int(part) > 12)


@settings(max_examples=4, deadline=None)
@given(DAYS)
def test_every_edtf_is_edtf_and_a_span_of_days_is_its_bounds(moment: date) -> None:
    for expression in annotated(TEXT, moment):
        if not expression.edtf:
            assert expression.earliest is None, expression
            continue
        edtf_of(expression.edtf)
        if re.fullmatch(r"[\d-]{10}/[\d-]{10}", expression.edtf):
            assert expression.edtf == f"{expression.earliest}/{expression.latest}", expression


@settings(max_examples=25, deadline=None)
@given(DAYS)
def test_a_coarser_expression_covers_the_finer(moment: date) -> None:
    day, week, month, quarter, year, decade, century = annotated(NESTED, moment)
    for finer, coarser in pairwise((day, month, quarter, year, decade, century)):
        assert contains(coarser, finer), (coarser, finer)
    assert contains(week, day)


def contains(coarser: TimeExpression, finer: TimeExpression) -> bool:
    return day_of(coarser.earliest) <= day_of(finer.earliest) <= day_of(finer.latest) <= day_of(coarser.latest)


@settings(max_examples=25, deadline=None)
@given(DAYS)
def test_the_value_begins_with_the_bounds_or_lies_within_them(moment: date) -> None:
    """A TIMEX3 day, month or year that is not narrowed names exactly the days that it covers."""
    for expression in annotated(TEXT, moment):
        if expression.type != "DATE" or expression.mod or expression.granularity not in ("day", "month", "year"):
            continue
        assert expression.earliest, expression
        assert expression.latest, expression
        assert expression.earliest.startswith(expression.value), expression
        assert expression.latest.startswith(expression.value), expression


@settings(max_examples=25, deadline=None)
@given(DAYS)
def test_the_ends_of_a_range_are_in_order(moment: date) -> None:
    found = {(e.text, e.rule): e for e in annotated(TEXT, moment)}
    friday, monday = found["Friday", "weekdays-listed"], found["Monday", "weekdays-listed"]
    december, february = found["December", "months"], found["February", "months"]
    assert 0 <= (day_of(monday.earliest) - day_of(friday.earliest)).days <= 7
    assert day_of(december.latest) < day_of(february.earliest) <= day_of(december.latest) + timedelta(days=366)


@settings(max_examples=30, deadline=None)
@given(DAYS, st.integers(0, 40))
def test_a_publication_interval_covers_what_each_of_its_days_gives(moment: date, length: int) -> None:
    last = moment + timedelta(days=length)
    wide = annotate(parsed(DEICTIC), Publication(None, moment.isoformat(), last.isoformat(), "corroborated"))
    for edge in (moment, last):
        for whole, one in zip(wide, annotated(DEICTIC, edge), strict=True):
            assert contains(whole, one), (whole, one)


def test_without_publication_nothing_that_hangs_on_it_has_days_or_an_anchor() -> None:
    for expression in annotate(parsed(DEICTIC), Publication()):
        assert expression.anchor == "none", expression
        assert (expression.earliest, expression.latest, expression.edtf) == (None, None, None), expression
        assert expression.value.startswith("XX"), expression


@settings(max_examples=25, deadline=None)
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
