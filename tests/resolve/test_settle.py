"""A publication date that other articles corroborate, and what hangs on it."""

from __future__ import annotations

import pytest

from ingest.model import Publication
from ingest.resolve.intervals import Interval
from ingest.resolve.settle import days_of_publication
from ingest.timex import annotate


@pytest.fixture
def waiting(parse):
    """The expression in a sentence, as it is found where the publication date is unknown."""

    def find(sentence):
        (expression,) = annotate(parse(sentence), Publication())
        return expression

    return find


@pytest.mark.parametrize(
    ("sentence", "earliest", "latest"),
    [
        ("They met in Bergen this week.", "2031-06-02", "2031-06-08"),
        ("They met in Bergen yesterday.", "2031-06-05", "2031-06-05"),
        ("They met in Bergen last month.", "2031-07-01", "2031-07-31"),
    ],
)
def test_the_days_on_which_a_story_could_have_said_so(waiting, sentence, earliest, latest):
    found = days_of_publication(waiting(sentence), Interval("2031-06-04", "2031-06-04"))
    assert found == Interval(earliest, latest)


def test_a_shared_event_with_a_day_bounds_the_publication(waiting, resolved, summit_first, summit_second):
    pending = waiting("They met in Bergen this week.").pending
    told = resolved(summit_first(), summit_second(pending))
    (row,) = [row for row in told.tables["articles"] if row["id"] == "tribune"]
    assert row["published"] is None
    assert (row["published_earliest"], row["published_latest"]) == ("2031-06-02", "2031-06-08")
    assert row["published_basis"] == "corroborated"


def test_what_waited_for_the_publication_is_settled(waiting, resolved, summit_first, summit_second):
    pending = waiting("They met in Bergen this week.").pending
    told = resolved(summit_first(), summit_second(pending))
    (expression,) = told.tables["time_expressions"]
    assert (expression["earliest"], expression["latest"]) == ("2031-06-02", "2031-06-08")
    (mention,) = [row for row in told.tables["event_mentions"] if row["article_id"] == "tribune"]
    assert (mention["start_date"], mention["end_date"]) == ("2031-06-02", "2031-06-08")
    claimed = [c["value"] for c in told.tables["claims"] if c["article_id"] == "tribune" and c["attribute"] == "date"]
    assert len(claimed) == 1


def test_the_event_keeps_the_exact_day_and_no_conflict_arises_from_the_week(
    waiting, resolved, summit_first, summit_second
):
    pending = waiting("They met in Bergen this week.").pending
    told = resolved(summit_first(), summit_second(pending))
    assert told.joined("gazette", "tribune")
    event = told.event("tribune")
    assert (event["start_date"], event["end_date"]) == ("2031-06-04", "2031-06-04")
    assert {c["kind"] for c in told.conflicts()} == {"office_holder"}


def test_without_another_article_the_publication_stays_unknown(waiting, resolved, summit_second):
    pending = waiting("They met in Bergen this week.").pending
    told = resolved(summit_second(pending))
    (row,) = told.tables["articles"]
    assert row["published_earliest"] is None
    assert row["published_basis"] == "unknown"


def test_a_known_publication_is_never_replaced(waiting, resolved, summit_first, summit_second):
    second = summit_second(waiting("They met in Bergen this week.").pending)
    second.published = "2031-06-05"
    told = resolved(summit_first(), second)
    assert told.resolution.publications == {}
