"""What a reader sees: the timeline on a screen and on a phone, in light and dark, and a chart that draws."""

from __future__ import annotations

import pytest

from ingest.web.queries import saved_queries

pytestmark = pytest.mark.browser

NO_SIDEWAYS_SCROLL = "document.documentElement.scrollWidth <= window.innerWidth"
SHOWN = "getComputedStyle(document.querySelector({!r})).display !== 'none'"
CONTRAST = """
(() => {
  const parse = c => c.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
      .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
  const light = c => { const [r, g, b] = parse(c); return .2126 * r + .7152 * g + .0722 * b };
  const a = light(getComputedStyle(document.querySelector('.dl-title a')).color);
  const b = light(getComputedStyle(document.body).backgroundColor);
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
})()
"""
PAGES = (
    "",
    "dateline/event_timeline",
    "dateline/events/ev-summit",
    "dateline/articles/summit-opens",
    "dateline/participants/norland",
)


def test_the_timeline_draws_a_bar_for_every_event_without_a_script_of_its_own(chromium, sites):
    page = chromium.open(f"{sites['small']}/dateline/event_timeline")
    assert page.evaluate("document.querySelectorAll('svg.timeline a').length") == 13
    assert page.evaluate(SHOWN.format(".dl-chart"))
    assert page.evaluate("document.querySelectorAll('section.content script').length") == 0
    assert page.problems == []


def test_labels_do_not_lie_on_other_labels(chromium, sites):
    page = chromium.open(f"{sites['large']}/dateline/event_timeline")
    overlaps = page.evaluate("""
        (() => {
          const boxes = [...document.querySelectorAll('svg.timeline .label')].map(e => e.getBBox())
              .sort((a, b) => a.y - b.y || a.x - b.x);
          return boxes.filter((box, i) => i && Math.abs(boxes[i - 1].y - box.y) < 2
              && boxes[i - 1].x + boxes[i - 1].width > box.x + 1).length;
        })()
    """)
    assert overlaps == 0
    assert page.problems == []


def test_a_bar_leads_to_the_evidence(chromium, sites):
    page = chromium.open(f"{sites['small']}/dateline/event_timeline")
    target = page.evaluate(
        "[...document.querySelectorAll('svg.timeline a')]"
        ".find(a => a.textContent.includes('hold a summit')).href.baseVal"
    )
    evidence = chromium.open(f"{sites['small']}{target}")
    assert evidence.evaluate("document.querySelectorAll('.dl-evidence mark').length") == 3


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_shows_every_page_without_scrolling_sideways(chromium, sites, path):
    page = chromium.open(f"{sites['small']}/{path}", width=390, height=844)
    assert page.evaluate(NO_SIDEWAYS_SCROLL)


def test_a_phone_shows_the_timeline_as_a_list(chromium, sites):
    page = chromium.open(f"{sites['large']}/dateline/event_timeline", width=390, height=844)
    assert not page.evaluate(SHOWN.format(".dl-chart"))
    assert page.evaluate("document.querySelectorAll('.dl-event').length") == 1000
    assert "1,000 of 1,213" in str(page.evaluate("document.querySelector('#dl-count').innerText"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_the_page(chromium, sites, scheme):
    page = chromium.open(f"{sites['small']}/dateline/event_timeline", scheme=scheme)
    assert float(str(page.evaluate(CONTRAST))) > 7


def test_an_empty_timeline_says_so(chromium, sites):
    page = chromium.open(f"{sites['empty']}/dateline/event_timeline")
    assert "There are no dated events" in str(page.evaluate("document.querySelector('.dl-empty').innerText"))


def test_a_chart_draws_under_the_content_security_policy(chromium, sites):
    (query,) = [query for query in saved_queries() if query.name == "events_per_month"]
    page = chromium.open(f"{sites['large']}/dateline/{query.name}#{query.fragment}")
    page.wait_for("document.querySelector('.vega-embed canvas, .vega-embed svg.marks') !== null")
    assert page.evaluate("document.querySelector('.vega-embed canvas, .vega-embed svg.marks').clientWidth") > 50
    assert page.problems == []


def test_words_of_an_article_run_no_script(chromium, sites):
    page = chromium.open(f"{sites['small']}/dateline/articles/hostile-markup")
    assert page.evaluate("document.querySelectorAll('.dl-text img, .dl-text script').length") == 0
    assert page.problems == []
