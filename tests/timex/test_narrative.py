"""Histories: what is incomplete hangs on the last date told, not on the day of publication."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from ingest.model import Publication
from ingest.timex import annotate

PUBLISHED = Publication("2019-07-11", "2019-07-11", "2019-07-11", "metadata")


def values(doc: Doc) -> list[str]:
    return [expression.value for expression in annotate(doc, PUBLISHED, "narrative")]


def test_a_month_belongs_to_the_year_of_the_story(parse: Callable[[str], Doc]) -> None:
    text = "In May 1862 the fleet sailed north. On June 3 it reached the island, and in July the town fell."
    assert values(parse(text)) == ["1862-05", "1862-06-03", "1862-07"]


def test_a_story_goes_on_into_the_next_year(parse: Callable[[str], Doc]) -> None:
    assert values(parse("On December 20, 1862, the siege began. In January the walls fell.")) == [
        "1862-12-20",
        "1863-01",
    ]


def test_a_far_off_year_is_an_aside(parse: Callable[[str], Doc]) -> None:
    text = "In May 1862 the fleet sailed. A study of 2005 doubts this. In June it came home."
    assert values(parse(text)) == ["1862-05", "2005", "1862-06"]


def test_what_stands_before_the_first_year_belongs_to_it(parse: Callable[[str], Doc]) -> None:
    assert values(parse("On 12 August the army crossed the river. By October 1914 it had lost.")) == [
        "1914-08-12",
        "1914-10",
    ]


def test_years_before_christ_have_values_and_no_days(parse: Callable[[str], Doc]) -> None:
    (found,) = annotate(parse("The temple was burnt in 480 BC."), PUBLISHED, "narrative")
    assert (found.value, found.edtf, found.earliest, found.latest) == ("BC0480", "-0479", None, None)


def test_histories_speak_of_former_kings_and_of_the_same_time(parse: Callable[[str], Doc]) -> None:
    text = "In 1862 the former king returned. At the same time the fleet sailed, moving at night."
    assert values(parse(text)) == ["1862", "PAST_REF", "1862", "XXXX-XX-XXTNI"]


def test_a_heading_with_a_year_dates_its_section(parse: Callable[[str], Doc]) -> None:
    text = "1863: The siege\n\nA letter of 3 March 1861 had foretold it. In June the army dug in.\n"
    assert values(parse(text)) == ["1863", "1861-03-03", "1863-06"]


def test_a_heading_with_a_span_of_years_leaves_the_choice_within_it(parse: Callable[[str], Doc]) -> None:
    text = "The war at sea (1862-1863)\n\nIn November 1862 the fleet sailed. In February it came home.\n"
    assert values(parse(text)) == ["1862", "1863", "1862-11", "1863-02"]


def test_a_date_told_in_the_same_breath_outdoes_the_heading(parse: Callable[[str], Doc]) -> None:
    text = "1863: The siege\n\nAfter the defeats of 1862 in the summer, the king gave in.\n"
    assert values(parse(text)) == ["1863", "1862", "1862-SU"]
