"""The fields of an article as front matter, JSON and manifests name them: takes a mapping of names to values as they
stand in the file, gives `Metadata`.

| field | meaning | also read from these JSON names |
| --- | --- | --- |
| `id` | stable identifier | `guid`, `_id` |
| `title` | headline | `headline`, `name` |
| `published` | day or time of publication | see `NAMES` |
| `author` | one name, or a list of names | `authors`, `byline`, `creator` |
| `source` | publisher | `publisher`, `source_domain`, `site_name`, `sitename`, `outlet` |
| `url` | address | `link`, `canonical_url`, `permalink` |
| `language` | ISO 639 code or BCP 47 tag | `lang`, `inLanguage` |
| `license` | terms of use | `rights` |
| `text` | the article itself (JSON only) | `body`, `content`, `maintext`, `article_body`, `articleBody`, `full_text` |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields as fields_of
from dataclasses import replace

from ingest.errors import InputError
from ingest.model import Metadata
from ingest.read.dates import ADVICE, iso_moment

FIELDS = ("id", "title", "published", "author", "source", "url", "language", "license")

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "guid", "_id"),
    "title": ("title", "headline", "name"),
    "published": (
        "published",
        "date_publish",
        "published_at",
        "publishedAt",
        "date_published",
        "datePublished",
        "publication_date",
        "pubDate",
        "pub_date",
        "date",
    ),
    "author": ("author", "authors", "byline", "creator"),
    "source": ("source", "publisher", "source_domain", "site_name", "sitename", "outlet"),
    "url": ("url", "link", "canonical_url", "permalink"),
    "language": ("language", "lang", "inLanguage"),
    "license": ("license", "rights"),
    "text": ("text", "body", "content", "maintext", "article_body", "articleBody", "full_text"),
}


def metadata(values: Mapping[str, object], path: str, position: str | None, basis: str = "metadata") -> Metadata:
    """`Metadata` from values under the names of `FIELDS`; other names are ignored, empty values are silence.

    Raises InputError, with `path` and `position`, for a date of publication that is none.
    """
    stated = {name: as_text(values.get(name)) for name in FIELDS if name != "published"}
    return Metadata(**stated, published=_published(values.get("published"), path, position), published_basis=basis)


def as_text(value: object) -> str | None:
    """One value as text on one line: a list is joined by commas, a nested object (schema.org) gives its name."""
    if isinstance(value, Mapping):
        return next((as_text(value[k]) for k in ("name", "title", "url", "@id") if value.get(k)), None)
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(as_text, value))) or None
    if value is None or isinstance(value, bool):
        return None
    text = " ".join(str(value).split())
    return None if text in ("", "~") or re.fullmatch("null|none", text, re.IGNORECASE) else text


def completed(stated: Metadata, more: Metadata) -> Metadata:
    """`stated` with what only `more` knows, the basis of the date with it."""
    found = {
        f.name: getattr(more, f.name)
        for f in fields_of(Metadata)
        if f.name != "published_basis" and getattr(stated, f.name) is None
    }
    if stated.published is None and more.published is not None:
        found["published_basis"] = more.published_basis
    return replace(stated, **found)


def _published(value: object, path: str, position: str | None) -> str | None:
    if isinstance(value, list | Mapping):
        value = as_text(value)
    if value is None or as_text(value) is None:
        return None
    try:
        return iso_moment(value)
    except (ValueError, OverflowError) as error:
        shown = str(value)[:60]
        raise InputError(path, f"published: {shown!r} is no possible date ({error})", ADVICE, position) from error
