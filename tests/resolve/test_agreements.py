"""The same agreement across articles becomes one row."""

from __future__ import annotations


def summit(story, name, published="2031-06-05"):
    s = story(name, published).say("Norway and the Philippines held a summit in Bergen and agreed to work together.")
    who = [s.who("Norway", "country", "NO"), s.who("Philippines", "country", "PH")]
    day, place = "2031-06-04", s.where("Bergen", "NO")
    s.event("CONSULT", "summit", who, on=day, where=place)
    made = s.event("AGREE", "agreed", who, on=day, where=place, related=(("agreed_at", 0),))
    return s, who, made


def rows(told):
    return told.tables["agreements"]


def test_one_pact_under_one_name_is_one_agreement(story, resolved):
    a, who, made = summit(story, "a")
    a.agree("treaty", "agreed", "a fisheries pact", who, instrument="Bergen Fisheries Convention", event=made)
    b, who, made = summit(story, "b")
    b.agree("treaty", "agreed", "rules for trawlers", who, instrument="Bergen Fisheries Convention", event=made)
    (row,) = rows(resolved(a, b))
    assert row["article_count"] == 2


def test_intelligence_sharing_joins_the_pact_on_military_information(story, resolved):
    a, who, made = summit(story, "a")
    a.agree("negotiation", "agreed", "formal negotiations regarding intelligence-sharing", who, event=made)
    b, who, made = summit(story, "b")
    b.agree(
        "negotiation", "agreed", "negotiations for a Security of Military Information Agreement", who,
        instrument="Security of Military Information Agreement", event=made,
    )  # fmt: skip
    (row,) = rows(resolved(a, b))
    assert row["instrument"] == "Security of Military Information Agreement"


def test_talks_on_different_things_at_one_summit_stay_apart(story, resolved):
    a, who, made = summit(story, "a")
    a.agree("negotiation", "agreed", "talks on the export of defence equipment", who, event=made)
    b, who, made = summit(story, "b")
    b.agree("negotiation", "agreed", "talks on fishing in coastal waters", who, event=made)
    assert len(rows(resolved(a, b))) == 2


def test_a_sale_and_talks_on_sales_are_two_kinds(story, resolved):
    a, who, made = summit(story, "a")
    a.agree("sale", "agreed", "potential arms sales", who, event=made)
    b, who, made = summit(story, "b")
    b.agree("negotiation", "agreed", "talks on the export of arms", who, event=made)
    assert len(rows(resolved(a, b))) == 2


def test_the_only_one_of_its_kind_on_each_side_is_the_same(story, resolved):
    a, who, made = summit(story, "a")
    a.agree("upgrade", "agreed", "a deeper bond", who, event=made)
    b, who, made = summit(story, "b")
    b.agree("upgrade", "agreed", "friendship of a new order", who, event=made)
    assert len(rows(resolved(a, b))) == 1


def test_the_same_words_between_other_parties_are_another_agreement(story, resolved):
    a, who, made = summit(story, "a")
    a.agree("treaty", "agreed", "a pact on fishing quotas", who, event=made)
    b = story("b", "2031-06-05").say("Chile and Peru agreed on a pact on fishing quotas.")
    pair = [b.who("Chile", "country", "CL"), b.who("Peru", "country", "PE")]
    b.agree("treaty", "agreed", "a pact on fishing quotas", pair, event=b.event("AGREE", "agreed", pair))
    assert len(rows(resolved(a, b))) == 2


def test_parties_that_an_article_leaves_out_come_from_the_joined_event(story, resolved):
    a, _, _ = summit(story, "a")
    b, _, made = summit(story, "b")
    b.agree("commitment", "agreed", "work together", (), event=made)
    told = resolved(a, b)
    assert {row["participant_id"] for row in told.tables["agreement_parties"]} == {"norway", "philippines"}
