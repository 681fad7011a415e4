"""Every page and saved query of a published database answers, shows what it should, and lets nothing in."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.web.queries import saved_queries
from tests.web import newsroom
from tests.web.conftest import Site

QUERIES = {query.name: query for query in saved_queries()}
EXAMPLES = {
    "agreements_made": {"party": "veska", "kind": "negotiation"},
    "disagreements": {"kind": "office_holder"},
    "event_timeline": {"participant": "President Marr"},
    "events_per_month": {"since": "2024", "until": "2024-12"},
    "evidence_for_event": {"event": "ev-summit"},
    "independent_support": {"at_least": "1"},
    "participant_over_time": {"participant": "Norlanders"},
    "quotations_by_speaker": {"speaker": "marr", "words": "coast"},
    "search": {"q": "summits"},
    "undated_events": {"participant": "bank"},
    "who_meets_whom": {"participant": "brandt"},
}


def names(database: str) -> list[str]:
    """All tables and views that are not SQLite's own."""
    with sqlite3.connect(database) as connection:
        found = connection.execute(
            "select name from sqlite_master where type in ('table', 'view') "
            "and name not like 'sqlite_%' and name not like '%_fts%'"
        )
        return [name for (name,) in found]


def titles(rows: list[dict[str, object]], column: str = "title") -> list[object]:
    return [row[column] for row in rows]


def test_every_saved_query_has_an_example():
    assert set(EXAMPLES) == set(QUERIES)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_saved_query_finds_what_its_filters_ask_for(small, name):
    assert small.rows(name, **EXAMPLES[name])


@pytest.mark.parametrize("name", sorted(EXAMPLES))
@pytest.mark.parametrize("site", ["small", "large", "empty"])
def test_a_saved_query_answers_without_filters_and_with_odd_ones(request, site, name):
    published = request.getfixturevalue(site)
    assert published.get(f"/dateline/{name}").status_code == 200
    odd = "&".join(f"{param}=%22%27%25%3Cb%3E" for param in QUERIES[name].params)
    page = published.get(f"/dateline/{name}?{odd}")
    assert page.status_code == 200
    assert "<b>" not in re.sub(r"<b class=\"dl-[a-z]+\">", "", page.text)


@pytest.mark.parametrize("site", ["small", "large", "empty"])
def test_every_table_and_view_has_a_page(request, site):
    published = request.getfixturevalue(site)
    for name in names(str(published.database)):
        assert published.get(f"/dateline/{name}").status_code == 200, name


def test_every_row_of_the_small_corpus_has_a_page(small):
    with sqlite3.connect(small.database) as connection:
        for table in ("events", "articles", "participants", "agreements", "conflicts", "places", "quotations"):
            for (key,) in connection.execute(f"select id from {table}"):
                encoded = "".join(c if c.isalnum() or c in "-_" else f"~{ord(c):02X}" if c != " " else "+" for c in key)
                assert small.get(f"/dateline/{table}/{encoded}").status_code == 200, (table, key)


def test_the_home_page_leads_with_the_timeline(small):
    body = small.get("/").text.partition("<body")[2]
    assert re.search(r"<a[^>]*href=\"([^\"]+)\"", body).group(1) == "/dateline/event_timeline"


def test_an_empty_database_says_so(empty):
    assert "no dated events" in empty.get("/").text
    assert "no dated events" in empty.get("/dateline/event_timeline").text


class TestTimeline:
    def test_every_dated_event_is_a_bar_that_leads_to_its_page(self, small):
        page = small.get("/dateline/event_timeline").text
        chart = page[page.index('<svg class="timeline"') : page.index("</figure>")]
        assert chart.count("<a href=") == 13
        assert 'href="/dateline/events/ev-summit"' in chart
        assert 'href="/dateline/events/ev-~3Codd~3E~2Fid"' in chart

    def test_undated_events_are_counted_with_a_link(self, small):
        page = small.get("/dateline/event_timeline").text
        assert re.search(r'<a href="/dateline/undated_events">1 more without a date</a>', page)

    def test_it_says_when_it_shows_a_part_and_goes_on_from_there(self, large):
        page = large.get("/dateline/event_timeline").text
        assert "<strong>1,000 of 1,213</strong>" in page
        assert page.count('class="bar ') - page.count('class="swatch"') == 1000
        assert "since=2024-03-" in page

    def test_filters_narrow_it(self, small):
        def found(**filters: str) -> list[object]:
            return titles(small.rows("event_timeline", **filters))

        assert found(participant="odile renn") == ["Norland and Veska hold a summit in Kestrel Bay"]
        assert found(type="retreat") == ["Norland leaves the fisheries pact"]
        assert "Fire in the harbour of Ostrava Heights" in found(country="se")
        assert found(since="2024-07", until="2024-07-15") == ["Talks on the waters convention begin"]
        assert found(until="1951-06") == ["First border treaty signed"]
        assert found(since="1995", until="1995") == ["The great dyke breaks"]
        assert found(participant="nobody at all") == []

    def test_a_filter_on_an_exact_name_does_not_find_longer_ones(self, small):
        assert all("Marr" in str(row["participants"]) for row in small.rows("event_timeline", participant="Marr"))

    def test_a_date_that_is_none_is_explained(self, small):
        page = small.get("/dateline/event_timeline?since=yesterday")
        assert page.status_code == 200
        assert "“yesterday” is no date" in page.text

    def test_it_loads_no_script_or_style_from_elsewhere(self, small):
        page = small.get("/dateline/event_timeline").text
        loaded = re.findall(r'<(?:script|img|link rel="stylesheet")[^>]+(?:src|href)="([^"]*)"', page)
        assert loaded
        assert not [address for address in loaded if not re.match(r"/[^/]", address)]


