"""Plain text and Markdown: takes the decoded text of a `.txt` or `.md` file, gives its fields and its body.

Both may open with YAML front matter. Markdown is rendered and stripped; its numbered lines and its markers `[1]` stay
as they are, since in news they are citations.
"""

from __future__ import annotations

from markdown_it import MarkdownIt

from ingest.model import Metadata
from ingest.read import fields, frontmatter, html

# what would eat "[1]: https://…" and "2. Author, title", or take an indented paragraph for code
MARKDOWN = MarkdownIt("commonmark").disable(["reference", "list", "code"])


def article(text: str, path: str) -> tuple[str, Metadata, tuple[str, ...]]:
    """Body, metadata and notes of a plain text. Raises InputError for front matter that cannot be used."""
    front = frontmatter.split(text, path)
    line = front.lines.get("published")
    stated = fields.metadata(front.fields, path, f"line {line}" if line else None)
    return front.body, stated, front.notes


def markdown(text: str, path: str) -> tuple[str, Metadata, tuple[str, ...]]:
    """The same for Markdown, its markup taken off."""
    body, stated, notes = article(text, path)
    return html.fragment_text(MARKDOWN.render(body)), stated, notes
