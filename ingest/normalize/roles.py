"""Roles of paragraphs: takes the paragraphs of an article, gives for each what it is on the page.

`body` and `heading` are the article; `dateline` is a line that holds only the date; `pull_quote` repeats a sentence
of the article; `furniture` is what the page puts around it (links, credits, captions with a credit, subscription
prompts; the table is `lexicons/furniture.tsv`); `reference` is the list at the foot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ingest.lexicon import rows
from ingest.normalize.pull_quotes import pull_quotes
from ingest.read.dates import WRITTEN_DAY

MOST_WORDS = 40  # of a paragraph that is furniture by its beginning or as a whole
MOST_WORDS_CAPTION = 120
LONGEST_CREDIT = 140  # characters
HEAD = 4  # paragraphs at the beginning where the article's own date stands
FOOT = 4  # paragraphs at the end where notes on the author stand
MOST_WORDS_HEADING = 14

A_DAY = re.compile(WRITTEN_DAY + r"\.?", re.IGNORECASE)
OPEN_SENTENCE = re.compile(r"[A-Z][^@#]*[^\W\d_]", re.DOTALL)
MOST_WORDS_OPEN = 30
CLOSED = re.compile(r"""[.!?;,:…]["'”’)\]]*$|["”)\]]$""")
TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+\(?[A-Z]{2,5}\)?)?)?"
SAYS_WHEN = r"(?:(?:first |last )?(?:published|posted|issued|created|updated|modified|date)(?: on| at)?\s*:?\s+)?"
DATELINE = re.compile(rf"{SAYS_WHEN}{WRITTEN_DAY}{TIME}\.?", re.IGNORECASE)


def assign_roles(paragraphs: Sequence[str], references: range = range(0)) -> list[str]:
    """The role of each paragraph, in order; `references` are the positions of the list at the foot."""
    found = [_by_itself(paragraph) for paragraph in paragraphs]
    for i, role in enumerate(found[HEAD:], start=HEAD):
        if role == "dateline" and A_DAY.fullmatch(paragraphs[i]):
            found[i] = "heading"  # of a section in a chronicle
    for i in range(max(0, len(paragraphs) - FOOT), len(paragraphs)):
        if found[i] in ("body", "heading") and _lexicon("foot").fullmatch(paragraphs[i]):
            found[i] = "furniture"
    for i in references:
        found[i] = "reference"
    readable = [i for i, role in enumerate(found) if role in ("body", "heading")]
    for k in pull_quotes([paragraphs[i] for i in readable]):
        found[readable[k]] = "pull_quote"
    for i in _captions(paragraphs, found):
        found[i] = "furniture"
    return found


def _captions(paragraphs: Sequence[str], roles: Sequence[str]) -> list[int]:
    """Sentences that nothing closes, inside a text whose paragraphs are closed: what stood below a picture.

    Not what a colon announces, since that is a list, nor the last paragraph, which may be cut off.
    """
    body = [i for i, role in enumerate(roles) if role == "body"]
    closed = [bool(CLOSED.search(paragraphs[i])) for i in body]
    if not any(closed) or sum(closed) < len(body) / 2:
        return []
    found: list[int] = []
    announced = False
    for k in range(closed.index(True), len(body) - 1):
        paragraph = paragraphs[body[k]]
        announced = paragraph.endswith(":") or (announced and not closed[k])
        words = paragraph.count(" ") + 1
        if not closed[k] and not announced and words <= MOST_WORDS_OPEN and OPEN_SENTENCE.fullmatch(paragraph):
            found.append(body[k])
    return found


def _by_itself(paragraph: str) -> str:
    words = paragraph.count(" ") + 1
    if not any(map(str.isalnum, paragraph)):
        return "furniture"
    if words <= MOST_WORDS:
        if DATELINE.fullmatch(paragraph):
            return "dateline"
        if _lexicon("whole").fullmatch(paragraph) or _lexicon("start").match(paragraph):
            return "furniture"
    if words <= MOST_WORDS_CAPTION and _lexicon("end").search(paragraph[-LONGEST_CREDIT:]):
        return "furniture"
    return "heading" if words <= MOST_WORDS_HEADING and _is_heading(paragraph) else "body"


def _is_heading(paragraph: str) -> bool:
    return not CLOSED.search(paragraph) and (paragraph[0].isupper() or paragraph[0].isdigit())


@cache
def _lexicon(scope: str) -> re.Pattern[str]:
    patterns = [row["pattern"] for row in rows("furniture.tsv") if row["scope"] == scope]
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(rf"(?:{joined})$" if scope == "end" else joined, re.IGNORECASE)
