"""Where reports disagree, every claim stays and the conflict names them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.resolve.intervals import Interval, read_edtf


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2031-07-13", Interval("2031-07-13", "2031-07-13")),
        ("2031-07", Interval("2031-07-01", "2031-07-31")),
        ("2032-02~", Interval("2032-02-01", "2032-02-29")),
        ("2031", Interval("2031-01-01", "2031-12-31")),
        ("2031-07-13/2031-07-15", Interval("2031-07-13", "2031-07-15")),
        ("2031-02-30", None),
        ("2031-07-13/..", None),
        ("next week", None),
    ],
)
def test_plain_edtf_dates_have_days(value, days):
    assert read_edtf(value) == days


def test_two_hosts_of_one_summit_are_a_conflict_over_the_office(resolved, summit_first, summit_second):
    told = resolved(summit_first(), summit_second())
    (conflict,) = told.conflicts()
    assert conflict["kind"] == "office_holder"
    assert "Prime Minister of Norway" in conflict["summary"]
    assert {"Kari Lund", "Nils Berg"} <= {name for name in ("Kari Lund", "Nils Berg") if name in conflict["summary"]}
    against = {row["claim_id"] for row in told.tables["conflict_claims"]}
    articles = {row["article_id"] for row in told.tables["claims"] if row["id"] in against}
    assert articles == {"gazette", "tribune"}


def test_both_hosts_are_disputed_and_the_guest_is_not(resolved, summit_first, summit_second):
    told = resolved(summit_first(), summit_second())
    names = {row["id"]: row["name"] for row in told.tables["participants"]}
    disputed = {names[r["participant_id"]] for r in told.tables["event_participants"] if r["disputed"]}
    assert disputed == {"Kari Lund", "Nils Berg"}


def test_a_disputed_holder_is_no_evidence_for_the_office(resolved, summit_first):
    held = resolved(summit_first()).tables["offices_held"]
    assert [row["office"] for row in held] == ["President"]


def test_different_articles_with_different_days_contradict_each_other(resolved, ferry):
    told = resolved(
        ferry("a", "2031-07-03", on="2031-07-01"),
        ferry("b", "2031-07-03", on="2031-07-02"),
    )
    (conflict,) = told.conflicts()
    assert (conflict["attribute"], conflict["kind"]) == ("date", "contradiction")
    assert told.event("a")["conflict_count"] == 1


def test_a_copy_is_no_second_voice(story, resolved):
    text = " ".join(f"Sentence {i} of the wire story tells of the ferry that struck a pier at Split." for i in range(8))

    def copy(name, on):
        s = story(name, "2031-07-03").say(text)
        claims = [s.claim("date", on)]
        s.event(
            "DISASTER",
            "struck",
            [s.who("Jadran Line", "organisation")],
            on=on,
            where=s.where("Split", "HR"),
            claims=claims,
        )
        return s

    told = resolved(copy("a", "2031-07-01"), copy("b", "2031-07-02"))
    assert told.joined("a", "b")
    assert told.conflicts() == []


@pytest.mark.parametrize(("published", "days"), [("2031-08-03", 0), ("2031-08-05", 1)])
def test_what_goes_on_since_a_day_is_no_less_exact(story, resolved, ferry, published, days):
    lasting = ferry("b", published)
    lasting.events[0] = _with(
        lasting.events[0], "2031-07-13", "2031-08-03", (lasting.claim("date", "2031-07-13/2031-08-03"),)
    )
    assert len(resolved(ferry("a", "2031-07-14", on="2031-07-13"), lasting).conflicts()) == days


@pytest.mark.parametrize(("stated", "count"), [("2031-08-05/2031-08-31", 0), ("2031-08-01/2031-09-20", 1)])
def test_what_is_ahead_by_a_day_is_no_less_exact(story, resolved, ferry, stated, count):
    one, other = ferry("a", "2031-08-03", on=None), ferry("b", "2031-08-05", on=None)
    for told, value in ((one, "2031-08-03/2031-08-31"), (other, stated)):
        told.events[0] = _with(told.events[0], *value.split("/"), (told.claim("date", value),))
    assert len(resolved(one, other).conflicts()) == count


def test_a_month_that_ends_with_the_publication_is_a_month(story, resolved, ferry):
    coarse = ferry("b", "2031-07-31")
    coarse.events[0] = _with(coarse.events[0], "2031-07-01", "2031-07-31", (coarse.claim("date", "2031-07"),))
    (conflict,) = resolved(ferry("a", "2031-07-14", on="2031-07-01"), coarse).conflicts()
    assert conflict["kind"] == "granularity"


def test_a_month_beside_a_day_is_a_difference_of_granularity(story, resolved, ferry):
    coarse = ferry("b", "2031-08-03")
    coarse.events[0] = _with(coarse.events[0], "2031-07-01", "2031-07-31", (coarse.claim("date", "2031-07"),))
    told = resolved(ferry("a", "2031-07-14", on="2031-07-13"), coarse)
    (conflict,) = told.conflicts()
    assert (conflict["attribute"], conflict["kind"]) == ("date", "granularity")
    assert told.event("a")["start_date"] == told.event("a")["end_date"] == "2031-07-13"


def _with(event, start, end, claims):
    return replace(
        event, start_date=start, end_date=end, date_precision="month", date_basis="own_clause", claims=claims
    )


def test_a_later_toll_updates_an_earlier_one(resolved, ferry):
    told = resolved(ferry("a", "2031-07-02", "25", on="2031-07-01"), ferry("b", "2031-07-03", "27", on="2031-07-01"))
    kinds = {(c["attribute"], c["kind"]) for c in told.conflicts()}
    assert kinds == {("count", "update")}


def test_tolls_of_one_day_contradict_each_other(resolved, ferry):
    told = resolved(ferry("a", "2031-07-02", "25", on="2031-07-01"), ferry("b", "2031-07-02", "27", on="2031-07-01"))
    kinds = {(c["attribute"], c["kind"]) for c in told.conflicts()}
    assert kinds == {("count", "contradiction")}


def strike(story, name, published, status):
    s = story(name, published).say("Dockers of the Triton union strike at the port of Piraeus.")
    triton, piraeus = s.who("Triton", "organisation"), s.where("Piraeus", "GR")
    claims = [s.claim("status", status)]
    s.event("PROTEST", "strike", [triton], on="2031-05-09", where=piraeus, status=status, claims=claims)
    return s


def test_a_plan_that_was_called_off_is_an_update(story, resolved):
    told = resolved(strike(story, "a", "2031-05-01", "planned"), strike(story, "b", "2031-05-08", "cancelled"))
    (conflict,) = told.conflicts()
    assert (conflict["attribute"], conflict["kind"]) == ("status", "update")
    assert told.event("a")["status"] == "cancelled"


def test_what_one_reports_and_another_denies_is_a_contradiction(story, resolved):
    told = resolved(strike(story, "a", "2031-05-10", "occurred"), strike(story, "b", "2031-05-10", "denied"))
    assert [(c["attribute"], c["kind"]) for c in told.conflicts()] == [("status", "contradiction")]


def test_a_plan_that_came_true_is_no_conflict(story, resolved):
    told = resolved(strike(story, "a", "2031-05-01", "planned"), strike(story, "b", "2031-05-10", "occurred"))
    assert told.conflicts() == []


def minister(story, name, published, who, day=None):
    """An article that names the prime minister of Norway, at an event if it gives a day."""
    s = story(name, published).say(f"Prime Minister {who} of Norway opened the Skarvik tunnel near Tromso.")
    number = s.who(who, code="NO", office="Prime Minister")
    claims = [s.claim("office_holder", "Prime Minister of NO", number)]
    if day:
        claims.append(s.claim("date", day))
        s.event("OTHER", "opened", [number], on=day, where=s.where("Tromso", "NO"), claims=claims)
    return s


def test_an_office_at_a_time_when_others_state_it_of_someone_else_is_an_anachronism(story, resolved):
    told = resolved(
        minister(story, "a", "2029-01-10", "Nils Berg"),
        minister(story, "b", "2030-12-10", "Nils Berg"),
        minister(story, "c", "2031-06-01", "Kari Lund"),
        minister(story, "d", "2032-06-01", "Kari Lund"),
        minister(story, "e", "2032-07-01", "Kari Lund", "2030-03-03"),
    )
    (conflict,) = told.conflicts()
    assert conflict["kind"] == "anachronism"
    assert "Nils Berg" in conflict["summary"]


def test_offices_are_held_for_the_days_for_which_articles_state_them(story, resolved):
    told = resolved(minister(story, "a", "2029-01-10", "Nils Berg"), minister(story, "b", "2030-12-10", "Nils Berg"))
    (row,) = told.tables["offices_held"]
    assert (row["office"], row["country_code"]) == ("Prime Minister", "NO")
    assert (row["first_stated"], row["last_stated"], row["article_count"]) == ("2029-01-10", "2030-12-10", 2)


def test_one_article_that_names_predecessor_and_successor_is_no_conflict(story, resolved):
    s = minister(story, "a", "2031-06-01", "Kari Lund", "2031-06-01")
    berg = s.who("Nils Berg", code="NO", office="Prime Minister")
    s.events[0] = _also(s.events[0], s.claim("office_holder", "Prime Minister of NO", berg))
    assert resolved(s).conflicts() == []


def _also(event, claim):
    return replace(event, claims=(*event.claims, claim))


def test_an_office_that_a_sentence_of_the_event_states_is_a_claim(story, resolved):
    s = story("a", "2031-06-01").say("Prime Minister Kari Lund of Norway met dockers in Bergen.")
    s.event("CONSULT", "met", [s.who("Kari Lund", code="NO", office="Prime Minister")], where=s.where("Bergen", "NO"))
    told = resolved(s)
    assert [c["value"] for c in told.tables["claims"]] == ["Prime Minister of NO"]
    assert [p["office"] for p in told.tables["event_participants"]] == ["Prime Minister"]
