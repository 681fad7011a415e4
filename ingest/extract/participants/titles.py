"""Titles and posts: takes words beside a name, says whether they are a title, of which sort, and for which gender."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from ingest.extract.participants.tables import rows

LONGEST = 3


@dataclass(frozen=True, slots=True)
class Title:
    """One row of `lexicons/titles.tsv`."""

    form: str
    sort: str
    single: bool
    gender: str | None


@lru_cache(maxsize=1)
def titles() -> dict[str, Title]:
    """All titles by their lower-case form."""
    return {
        row["form"]: Title(row["form"], row["sort"], row["single"] == "yes", row["gender"] or None)
        for row in reversed(rows("titles.tsv"))
    }


@lru_cache(maxsize=1)
def last_words() -> frozenset[str]:
    """The words that end a title, lower case."""
    return frozenset(form.split()[-1] for form in titles())


@lru_cache(maxsize=1)
def _last_stems() -> frozenset[str]:
    """The same up to their first full stop, since the tokenizer may cut "Sen." in two; "." ends such a title."""
    return frozenset(word.split(".")[0] for word in last_words()) | {""}


def title_before(doc: Doc, start: int) -> tuple[int, Title] | None:
    """The longest title that ends right before token `start`, with the token where it begins; None without one.

    "Prime Minister | Takaichi" and "Mr. | Baker" have one; a lower-case role ("singer | Adele") counts too.
    """
    if not start or doc[start - 1].lower_.split(".")[0].rstrip(".") not in _last_stems():
        return None
    for length in range(LONGEST + 2, 0, -1):
        begin = start - length
        if begin < 0 or any(token.is_sent_start for token in doc[begin + 1 : start]):
            continue
        found = titles().get(doc[begin:start].text.lower())
        if found:
            return begin, found
    return None


def title_of_head(token: Token) -> Title | None:
    """The title that a noun phrase's head spells ("foreign minister" for "minister" there), or None."""
    lemma = token.lemma_.lower()
    if token.lower_ not in last_words() and lemma not in titles():
        return None
    doc, i = token.doc, token.i
    for length in range(LONGEST, 0, -1):
        begin = i + 1 - length
        if begin >= 0:
            found = titles().get(doc[begin : i + 1].text.lower())
            if found:
                return found
    return titles().get(lemma)
