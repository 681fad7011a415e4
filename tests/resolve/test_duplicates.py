"""Copies of one wire story keep their own rows and count once."""

from __future__ import annotations

WIRE = (
    "A cargo train left the rails outside Gothenburg early on Monday, spilling timber across both tracks and closing "
    "the main line to Oslo for most of the day. Nobody was hurt. The rail agency said that a broken axle on the ninth "
    "wagon was the likely cause and that inspectors would look at every wagon of the same make before the end "
    "of the month. Commuters were taken to Trollhattan by bus, and freight was sent around the lake, which took longer."
)


def copies(story, *texts):
    told = []
    for i, text in enumerate(texts):
        s = story(f"paper{i}", f"2031-03-0{i + 3}")
        s.say(text)
        agency = s.who("rail agency", "organisation", "SE")
        s.event("DISASTER", text.split()[-2], [agency], where=s.where("Gothenburg", "SE"))
        told.append(s)
    return told


def test_an_edited_copy_points_to_the_earliest_article(story, resolved):
    edited = "GOTHENBURG - " + WIRE.replace("early on Monday", "on Monday morning")
    told = resolved(*copies(story, WIRE, edited))
    assert told.resolution.duplicates == {"paper1": "paper0"}


def test_a_copy_of_a_copy_points_to_the_original(story, resolved):
    told = resolved(*copies(story, WIRE, WIRE, "Updated. " + WIRE))
    assert told.resolution.duplicates == {"paper1": "paper0", "paper2": "paper0"}


def test_a_copy_keeps_its_mentions_and_counts_once(story, resolved):
    told = resolved(*copies(story, WIRE, WIRE))
    assert len(told.tables["event_mentions"]) == 2
    assert told.event("paper0")["article_count"] == 1
    assert told.participant("paper1")["article_count"] == 1


def test_another_report_of_the_same_accident_is_no_copy(story, resolved):
    other = (
        "Rail traffic between Oslo and Gothenburg stood still on Monday after nine wagons of a timber train jumped "
        "the track. Police closed the road beside the line while cranes lifted the logs away, a job that took until "
        "evening. A spokeswoman for the agency pointed to a worn axle and promised that all "
        "sister wagons would be checked soon."
    )
    assert resolved(*copies(story, WIRE, other)).resolution.duplicates == {}


def test_short_notices_are_never_copies(story, resolved):
    assert resolved(*copies(story, "Train off the rails.", "Train off the rails.")).resolution.duplicates == {}
