"""What one article reckons from an event that only another article dates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.model import Publication
from ingest.timex import annotate

PUBLISHED = Publication("2031-06-20", "2031-06-20", "2031-06-20", "metadata")


@pytest.fixture
def pending(parse):
    """What waits in "two days after the vote", as the temporal station finds it."""

    def find(words):
        (expression,) = annotate(parse(f"The minister resigned {words} the vote."), PUBLISHED)
        return expression.pending

    return find


@pytest.fixture
def reckoned(story, pending):
    """A story of a vote, undated unless `on` says, and of what followed it, so many days after."""

    def tell(name, words, on=None, after="resigned", anchor="vote", where="Bergen"):
        s = story(name, "2031-06-20")
        text = f"Minister Kari Lund {after} {words} after the {anchor} in {where} on the fisheries treaty of Norway."
        s.say(text)
        lund = s.who("Kari Lund", office="Minister", code="NO")
        norway = s.who("Norway", "country", "NO")
        bergen = s.where(where, "NO")
        what = s.event("LEGISLATE" if anchor == "vote" else "APPOINT", anchor, [norway, lund], on=on, where=bergen)
        i = s.when(words, pending(f"{words} after"), "day")
        s.expressions[i] = replace(s.expressions[i], anchor="event", anchor_index=what, rule="duration-after-event")
        kind = "LEGISLATE" if after == "vote" else "APPOINT"
        s.event(kind, after, [lund, norway], where=bergen, time=i)
        return s

    return tell


@pytest.fixture
def vote(story):
    """A story that says when the vote was."""

    def tell(on):
        s = story("gazette", "2031-06-10")
        s.say("Norway's parliament held its vote in Bergen on the fisheries treaty, said Minister Kari Lund.")
        lund = s.who("Kari Lund", office="Minister", code="NO")
        norway = s.who("Norway", "country", "NO")
        s.event("LEGISLATE", "vote", [norway, lund], on=on, where=s.where("Bergen", "NO"))
        return s

    return tell


def test_another_article_tells_when_the_anchor_was(resolved, reckoned, vote):
    told = resolved(vote("2031-06-04"), reckoned("tribune", "two days"))
    assert told.event_of("tribune") == told.event_of("gazette")
    resigned = told.event("tribune", 1)
    assert (resigned["start_date"], resigned["end_date"]) == ("2031-06-06", "2031-06-06")
    assert (resigned["date_basis"], resigned["date_precision"]) == ("other_article", "day")


def test_the_expression_names_the_event_that_it_was_reckoned_from(resolved, reckoned, vote):
    told = resolved(vote("2031-06-04"), reckoned("tribune", "two days"))
    (expression,) = told.tables["time_expressions"]
    assert (expression["anchor"], expression["anchor_id"]) == ("event", told.event_of("tribune"))
    assert (expression["earliest"], expression["latest"]) == ("2031-06-06", "2031-06-06")


def test_the_mention_and_a_claim_have_the_day_too(resolved, reckoned, vote):
    told = resolved(vote("2031-06-04"), reckoned("tribune", "two days"))
    (mention,) = [m for m in told.tables["event_mentions"] if m["trigger"] == "resigned"]
    assert (mention["start_date"], mention["end_date"]) == ("2031-06-06", "2031-06-06")
    claimed = [c["value"] for c in told.tables["claims"] if c["attribute"] == "date" and c["article_id"] == "tribune"]
    assert claimed == ["2031-06-06"]


def test_where_no_article_dates_the_anchor_it_is_named_and_nothing_guessed(resolved, reckoned):
    told = resolved(reckoned("tribune", "two days"))
    (expression,) = told.tables["time_expressions"]
    assert (expression["anchor_id"], expression["earliest"]) == (told.event_of("tribune"), None)
    assert told.event("tribune", 1)["start_date"] is None


def test_the_order_of_the_articles_makes_no_difference(resolved, reckoned, vote):
    one = resolved(vote("2031-06-04"), reckoned("tribune", "two days"))
    other = resolved(reckoned("tribune", "two days"), vote("2031-06-04"))
    assert one.event("tribune", 1) == other.event("tribune", 1)


def test_articles_that_reckon_from_each_other_leave_both_undated(resolved, reckoned):
    told = resolved(reckoned("tribune", "two days"), reckoned("courier", "two days", after="vote", anchor="resigned"))
    assert all(row["start_date"] is None for row in told.tables["events"])


def test_a_day_never_comes_round_to_what_it_was_reckoned_from(resolved, reckoned):
    """One paper dates the vote and reckons the resignation from it; the other reckons the vote from the resignation."""
    told = resolved(
        reckoned("tribune", "two days", on="2031-06-04"),
        reckoned("courier", "two days", after="vote", anchor="resigned"),
    )
    if told.event_of("tribune", 0) != told.event_of("courier", 1):
        pytest.skip("the reports were not joined")
    assert told.event("tribune", 0)["start_date"] == "2031-06-04"
    (mention,) = [m for m in told.tables["event_mentions"] if m["article_id"] == "courier" and m["trigger"] == "vote"]
    assert mention["start_date"] is None


def test_the_day_that_others_tell_counts_not_the_week_that_follows_from_it(resolved, reckoned, vote, parse):
    """A paper of unknown day speaks of the vote of "this week"; another tells its day, and so that of the rest."""
    tribune = reckoned("tribune", "two days")
    tribune.published = None
    tribune.say("The vote was held this week.")
    (week,) = annotate(parse("The vote was held this week."), Publication())
    tribune.events[0] = replace(tribune.events[0], time=tribune.when("this week", week.pending))
    told = resolved(vote("2031-06-04"), tribune)
    assert told.resolution.publications["tribune"].earliest == "2031-06-02"
    resigned = told.event("tribune", 1)
    assert (resigned["start_date"], resigned["end_date"]) == ("2031-06-06", "2031-06-06")


def test_from_text_to_database(build_from):
    text = (
        "---\npublished: 2031-06-10\n---\n"
        "Norway's parliament in Oslo approved the fisheries treaty with Chile on 4 June 2031. "
        "Fisheries minister Kari Lund resigned two days after the treaty was approved.\n"
    )
    built = build_from({"vote.txt": text})
    rows = built.rows(
        "select t.text, t.earliest, e.start_date from time_expressions t join events e on e.id = t.anchor_id "
        "where t.anchor = 'event'"
    )
    assert rows == [("two days", "2031-06-06", "2031-06-04")]
    dated = built.rows("select start_date, date_rule from event_mentions where [trigger] = 'resigned'")
    assert dated == [("2031-06-06", "from_event")]
