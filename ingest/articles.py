"""Articles: takes a `RawArticle`, gives the `Article` that the per-article half reads: text, language, id, context.

The id is the one that the article states, else `u` and a hash of its canonical URL, else `t` and a hash of its text
(with its source and title, so that two outlets that print one wire story stay two articles).
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from ingest.context import publication
from ingest.language import language_of
from ingest.model import Article, Metadata, RawArticle
from ingest.normalize import NormalText, normalize
from ingest.normalize.characters import clean_line

ID_DIGITS = 12
TRACKING = re.compile(r"(?:utm_.*|fbclid|gclid|dclid|msclkid|mc_[ce]id|cmpid|ocid|igshid|ref_src|smid)", re.IGNORECASE)
PORTS = {"80", "443"}


def to_article(raw: RawArticle) -> Article:
    """Normalise an article and establish its language, identifier and publication context."""
    normal = normalize(raw)
    stated = raw.metadata
    url = clean_line(stated.url)
    context, disagreements = publication(stated, raw.path, normal.text, normal.blocks)
    return Article(
        id=_id(stated, url, normal.text),
        path=raw.path,
        sha256=raw.sha256,
        text=normal.text,
        blocks=normal.blocks,
        publication=context,
        title=clean_line(stated.title) or _headline(normal),
        author=clean_line(stated.author),
        source=clean_line(stated.source) or _host(url),
        url=url,
        language=language_of(normal.text, stated.language),
        license=clean_line(stated.license),
        references=normal.references,
        notes=raw.notes + disagreements,
    )


def canonical_url(url: str) -> str:
    """An address without what does not change the page: scheme, `www.`, port, fragment, tracking, trailing slash."""
    try:
        parts = urlsplit(url.strip() if "//" in url else f"//{url.strip()}")
    except ValueError:
        return url.strip()
    host, _, port = parts.netloc.rpartition("@")[2].lower().partition(":")
    host = host.removeprefix("www.") + (f":{port}" if port and port not in PORTS else "")
    kept = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.fullmatch(pair[0]))
    return host + parts.path.rstrip("/") + (f"?{urlencode(kept)}" if kept else "")


def _id(stated: Metadata, url: str | None, text: str) -> str:
    if own := clean_line(stated.id):
        return own
    if url:
        return "u" + _digest(canonical_url(url))
    outlet = [clean_line(field) or "" for field in (stated.source, stated.title)]
    return "t" + _digest("\0".join([*outlet, text]) if any(outlet) else text)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:ID_DIGITS]


def _headline(normal: NormalText) -> str | None:
    """The heading that opens the text, for an article without a stated title."""
    first = next((block for block in normal.blocks if block.role != "dateline"), None)
    return normal.text[first.start : first.end] if first and first.role == "heading" else None


def _host(url: str | None) -> str | None:
    """The publisher as its address names it, where nothing else does."""
    return (canonical_url(url).partition("/")[0].partition("?")[0] or None) if url else None