class TestEventPage:
    def test_it_shows_the_claims_side_by_side(self, small):
        page = small.get("/dateline/events/ev-summit").text
        assert page.count('class="dl-side"') == 4
        assert "Prime Minister of Veska: Tomas Brandt or Odile Renn" in page
        assert page.count('<li class="disputed">') == 2

    def test_it_marks_the_trigger_in_every_sentence(self, small):
        page = small.get("/dateline/events/ev-summit").text
        assert page.count("<mark>summit</mark>") == 2
        assert "<mark>met</mark>" in page
        assert "a copy, not counted" in page

    def test_an_undated_event_is_not_given_the_day_of_publication(self, small):
        page = small.get("/dateline/events/ev-accuse").text
        assert "Nothing says when this happened" in page
        assert ">undated</span>" in page

    def test_an_unknown_event_is_not_found(self, small):
        assert small.get("/dateline/events/nothing").status_code == 404


class TestHostileText:
    PAGES = (
        "/",
        "/dateline/event_timeline",
        "/dateline/events/ev-~3Codd~3E~2Fid",
        "/dateline/articles/hostile-markup",
        "/dateline/articles",
        "/dateline/participants/norland",
        "/dateline/search?q=inquiry",
        "/dateline/evidence_for_event?event=ev-%3Codd%3E%2Fid",
    )

    @pytest.mark.parametrize("path", PAGES)
    def test_words_of_an_article_never_become_markup(self, small, path):
        page = small.get(path).text
        assert "<script>alert(" not in page
        assert "<img src=x" not in page
        assert newsroom.HOSTILE not in page

    def test_addresses_that_are_no_web_addresses_are_not_linked(self, small):
        for path in ("articles/leaders-at-kestrel-bay", "articles/summit-opens", "events/ev-summit", "articles"):
            assert 'href="javascript:' not in small.get(f"/dateline/{path}").text.lower()


class TestArticlePage:
    def test_page_furniture_is_set_apart(self, small):
        page = small.get("/dateline/articles/summit-opens").text
        assert re.search(r'<p class="dl-apart"><span class="dl-role">furniture</span> Read more: ten harbours', page)

    def test_triggers_lead_to_their_events(self, small):
        page = small.get("/dateline/articles/summit-opens").text
        assert re.search(r'<a class="dl-trigger" href="/dateline/events/ev-summit"[^>]*>met</a>', page)

    def test_a_copy_names_its_original(self, small):
        assert "A copy of" in small.get("/dateline/articles/leaders-at-kestrel-bay-copy").text


class TestModes:
    def test_the_public_mode_runs_no_sql_but_its_own(self, large):
        assert large.get("/dateline?sql=select+1").status_code == 403
        assert large.get("/dateline.json?sql=select+1").status_code == 403

    def test_the_local_mode_does(self, small):
        assert small.get("/dateline.json?sql=select+1&_shape=array").status_code == 200

    @pytest.mark.parametrize("path", ["/", "/dateline/event_timeline", "/dateline/events.json", "/static/dateline.css"])
    def test_every_answer_carries_a_content_security_policy(self, large, path):
        policy = large.get(path).headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "object-src 'none'" in policy


def test_datasette_finds_the_full_text_search(small):
    for table, words in (("articles", "patrols"), ("sentences", "striking"), ("events", "summits")):
        response = small.get(f"/dateline/{table}.json?_search={words}&_shape=objects")
        assert response.json()["rows"], table


def test_the_tables_of_full_text_search_are_hidden(small):
    tables = small.get("/dateline.json").json()["tables"]
    assert all(table["hidden"] for table in tables if "_fts" in table["name"])
    assert any("_fts" in table["name"] for table in tables)


def test_copies_count_once_as_a_source(small):
    rows = {row["event_id"]: row for row in small.rows("independent_support")}
    assert rows["ev-summit"]["sources"] == 2
    assert rows["ev-summit"]["citations"] == 2


def test_charts_name_columns_that_their_queries_return(small):
    for name, query in QUERIES.items():
        if not query.fragment:
            continue
        rows = small.rows(name)
        assert rows, name
        settings = dict(part.split("=") for part in query.fragment.split("&"))
        columns = {value for key, value in settings.items() if key.endswith("_column")}
        assert columns <= set(rows[0]), name
        times = [settings[f"g.{axis}_column"] for axis in "xy" if settings[f"g.{axis}_type"] == "temporal"]
        assert all(str(row[column]).endswith("T00:00:00") for row in rows for column in times), name


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("own_clause", "when: “Monday” = 3–5 June 2024"),
        ("since", "when: since “Monday”, so 3–5 June 2024"),
        ("until", "when: by “Monday”, so 3–5 June 2024"),
        ("from_to", "when: in a stretch with “Monday”, so 3–5 June 2024"),
    ],
)
def test_an_expression_that_only_bounds_the_days_is_not_said_to_be_them(
    database_of: Callable[[newsroom.Newsroom], Path], rule: str, said: str
) -> None:
    news = newsroom.Newsroom()
    news.article("watch", ["Police have held the mill since Monday."], "2024-06-05")
    news.event("ev-held", "COERCE", "Police: held the mill", [("watch", 0, "held")], "2024-06-03", "2024-06-05")
    sentence = news.tables["sentences"]["watch-s0"]["id"]
    news.add("time_expressions", id="t", article_id="watch", sentence_id=sentence, start_char=32, end_char=38, text="Monday", type="DATE", value="2024-06-03")  # fmt: skip  # noqa: E501
    news.tables["event_mentions"]["ev-held-m0"] |= {"time_expression_id": "t", "date_rule": rule}
    assert said in Site(database_of(news)).get("/dateline/events/ev-held").text
