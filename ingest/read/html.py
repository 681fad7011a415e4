"""Web pages: takes the decoded text of an `.html` file, gives the article in it with what the page says of it.

trafilatura finds the main text (paragraphs kept) and the metadata, htmldate the date of publication, and that only
where the page states one: in its head, in JSON-LD, or in an element marked as the time of publication. Dates that
merely occur on the page are no such statement.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from ingest.errors import InputError
from ingest.model import Metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

REMEDY = "Save the whole page, or its text as .txt"
PAGE = re.compile(r"<\s*(?:!doctype|html|head|body|p|div|article|br|title|span|h1)\b", re.IGNORECASE)
TRACES = re.compile(r"<(?:p|br|div|h[1-6]|li|a|blockquote)\b[^<>]*>", re.IGNORECASE)

STATEMENTS = "//meta|//script[@type='application/ld+json']"
MARKED_AS_PUBLISHED = (
    "//time[@pubdate or @itemprop='datePublished' or contains(@class,'publi') or contains(@class,'entry-date')"
    " or contains(@class,'posted')]|//abbr[contains(@class,'publi')]|(//article//header//time)[1]"
)
NO_STATEMENT = re.compile("modif|updat|expir|image|copyright", re.IGNORECASE)
# fixed bounds: what a page says must not depend on the day when it is read
EARLIEST, LATEST = "1700-01-01", "2199-12-31"

BREAKS = frozenset({"p", "div", "br", "hr", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"}) | frozenset(
    {"blockquote", "pre", "figcaption", "section", "article", "table", "tr", "td", "th"}
)
UNSEEN = frozenset({"script", "style", "noscript", "template"})


def article(text: str, path: str) -> tuple[str, Metadata, tuple[str, ...]]:
    """Main text, metadata and notes of a page. Raises InputError where no article is found in it."""
    import trafilatura  # costs half a second: only where a page is read

    if not PAGE.search(text):
        raise InputError(path, "is no web page (it has no HTML element)", "Name plain text .txt")
    tree = trafilatura.load_html(text)
    if tree is None:
        raise InputError(path, "is no web page that can be parsed", REMEDY)
    page = trafilatura.bare_extraction(
        deepcopy(tree),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False, "max_date": LATEST},
    )
    if page is None or isinstance(page, dict) or not page.text:
        raise InputError(path, "holds no article text that can be found (cut off, or made by scripts?)", REMEDY)
    stated = Metadata(
        title=page.title or None,
        author=page.author or None,
        source=page.sitename or page.hostname or None,
        url=page.url or None,
        license=page.license or None,
        published=stated_date(tree),
    )
    return page.text, stated, ()


def stated_date(tree: HtmlElement) -> str | None:
    """The day on which a page says that it was published; None where it says none."""
    import htmldate
    from lxml import etree
    from lxml.html import HtmlElement, fromstring

    head = [e for e in tree.xpath(STATEMENTS) if not NO_STATEMENT.search(" ".join(map(str, e.attrib.values())))]
    marked = [e for e in tree.xpath(MARKED_AS_PUBLISHED) if isinstance(e, HtmlElement)]

    def markup(elements: list[HtmlElement]) -> str:
        return "".join(etree.tostring(e, encoding="unicode", method="html", with_tail=False) for e in elements)

    statements = fromstring(f"<html><head>{markup(head)}</head><body>{markup(marked)}</body></html>")
    return htmldate.find_date(
        statements, extensive_search=False, original_date=True, min_date=EARLIEST, max_date=LATEST
    )


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML, a line for each element that begins one."""
    from lxml import etree
    from lxml.html import fromstring

    if not markup.strip():
        return ""
    lines: list[str] = []
    walker = etree.iterwalk(fromstring(f"<div>{markup}</div>"), events=("start", "end"))
    for event, element in walker:
        hidden = not isinstance(element.tag, str) or element.tag in UNSEEN
        if event == "start":
            lines.append("\n\n" if element.tag in BREAKS else "")
            lines.append("" if hidden else element.text or "")
            if hidden:
                walker.skip_subtree()
        else:
            lines.append("\n\n" if element.tag in BREAKS else "")
            lines.append(element.tail or "")
    return "".join(lines)


def without_markup(text: str) -> str:
    """Text as it is, or stripped of HTML where it holds some, as the bodies of feeds do."""
    return fragment_text(text) if TRACES.search(text) else text
