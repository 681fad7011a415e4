"""The drawn timeline: an axis that keeps time in order, bars that do not overlap, text that stays text."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.web.families import FAMILIES, family_of
from ingest.web.layout import LABEL_LANES, WIDTH, lay_out, pack
from ingest.web.scale import gaps, time_scale
from ingest.web.svg import timeline_svg

DAY_ONE, DAY_LAST = dt.date(1500, 1, 1).toordinal(), dt.date(2100, 12, 31).toordinal()
intervals = st.lists(
    st.tuples(st.integers(DAY_ONE, DAY_LAST), st.integers(0, 4000)).map(lambda p: (p[0], min(p[0] + p[1], DAY_LAST))),
    min_size=1,
    max_size=40,
)


def event(number: int = 0, start: str = "2024-05-28", end: str | None = None, **more: object) -> dict[str, object]:
    row: dict[str, object] = {
        "id": f"ev-{number}", "type": "CONSULT", "title": f"Ministers meet for round {number}", "start_date": start,
        "end_date": end or start, "date_precision": "day", "status": "occurred", "article_count": 1, "mention_count": 1,
        "conflict_count": 0,
    }  # fmt: skip
    return {**row, **more}


def draw(*events: dict[str, object]) -> str:
    return str(timeline_svg(events, lambda row: f"/dateline/events/{row['id']}"))


@given(intervals)
@settings(max_examples=60)
def test_later_days_never_stand_left_of_earlier_ones(spans):
    scale = time_scale(spans, 10, 1000)
    days = sorted({day for span in spans for day in span})
    assert all(scale.x(a) <= scale.x(b) for a, b in pairwise(days))
    assert all(9.99 <= scale.x(day) <= 1000.01 for day in days)


@given(intervals)
@settings(max_examples=60)
def test_no_event_is_folded_away(spans):
    scale = time_scale(spans, 10, 1000)
    for left, right in gaps(scale):
        assert not any(left < scale.x(start) < right - 0.01 for start, _ in spans)


@given(intervals)
@settings(max_examples=30)
def test_labels_of_the_axis_do_not_run_into_each_other(spans):
    ticks = time_scale(spans, 10, 1000).ticks()
    for major, room in ((True, 37), (False, 25)):
        marks = sorted(tick.x for tick in ticks if tick.major is major)
        assert all(b - a >= room for a, b in pairwise(marks))


def test_a_year_far_back_is_set_apart_by_a_break():
    first, later = dt.date(1951, 6, 1).toordinal(), dt.date(2024, 5, 1).toordinal()
    assert gaps(time_scale([(first, first), (later, later), (later + 90, later + 90)], 10, 1000))


def test_a_century_does_not_stretch_the_axis_of_what_lies_in_it():
    century = event(1, "2001-01-01", "2100-12-31", date_precision="century")
    chart = lay_out([event(), event(2, "2024-07-01"), century])
    assert chart is not None
    assert chart.scale.segments[-1].end <= dt.date(2024, 9, 1).toordinal()
    assert max(bar.width for bar in chart.bands[0].bars) > WIDTH * 0.9


def test_a_single_day_has_an_axis():
    day = dt.date(2024, 5, 28).toordinal()
    assert [tick.label for tick in time_scale([(day, day)], 10, 1000).ticks() if tick.major] == ["2024"]


@given(st.lists(st.tuples(st.floats(0, 900), st.floats(1, 300)).map(lambda p: (p[0], p[0] + p[1])), max_size=60))
def test_spans_in_one_lane_do_not_overlap(spans):
    lanes = pack(spans, range(len(spans)))
    for lane in set(lanes):
        inside = sorted(span for span, number in zip(spans, lanes, strict=True) if number == lane)
        assert all(a[1] <= b[0] for a, b in pairwise(inside))


def test_bars_and_labels_of_a_band_do_not_overlap():
    start = dt.date(2024, 1, 1)
    events = [event(n, (start + dt.timedelta(days=n * 7 % 360)).isoformat()) for n in range(300)]
    chart = lay_out(events)
    assert chart is not None
    (band,) = chart.bands
    assert len(band.bars) == 300
    boxes = sorted((bar.y, bar.x, bar.x + bar.width) for bar in band.bars)
    assert all(a[0] != b[0] or a[2] <= b[1] for a, b in pairwise(boxes))
    assert len({bar.y for bar in band.bars if bar.label}) <= LABEL_LANES
    assert all(bar.x >= 0 and bar.x + bar.width <= WIDTH for bar in band.bars)


def test_the_most_reported_events_keep_their_labels():
    crowd = [event(n) for n in range(100)] + [event(100, title="The one everybody reports", article_count=30)]
    chart = lay_out(crowd)
    assert chart is not None
    assert "The one everybody reports" in [bar.label for bar in chart.bands[0].bars]


def test_an_uncertain_date_is_hatched_and_an_exact_one_is_not():
    week = draw(event(start="2024-05-27", end="2024-06-02", date_precision="week"))
    visit = draw(event(start="2024-05-27", end="2024-06-02", date_precision="interval"))
    assert 'mask="url(#fade)"' in week
    assert 'mask="url(#fade)"' not in visit


@pytest.mark.parametrize("status", ["planned", "alleged", "ongoing", "cancelled", "denied"])
def test_what_has_not_simply_occurred_looks_different(status):
    assert f'class="bar f-talks {status}"' in draw(event(status=status))


def test_a_disputed_event_bears_a_mark():
    assert "≠" in draw(event(conflict_count=1))
    assert "≠" not in draw(event())


def test_undated_events_are_left_out_and_none_at_all_is_nothing():
    assert draw() == ""
    assert draw(event(start_date=None, end_date=None)) == ""


def test_titles_are_text_not_markup():
    drawing = draw(event(title="</title><script>alert(1)</script>", id='"><script>'))
    assert "<script>" not in drawing
    ElementTree.fromstring(drawing)  # well formed


def test_every_bar_has_a_title_that_tells_what_and_when():
    (title,) = re.findall(r"<title>(.*?)</title>", draw(event(status="planned", article_count=2)))
    assert title == "28 May 2024. Ministers meet for round 0. planned. 2 articles"


def test_every_type_of_event_has_a_family(empty):
    import sqlite3

    with sqlite3.connect(empty.database) as db:
        types = {type_ for (type_,) in db.execute("select id from event_types")}
    assert types == {type_ for family in FAMILIES for type_ in family.types}
    assert family_of("NEW").key == "other"
