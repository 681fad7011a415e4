"""When an article appeared: who says so, and who is believed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.articles import to_article
from ingest.context import day_in_path
from ingest.model import Metadata, Publication, RawArticle
from ingest.read import read

STORY = "Peru and Chile signed a treaty on Monday."


def dated(text: str = STORY, path: str = "a.txt", **metadata: str) -> tuple[str | None, str]:
    """Value and basis of the publication date."""
    publication = to_article(RawArticle(path, "0" * 64, text, Metadata(**metadata))).publication
    return publication.value, publication.basis


def test_the_more_trusted_source_is_believed() -> None:
    head = "LIMA, 14 July 2019 (Reuters) - "
    url = "https://courier.example/2019/07/12/treaty"
    path = "2019-07-13-treaty.txt"
    assert dated(head + STORY, path, published="2019-07-10", url=url) == ("2019-07-10", "metadata")
    assert dated(head + STORY, path, published="2019-07-11", published_basis="manifest") == ("2019-07-11", "manifest")
    assert dated(head + STORY, path, url=url) == ("2019-07-12", "url")
    assert dated(head + STORY, path) == ("2019-07-13", "filename")
    assert dated(head + STORY) == ("2019-07-14", "dateline")
    assert dated() == (None, "unknown")


def test_a_time_is_kept_and_bounded_by_its_day() -> None:
    article = to_article(RawArticle("a.txt", "0" * 64, STORY, Metadata(published="2019-07-10T23:30:00-05:00")))
    assert article.publication == Publication("2019-07-10T23:30:00-05:00", "2019-07-10", "2019-07-10", "metadata")


def test_a_difference_of_more_than_a_day_is_noted() -> None:
    def notes(url: str) -> tuple[str, ...]:
        return to_article(RawArticle("a.txt", "0" * 64, STORY, Metadata(published="2019-07-10", url=url))).notes

    assert not notes("https://courier.example/2019/07/11/treaty")
    (note,) = notes("https://courier.example/2019/07/12/treaty")
    assert "2019-07-10 by metadata" in note
    assert "2019-07-12 by url" in note


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/world/2019/07/10/treaty", "2019-07-10"),
        ("/world/2019/jul/10/treaty", "2019-07-10"),
        ("/2019/7/9/", "2019-07-09"),
        ("/world/2019-07-10/treaty", "2019-07-10"),
        ("/treaty-signed-20190710", "2019-07-10"),
        ("/2019-07-10-treaty.html", "2019-07-10"),
        ("/2018/01/05/what-happened-2017-12-30", "2018-01-05"),
        ("/world/2019/07/treaty", None),
        ("/world/2019/13/10/treaty", None),
        ("/2019/02/30/treaty", None),
        ("/story/20191310", None),
        ("/story/562019071012", None),
        ("/g5-8420190710e7b", None),
        ("/from-2019-07-10-to-2019-07-12", None),
    ],
)
def test_an_address_is_named_after_one_day_or_none(path: str, day: str | None) -> None:
    found = day_in_path(path)
    assert (found and found.isoformat()) == day


def test_the_date_of_an_archive_is_not_that_of_the_page_in_it() -> None:
    url = "https://archive.example/web/2023/01/02/https://courier.example/2019/07/10/treaty"
    assert dated(url=url) == ("2019-07-10", "url")


def test_a_list_of_articles_is_not_dated_by_its_file_name() -> None:
    assert dated(path="export-2023-01-02.jsonl#3") == (None, "unknown")
    assert dated(path="2019/07/10/treaty.txt") == ("2019-07-10", "filename")


@pytest.mark.parametrize(
    "head",
    [
        "LIMA, July 10, 2019 — {}",
        "LIMA, Peru, July 10, 2019 -- {}",
        "LIMA (Reuters), 10 July 2019 - {}",
        "LIMA, 10 July 2019 (Reuters) - {}",
        "Lima, 10 July 2019 – {}",
        "Wednesday, July 10, 2019\n\n{}",
        "Treaty signed\nPublished: July 10, 2019 8:05 am\n\n{}",
    ],
)
def test_a_dateline_with_a_year_tells(head: str) -> None:
    assert dated(head.format(STORY)) == ("2019-07-10", "dateline")


@pytest.mark.parametrize(
    "head",
    [
        "LIMA, July 10 — {}",
        "LIMA (Reuters) - {}",
        "In Lima, July 10, 2019 - {}",
        "Last updated 10 July 2019\n\n{}",
        "{} It had been drafted in Lima, July 10, 2018 — a year before.",
        STORY + "\nLima, 10 July 1998 – the day when the first treaty was signed – is remembered well.",
    ],
)
def test_other_dates_in_a_text_tell_nothing(head: str) -> None:
    assert dated(head.format(STORY)) == (None, "unknown")


def test_a_dateline_without_a_year_takes_it_from_an_address_with_the_same_month() -> None:
    text = "LIMA, July 10 — " + STORY
    assert dated(text, url="https://courier.example/2019/07/treaty") == ("2019-07-10", "dateline")
    assert dated(text, url="https://courier.example/2019/08/treaty") == (None, "unknown")


def test_the_time_of_the_file_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(STORY)
    os.utime(file, (1562745600, 1562745600))
    (raw,) = read([file])
    assert isinstance(raw, RawArticle)
    assert to_article(raw).publication == Publication()


@given(st.dates(), st.sampled_from(["/{:%Y/%m/%d}/x", "/x-{:%Y-%m-%d}", "/{:%Y%m%d}.html"]))
def test_a_day_in_an_address_is_that_day_or_unread(day: object, form: str) -> None:
    assert day_in_path(form.format(day)) in (day, None)
