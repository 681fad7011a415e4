"""Words of speech: the verbs that introduce it and the documents that hold it."""

from __future__ import annotations

from functools import lru_cache

from ingest.extract.participants.tables import rows

UTTERANCES = frozenset(
    {"statement", "letter", "tweet", "post", "message", "email", "note", "memo", "release", "video", "speech", "remark"}
) | {
    *("comment", "interview", "proclamation", "blog", "caption", "thread", "announcement", "reply", "response"),
    *("communique", "communiqué", "address", "sermon", "telegram", "e-mail", "bulletin", "testimony"),
    *("notice", "circular", "newsletter", "pamphlet", "flyer", "brochure", "retraction", "handout"),
}
"""Nouns for what someone said: whoever spoke before may speak on in them."""

DOCUMENTS = UTTERANCES | {
    *(
        "report",
        "document",
        "sign",
        "banner",
        "article",
        "paper",
        "order",
        "ruling",
        "manifesto",
        "filing",
        "complaint",
    ),
    *("lawsuit", "judgment", "judgement", "opinion", "account", "guideline", "indictment", "affidavit", "verdict"),
    *("study", "survey", "poll", "website", "site", "editorial", "column", "book", "memoir", "biography", "transcript"),
    *("resolution", "declaration", "dossier", "bill", "advertisement", "poster", "placard", "leaflet", "warrant"),
    *("complaint", "petition", "motion", "decision", "text", "plaque", "inscription", "cable", "card"),
}
"""Nouns that "say" things; whoever issued them speaks."""


@lru_cache(maxsize=1)
def speech_verbs() -> dict[str, str]:
    """`say`, `judge` or `act` by lemma (`lexicons/speech_verbs.tsv`)."""
    return {row["verb"]: row["sort"] for row in reversed(rows("speech_verbs.tsv"))}
