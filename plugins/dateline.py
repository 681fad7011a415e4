"""Dateline's part of Datasette: what its templates call, links between rows, and headers against injected script.

Works on Datasette 0.65 and 1.0 alike. The pages themselves are gathered and drawn by `ingest.web`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from datasette import hookimpl
from datasette.utils import tilde_encode
from markupsafe import Markup

from ingest.web.dates import duration_phrase, is_vague, phrase, value_phrase
from ingest.web.families import FAMILIES, family_of
from ingest.web.pages import article_page, event_page, front_page, participant_page, timeline_page, years_covered
from ingest.web.svg import swatch, timeline_svg
from ingest.web.text import safe_url

DATABASE = "dateline"

# datasette-vega compiles its charts with eval and both it and Datasette put scripts into the page
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
HEADERS = {
    b"content-security-policy": CONTENT_SECURITY_POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
}

# column of a view or saved query -> table whose row it names
LINKED_COLUMNS = {
    "event_id": "events",
    "related_event_id": "events",
    "article_id": "articles",
    "participant_id": "participants",
    "first_id": "participants",
    "second_id": "participants",
    "agreement_id": "agreements",
    "conflict_id": "conflicts",
    "mention_id": "event_mentions",
    "sentence_id": "sentences",
    "duplicate_of": "articles",
}
LINKED_IDS = {
    "timeline": "events",
    "event_summaries": "events",
    "agreement_register": "agreements",
    "conflict_register": "conflicts",
}


def row_link(datasette: Any, table: str, key: object) -> str:
    """The address of a row's page."""
    return str(datasette.urls.row(DATABASE, table, tilde_encode(str(key))))


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """Filters that templates use."""
    env.filters["family"] = lambda type_: family_of(str(type_)).key
    env.filters["safe_url"] = safe_url
    env.filters["duration"] = duration_phrase
    env.globals["claim_value"] = value_phrase
    env.globals["date_phrase"] = phrase
    env.globals["date_is_vague"] = is_vague
    env.globals["event_families"] = FAMILIES
    env.globals["years_covered"] = years_covered
    env.globals["legend_swatch"] = swatch


@hookimpl
def extra_template_vars(datasette: Any, request: Any) -> dict[str, Any]:
    """What templates call to gather a page."""
    link = partial(row_link, datasette)

    async def ask(sql: str, params: Mapping[str, object]) -> list[Mapping[str, object]]:
        results = await datasette.get_database(DATABASE).execute(sql, dict(params), truncate=True)
        return [dict(row) for row in results.rows]

    def saved(name: str, **arguments: str) -> str:
        path = f"{datasette.urls.database(DATABASE)}/{name}"
        return Markup(path) + _query_string(arguments)

    def draw(events: list[Mapping[str, object]], title: str = "Timeline") -> Markup:
        return timeline_svg(events, lambda event: link("events", event["id"]), title)

    pages: dict[str, Callable[..., Awaitable[Any]]] = {
        "timeline_page": lambda: timeline_page(ask, {key: request.args.get(key) for key in request.args}),
        "event_page": lambda key: event_page(ask, key),
        "article_page": lambda key: article_page(ask, key, lambda event: link("events", event)),
        "participant_page": lambda key: participant_page(ask, key),
        "front_page": lambda: front_page(ask),
    }
    return {**pages, "row_link": link, "saved_query": saved, "draw_timeline": draw}


@hookimpl
def menu_links(datasette: Any) -> list[dict[str, str]]:
    """The same way about on every page, the timeline first."""
    database = str(datasette.urls.database(DATABASE))
    return [
        {"href": f"{database}/event_timeline", "label": "Timeline"},
        {"href": f"{database}/agreements_made", "label": "Agreements"},
        {"href": f"{database}/disagreements", "label": "Where sources disagree"},
        {"href": f"{database}/search", "label": "Search"},
        {"href": database, "label": "All tables and queries"},
    ]


@hookimpl
def render_cell(value: object, column: str, table: str | None, database: str, datasette: Any) -> Markup | None:
    """Link identifiers in views and saved queries to their rows; tables have foreign keys for that."""
    if database != DATABASE or value is None or not isinstance(value, str):
        return None
    if table is None or table in LINKED_IDS or table in ("event_evidence", "participant_activity"):
        target = LINKED_COLUMNS.get(column) or (LINKED_IDS.get(table or "") if column == "id" else None)
        if target:
            return Markup('<a href="{}">{}</a>').format(row_link(datasette, target, value), value)
    return None


@hookimpl
def asgi_wrapper() -> Callable[[Any], Any]:
    """Send the security headers with every answer."""

    def wrap(app: Any) -> Any:
        async def wrapped(scope: Any, receive: Any, send: Any) -> None:
            async def send_with_headers(event: Any) -> None:
                if event["type"] == "http.response.start":
                    present = {name.lower() for name, _ in event.get("headers") or []}
                    added = [(name, value) for name, value in HEADERS.items() if name not in present]
                    event = {**event, "headers": [*(event.get("headers") or []), *added]}
                await send(event)

            await app(scope, receive, send_with_headers)

        return wrapped

    return wrap


def _query_string(arguments: Mapping[str, str]) -> str:
    filled = {name: value for name, value in arguments.items() if value}
    return f"?{urlencode(filled)}" if filled else ""
