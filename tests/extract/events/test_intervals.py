"""A happening may lie in days that no expression tells but one or two bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.language import Language

from ingest.anchored import on_days
from ingest.extract.events.intervals import KINDS, LONG, Interval, interval_numbers, intervals
from ingest.extract.events.reading import Reading
from ingest.model import Article, Extraction, Publication
from ingest.nlp import parse
from ingest.train.corpus import read_article

Analyse = Callable[..., tuple[Article, Extraction]]
Read = Callable[[str], Reading]
PUBLISHED = "2016-05-18"


@pytest.fixture(scope="module")
def read(nlp: Language, article_of: Callable[..., Article]) -> Read:
    def reading_of(text: str) -> Reading:
        ((article, doc),) = parse([article_of(text, published=PUBLISHED)], nlp)
        return read_article(article, doc)

    return reading_of


def of_kind(reading: Reading, kind: str, number: int = 0) -> Interval:
    (named,) = {n.targets[0] for row in reading.times for n in row if n.targets[0] == number}
    near = [n for row in reading.times for n in row]
    return next(interval for interval in intervals(reading, named, near) if interval.kind == kind)


@pytest.mark.parametrize(
    ("text", "kind", "days", "edtf"),
    [
        ("Rebels have fought the army since 2009.", "since", ("2009-01-01", PUBLISHED), "2009/2016-05-18"),
        ("Police have held her since Monday.", "since", ("2016-05-16", PUBLISHED), "2016-05-16/2016-05-18"),
        ("The panel must report by June 30.", "until", (PUBLISHED, "2016-06-30"), "2016-05-18/2016-06-30"),
        ("They will vote before the end of June 2016.", "until", (PUBLISHED, "2016-06-30"), "2016-05-18/2016-06-30"),
        ("The firm paid bribes between 2009 and 2013.", "from_to", ("2009-01-01", "2013-12-31"), "2009/2013"),
    ],
)
def test_words_that_bound_a_stretch_say_so(read: Read, text: str, kind: str, days: tuple[str, str], edtf: str) -> None:
    interval = of_kind(read(text), kind)
    assert (interval.days, interval.edtf, interval.marked) == (days, edtf, True)


def test_either_end_bounds_what_lies_between(read: Read) -> None:
    reading = read("The firm paid bribes between 2009 and 2013.")
    assert of_kind(reading, "from_to", 0).days == of_kind(reading, "from_to", 1).days


@pytest.mark.parametrize(
    ("words", "finely"), [("from March 15 to March 17", "interval"), ("between 1 and 9 May", "month")]
)
def test_from_tells_how_long_it_lasted_and_between_that_it_lies_within(read: Read, words: str, finely: str) -> None:
    assert of_kind(read(f"The fair was held {words}."), "from_to").granularity == finely


def test_days_beside_each_other_without_such_words_are_not_marked(read: Read) -> None:
    reading = read("The court met on Monday and heard that the firm had paid bribes in 2013.")
    assert not of_kind(reading, "from_to").marked


def test_what_is_moved_to_an_earlier_day_does_not_last(read: Read) -> None:
    assert not of_kind(read("The vote was moved from May 2029 to 2021."), "from_to").marked


def test_nothing_is_bounded_by_a_publication_that_nobody_knows(
    nlp: Language, article_of: Callable[..., Article]
) -> None:
    article = replace(article_of("Rebels have fought the army since 2009."), publication=Publication())
    ((article, doc),) = parse([article], nlp)
    reading = read_article(article, doc)
    (named,) = (n for row in reading.times for n in row)
    assert [interval.kind for interval in intervals(reading, named.targets[0], [named])] == ["told"]


def test_what_has_gone_on_since_a_day_lies_between_it_and_the_publication(analyse: Analyse) -> None:
    _, found = analyse("Dengue fever has killed three people on the island since April 2.", published=PUBLISHED)
    (event,) = found.events
    assert (event.start_date, event.end_date, event.edtf) == ("2016-04-02", PUBLISHED, "2016-04-02/2016-05-18")
    assert event.mentions[0].date_rule == "since"
    assert ("date", "2016-04-02/2016-05-18") in {(claim.attribute, claim.value) for claim in event.claims}
    assert event.date_precision == "quarter"  # how finely it is told: it lies somewhere within


def test_a_claim_is_as_fine_as_what_tells_it(analyse: Analyse) -> None:
    _, found = analyse("Rebels have fought the army in Chad since 2009.", published=PUBLISHED)
    (event,) = found.events
    assert event.edtf == "2009/2016-05-18"
    assert "2009/2016-05-18" in {claim.value for claim in event.claims if claim.attribute == "date"}


def test_days_before_what_lies_within_a_stretch_are_a_stretch(read: Read) -> None:
    until = of_kind(read("Parliament must vote by June 12."), "until")
    before = read("Three days before the vote, the king will meet the pope.").expressions[0]
    told = on_days(before, until.earliest, until.latest, until.granularity)
    assert (told.earliest, told.latest) == ("2016-05-15", "2016-06-09")


def test_numbers_of_a_stretch() -> None:
    since = Interval(0, "since", "2016-05-08", "2016-05-18", None, "month", marked=True)
    assert interval_numbers(since, since.days, PUBLISHED) == [KINDS.index("since"), True, 10, -10, 0]
    pending = Interval(0, "told", None, None, None, "week")
    assert interval_numbers(pending, None, PUBLISHED) == [0, False, -1, LONG, LONG]
