"""The same happening across articles becomes one event, for a stated reason."""

from __future__ import annotations


def test_two_outlets_tell_of_one_accident(resolved, ferry):
    told = resolved(
        ferry("gazette", "2031-07-02", "27", on="2031-07-01"),
        ferry("tribune", "2031-07-02", "27", words="A ferry hit a harbour pier in Split, Croatia"
              .replace("hit", "struck")),
    )  # fmt: skip
    assert told.joined("gazette", "tribune")
    assert told.event("gazette")["article_count"] == 2
    link = told.resolution.links["tribune"][0]
    assert "participants" in link.rule
    assert 0.5 <= link.score <= 1


def test_reports_that_name_different_hosts_are_one_summit(resolved, summit_first, summit_second):
    told = resolved(summit_first(), summit_second())
    assert told.joined("gazette", "tribune")


def test_the_same_kind_of_accident_a_month_later_is_another(resolved, ferry):
    told = resolved(ferry("gazette", "2031-07-02", on="2031-07-01"), ferry("tribune", "2031-08-12", on="2031-08-11"))
    assert not told.joined("gazette", "tribune")


def test_the_same_day_elsewhere_is_another(story, resolved):
    s = story("gazette", "2031-07-02").say("A bomb exploded at a market in Jos and killed nine people.")
    s.event("ASSAULT", "exploded", on="2031-07-01", where=s.where("Jos", "NG"))
    t = story("tribune", "2031-07-02").say("A bomb exploded at a market in Quetta and killed four people.")
    t.event("ASSAULT", "exploded", on="2031-07-01", where=t.where("Quetta", "PK"))
    assert not resolved(s, t).joined("gazette", "tribune")


def test_undated_reports_need_more_than_words_in_common(story, resolved):
    s = story("gazette", "2031-07-02").say("The leaders met and discussed trade.")
    s.event("CONSULT", "met", [s.who("United States", "country", "US")])
    t = story("tribune", "2031-07-02").say("The leaders met and discussed trade.")
    t.event("CONSULT", "met", [t.who("France", "country", "FR")])
    assert not resolved(s, t).joined("gazette", "tribune")


def test_undated_reports_in_news_of_different_seasons_are_two(story, resolved):
    def inquiry(name: str, published: str):
        s = story(name, published).say(
            "The Transport Safety Board and the Aviation Office began investigations in Bergen."
        )
        parts = [s.who("Transport Safety Board", "organisation"), s.who("Aviation Office", "organisation")]
        s.event("ACCUSE", "investigations", parts, where=s.where("Bergen", "NO"))
        return s

    assert resolved(inquiry("gazette", "2031-07-02"), inquiry("tribune", "2031-07-03")).joined("gazette", "tribune")
    assert not resolved(inquiry("gazette", "2031-07-02"), inquiry("tribune", "2032-03-02")).joined("gazette", "tribune")


def test_two_events_of_one_article_are_never_joined(story, resolved):
    s = story("gazette", "2031-07-02").say(
        "Kari Lund met Nils Berg in Oslo, and later Kari Lund met Nils Berg in Oslo again."
    )
    lund, berg, oslo = s.who("Kari Lund"), s.who("Nils Berg"), s.where("Oslo", "NO")
    s.event("CONSULT", "met", [lund, berg], on="2031-07-01", where=oslo)
    s.event("CONSULT", "met", [lund, berg], on="2031-07-01", where=oslo)
    told = resolved(s)
    assert told.event_of("gazette", 0) != told.event_of("gazette", 1)


def test_the_day_that_most_articles_bear_out_is_taken(resolved, ferry):
    told = resolved(
        ferry("a", "2031-07-03", on="2031-07-02"),
        ferry("b", "2031-07-03", on="2031-07-01"),
        ferry("c", "2031-07-03", on="2031-07-01"),
    )
    assert told.joined("a", "b", "c")
    assert told.event("a")["start_date"] == "2031-07-01"


def test_the_latest_report_tells_the_status(story, resolved):
    def strike(name, published, status):
        s = story(name, published).say("Dockers of the Triton union strike at the port of Piraeus.")
        s.event(
            "PROTEST",
            "strike",
            [s.who("Triton", "organisation")],
            on="2031-05-09",
            where=s.where("Piraeus", "GR"),
            status=status,
        )
        return s

    told = resolved(strike("early", "2031-05-01", "planned"), strike("late", "2031-05-10", "occurred"))
    assert told.joined("early", "late")
    assert told.event("early")["status"] == "occurred"


def test_an_event_keeps_its_id_when_a_later_article_joins(resolved, ferry):
    first = ferry("gazette", "2031-07-02", on="2031-07-01")
    alone = resolved(first)
    both = resolved(ferry("tribune", "2031-07-03", on="2031-07-01"), first)
    assert both.joined("gazette", "tribune")
    assert alone.event_of("gazette") == both.event_of("gazette")


def test_a_near_miss_is_noted(story, resolved):
    s = story("gazette", "2031-07-02").say("Chancellor Ute Brand visited a shipyard in Kiel.")
    s.event("CONSULT", "visited", [s.who("Ute Brand")], on="2031-07-01", where=s.where("Kiel", "DE"))
    t = story("tribune", "2031-07-09").say("Chancellor Ute Brand toured harbour works on the coast.")
    t.event("CONSULT", "toured", [t.who("Ute Brand")])
    told = resolved(s, t)
    related = [row["relation"] for row in told.tables["event_links"]]
    assert told.joined("gazette", "tribune") or related == ["possible_duplicate"]


def test_an_event_within_another_is_linked_in_the_corpus(story, resolved):
    s = story("gazette", "2031-07-02").say("At the summit in Riga, Latvia and Malta signed a fisheries pact.")
    who = [s.who("Latvia", "country", "LV"), s.who("Malta", "country", "MT")]
    s.event("CONSULT", "summit", who, on="2031-07-01", where=s.where("Riga", "LV"))
    s.event("AGREE", "signed", who, related=(("agreed_at", 0),))
    told = resolved(s)
    assert {(r["event_id"], r["related_event_id"], r["relation"]) for r in told.tables["event_links"]} == {
        (told.event_of("gazette", 1), told.event_of("gazette", 0), "agreed_at")
    }


def test_what_was_signed_at_a_summit_takes_the_day_that_another_article_gives_the_summit(story, resolved):
    def at_summit(name, published, on):
        s = story(name, published).say("Latvia and Malta held a fisheries summit in Riga.")
        who = [s.who("Latvia", "country", "LV"), s.who("Malta", "country", "MT")]
        s.event("CONSULT", "summit", who, on=on, where=s.where("Riga", "LV"))
        return s, who

    dated, _ = at_summit("gazette", "2031-07-02", "2031-07-01")
    undated, who = at_summit("tribune", "2031-07-03", None)
    undated.say("They signed a pact.")
    undated.event("AGREE", "signed", who, related=(("agreed_at", 0),))
    told = resolved(dated, undated)
    assert told.joined("gazette", "tribune")
    signed = told.event("tribune", 1)
    assert (signed["start_date"], signed["date_basis"]) == ("2031-07-01", "other_article")
