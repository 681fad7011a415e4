"""What a teacher learns first: labels of words and of pairs from the events, times and links of a TimeML file."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import InputError
from ingest.extract.encoder.pieces import Pieces
from ingest.extract.events.reading import Reading
from ingest.train.corpus import load_lessons, load_timeml
from ingest.train.labels import Labelled
from ingest.train.timeml import Annotation, label_timeml, read_annotation

FILE = """<?xml version="1.0" ?>
<TimeML>
<DOCID>harbour</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-03-10" functionInDocument="CREATION_TIME">2021-03-10</TIMEX3></DCT>
<TEXT>
Dockers <EVENT
eid="e1" class="OCCURRENCE">attacked</EVENT> two lorries in Antwerp on <TIMEX3
tid="t1" type="DATE" value="2021-03-08">Monday</TIMEX3>, the police <EVENT
eid="e2" class="REPORTING">said</EVENT> on <TIMEX3
tid="t2" type="DATE" value="2021-03-09">Tuesday</TIMEX3>. The <EVENT
eid="e3" class="OCCURRENCE">attack</EVENT> did not <EVENT
eid="e4" class="OCCURRENCE">block</EVENT> the port &amp; <EVENT
eid="e5" class="ASPECTUAL">ended</EVENT> on <TIMEX3
tid="t3" type="DATE" value="2021-03-10">Wednesday</TIMEX3>. Two dockers <EVENT
eid="e6" class="OCCURRENCE">fled</EVENT>.
</TEXT>
<MAKEINSTANCE eventID="e1" eiid="ei1" polarity="POS" />
<MAKEINSTANCE eventID="e2" eiid="ei2" polarity="POS" />
<MAKEINSTANCE eventID="e3" eiid="ei3" polarity="POS" />
<MAKEINSTANCE eventID="e4" eiid="ei4" polarity="NEG" />
<MAKEINSTANCE eventID="e5" eiid="ei5" polarity="POS" />
<MAKEINSTANCE eventID="e6" eiid="ei6" polarity="POS" />
<TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1" />
<TLINK lid="l2" relType="INCLUDES" timeID="t2" relatedToEventInstance="ei2" />
<TLINK lid="l3" relType="IDENTITY" eventInstanceID="ei3" relatedToEventInstance="ei1" />
<TLINK lid="l4" relType="IS_INCLUDED" eventInstanceID="ei5" relatedToTime="t3" />
<TLINK lid="l6" relType="IS_INCLUDED" eventInstanceID="ei6" relatedToTime="t0" />
<TLINK lid="l5" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t2" />
</TimeML>
"""
Read = tuple[Reading, Annotation]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    folder: Path = tmp_path_factory.mktemp("timeml")
    (folder / "harbour.tml").write_text(FILE, encoding="utf-8")
    (found,) = load_timeml([folder], [])
    return found


@pytest.fixture(scope="module")
def labelled(read: Read) -> Labelled:
    return label_timeml(*read, Pieces({"[UNK]": 0}))


def said(read: Read, *tokens: int) -> tuple[str, ...]:
    return tuple(read[0].doc[token].text for token in tokens)


def test_events_and_times_hold_their_words(read: Read) -> None:
    _, annotation = read
    held = {name: [annotation.words[w] for w in words] for name, words in annotation.held.items()}
    assert held["e1"] == ["attacked"]
    assert held["t1"] == ["monday"]
    assert annotation.dated == {("e1", "t1"), ("e2", "t2"), ("e5", "t3"), ("e6", "t0")}


def test_reporting_and_what_did_not_happen_are_no_happenings(read: Read, labelled: Labelled) -> None:
    assert {said(read, token) for token, yes in labelled.happening.items() if yes} >= {("attacked",), ("attack",)}
    assert not [token for token, yes in labelled.happening.items() if yes and said(read, token) == ("block",)]
    assert not [token for token, yes in labelled.happening.items() if yes and said(read, token) == ("said",)]
    assert not labelled.types
    assert not labelled.statuses


def test_identity_is_one_happening(read: Read, labelled: Labelled) -> None:
    same = {said(read, *pair[:2]): pair[2] for pair in labelled.pairs["same"]}
    assert same["attack", "attacked"] == 1
    assert not any(same for words, same in same.items() if words != ("attack", "attacked"))


def test_the_time_that_dates_an_event_is_told_from_those_around_it(read: Read, labelled: Labelled) -> None:
    times = {said(read, *pair[:2]): pair[2] for pair in labelled.pairs["time"]}
    assert times["attacked", "Monday"] == 1
    assert times["attacked", "Wednesday"] == 0
    assert times["ended", "Wednesday"] == 1


def test_what_only_the_creation_time_dates_has_no_time_in_the_text(read: Read, labelled: Labelled) -> None:
    times = {said(read, *pair[:2]): pair[2] for pair in labelled.pairs["time"]}
    assert times["fled", "Wednesday"] == 0
    assert not any(hit for (word, _), hit in times.items() if word == "fled")


def test_what_is_the_same_as_the_same_is_the_same(tmp_path: Path) -> None:
    link = '<TLINK lid="l9" relType="IDENTITY" eventInstanceID="ei5" relatedToEventInstance="ei3" />\n</TimeML>'
    (tmp_path / "harbour.tml").write_text(FILE.replace("</TimeML>", link), encoding="utf-8")
    (found,) = load_timeml([tmp_path], [])
    pairs = label_timeml(*found, Pieces({"[UNK]": 0})).pairs["same"]
    assert {said(found, *pair[:2]) for pair in pairs if pair[2]} >= {("attack", "attacked"), ("ended", "attacked")}


def test_an_annotated_article_is_not_learned_from_as_timeml(tmp_path: Path) -> None:
    for name in ("articles", "gold", "timeml"):
        (tmp_path / name).mkdir()
    story = " ".join(["Dockers attacked two lorries in Antwerp on Monday, the police said on Tuesday."] * 3)
    (tmp_path / "articles" / "harbour.txt").write_text(story, encoding="utf-8")
    (tmp_path / "gold" / "harbour.json").write_text('{"sentences": [], "events": []}', encoding="utf-8")
    (tmp_path / "timeml" / "harbour.tml").write_text(f"<TimeML><TEXT>{story}</TEXT></TimeML>", encoding="utf-8")
    (tmp_path / "timeml" / "other.tml").write_text(FILE, encoding="utf-8")
    found = load_timeml([tmp_path / "timeml"], load_lessons(tmp_path, 1))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("Dockers & lorries", "no XML"),
        ("<TimeML></TimeML>", "no <TEXT>"),
        (FILE.replace('eiid="ei3"', 'eiid="ei30"'), "'ei3' is named in a link"),
    ],
)
def test_a_file_that_is_no_timeml_is_named_with_what_is_wrong(tmp_path: Path, content: str, problem: str) -> None:
    (tmp_path / "broken.tml").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=f"broken.tml.*{problem}"):
        read_annotation(tmp_path / "broken.tml")
