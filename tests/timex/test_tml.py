"""TimeML files keep their markup and text; TIMEX3 tags are added inside <TEXT>."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from ingest.model import Publication
from ingest.timex import annotate
from ingest.timex.tml import new_timeml, publication_of, read_timeml, timeml_value, unwrapped, write_timeml

FILE = (
    '<?xml version="1.0" ?>\n<TimeML>\n<DOCID>a &amp; b</DOCID>\n<DCT><TIMEX3 tid="t0" type="DATE" value="2019-07-11" '
    'functionInDocument="CREATION_TIME">20190711</TIMEX3></DCT>\n<TITLE>Talks on Monday</TITLE>\n'
    "<TEXT>\n{}\n</TEXT>\n</TimeML>\n"
)


def rewritten(body: str, parse: Callable[[str], Doc]) -> str:
    source = read_timeml(FILE.format(body))
    return write_timeml(source, annotate(parse(source.text), publication_of(source.dct)))


def test_markup_and_entities_stay_and_tags_are_added(parse: Callable[[str], Doc]) -> None:
    body = 'Smith &amp; Co. <EVENT eid="e1">signed</EVENT> it on Monday, 5 &lt; 7.'
    out = rewritten(body, parse)
    assert re.sub(r'<TIMEX3 tid="t[1-9][^>]*>Monday</TIMEX3>', "Monday", out) == FILE.format(body)
    assert '<TIMEX3 tid="t1" type="DATE" value="2019-07-08" anchorTimeID="t0">Monday</TIMEX3>' in out
    ET.fromstring(out)


def test_tags_of_the_text_are_replaced_and_the_creation_time_kept(parse: Callable[[str], Doc]) -> None:
    out = rewritten('It ended on <TIMEX3 tid="t9" type="DATE" value="1900-01-01">Monday</TIMEX3>.', parse)
    assert out.count("<TIMEX3") == 2
    assert "1900-01-01" not in out
    assert ">20190711</TIMEX3></DCT>" in out


@pytest.mark.parametrize(
    "body",
    [
        'They meet <EVENT eid="e1">next</EVENT> week in Rome.',
        'They meet next <EVENT eid="e1">week</EVENT> in Rome.',
        'They <EVENT eid="e1">meet next</EVENT> week in Rome.',
        "They meet <A><B>next</B> week</A> in Rome.",
    ],
)
def test_tags_never_cross(body: str, parse: Callable[[str], Doc]) -> None:
    out = rewritten(body, parse)
    ET.fromstring(out)
    assert "".join(ET.fromstring(out).itertext()) == "".join(ET.fromstring(FILE.format(body)).itertext())


def test_an_identifier_in_use_is_not_used_again(parse: Callable[[str], Doc]) -> None:
    out = rewritten('They met on Monday.<SLINK tid="t1"/>', parse)
    assert '<TIMEX3 tid="t2"' in out


@pytest.mark.parametrize(
    ("value", "publication"),
    [
        ("2019-07-11", Publication("2019-07-11", "2019-07-11", "2019-07-11", "metadata")),
        ("20190711", Publication("2019-07-11", "2019-07-11", "2019-07-11", "metadata")),
        ("2019-07-11T14:35:00", Publication("2019-07-11T14:35:00", "2019-07-11", "2019-07-11", "metadata")),
        ("2019-02", Publication(None, "2019-02-01", "2019-02-28", "metadata")),
        ("2019", Publication(None, "2019-01-01", "2019-12-31", "metadata")),
        ("2019-02-30", Publication()),
        ("yesterday", Publication()),
        (None, Publication()),
    ],
)
def test_the_creation_time_bounds_the_publication(value: str | None, publication: Publication) -> None:
    assert publication_of(value) == publication


def test_weeks_are_written_as_the_corpora_do() -> None:
    assert timeml_value("1998-W07-WE") == "1998-W7-WE"
    assert timeml_value("1998-W17") == "1998-W17"


def test_wrapped_lines_are_joined_and_headings_are_not() -> None:
    wrapped = "A line of prose that was broken in the middle of its\nsentence ends here.\nHeading\nText."
    joined = unwrapped(wrapped)
    assert len(joined) == len(wrapped)
    assert joined == wrapped.replace("its\nsentence", "its sentence")


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), max_size=80))
def test_any_text_survives_as_timeml(text: str) -> None:
    source = read_timeml(new_timeml("name", text, "2019-07-11"))
    assert source.text == text
    assert source.dct == "2019-07-11"
