"""Words of speech: the verbs that introduce it and the documents that hold it."""

from __future__ import annotations

from functools import lru_cache

from ingest.extract.participants.tables import rows

DOCUMENTS = frozenset(
    {"statement", "letter", "report", "document", "tweet", "post", "message", "email", "note", "memo"}
) | {
    *(
        "release",
        "sign",
        "banner",
        "video",
        "speech",
        "article",
        "paper",
        "proclamation",
        "order",
        "ruling",
        "manifesto",
    ),
    *(
        "interview",
        "remark",
        "comment",
        "filing",
        "complaint",
        "lawsuit",
        "judgment",
        "opinion",
        "account",
        "guideline",
    ),
}
"""Nouns that "say" things; whoever issued them speaks."""


@lru_cache(maxsize=1)
def speech_verbs() -> dict[str, str]:
    """`say`, `judge` or `act` by lemma (`lexicons/speech_verbs.tsv`)."""
    return {row["verb"]: row["sort"] for row in reversed(rows("speech_verbs.tsv"))}
