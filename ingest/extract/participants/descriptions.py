"""Common nouns that take part by description ("gunman", "police", "court"): the lexicon behind them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from ingest.extract.participants.tables import rows
from ingest.extract.participants.titles import title_of_head

SHORTEST_STEM = 3  # letters before an ending, so that "mist" and "twist" describe nobody


@dataclass(frozen=True, slots=True)
class Description:
    """One row of `lexicons/descriptions.tsv`."""

    noun: str
    kind: str
    government: bool


@lru_cache(maxsize=1)
def descriptions() -> dict[str, Description]:
    """All describing nouns by lemma."""
    return {row["noun"]: description for row, description in _all() if not row["noun"].startswith("-")}


@lru_cache(maxsize=1)
def deeds() -> frozenset[str]:
    """Nouns that report a happening (`lexicons/events_nouns.tsv`)."""
    return frozenset(row["lemma"] for row in rows("events_nouns.tsv"))


def description_of(token: Token) -> Description | None:
    """What a noun describes: by its own word, by that and the one before it ("law enforcement"), or by its ending."""
    lemma = token.lemma_.lower()
    found = descriptions().get(lemma)
    if found is None and lemma in _second_words() and token.i:
        found = descriptions().get(f"{token.doc[token.i - 1].lower_} {lemma}")
    if found is None and token.pos_ == "NOUN" and token.text.islower():
        found = _by_ending(lemma)
    return found


def describes_someone(token: Token) -> bool:
    """Whether a noun is for one person ("spokesman", not "spokesmen" nor "council")."""
    described = description_of(token) if token.tag_ == "NN" else None
    return described is not None and described.kind == "person"


def described_gender(name: str) -> str | None:
    """`m` or `f` where the last word of a description tells it ("gunman", "his wife"), else None."""
    last = name.lower().split()[-1]
    if last.endswith("woman") or last in {"girl", "mother", "wife", "sister", "daughter", "actress", "girlfriend"}:
        return "f"
    if last.endswith("man") or last in {"boy", "father", "husband", "brother", "son", "boyfriend"}:
        return "m"
    return None


@lru_cache(maxsize=10_000)
def broader_posts(post: str) -> frozenset[str]:
    """What the holder of a post may be called besides, "judge" for "chief justice" (`lexicons/broader_posts.tsv`)."""
    names = {post, post.split()[-1]}
    return frozenset(row["broader"] for row in rows("broader_posts.tsv") if row["post"] in names)


def is_post(token: Token) -> bool:
    """Whether a title tells what someone is to be or served as, not who takes part: "nominated her for president"."""
    first = token.head if token.dep_ == "conj" else token
    if first.dep_ != "pobj" or token.tag_ not in ("NN", "NNP") or title_of_head(token) is None:
        return False
    bare = not any(child.dep_ in ("det", "poss") for child in token.lefts)
    return first.head.lower_ == "as" or (first.head.lower_ == "for" and bare)


@lru_cache(maxsize=1)
def _second_words() -> frozenset[str]:
    return frozenset(noun.split()[1] for noun in descriptions() if " " in noun)


@lru_cache(maxsize=10_000)
def _by_ending(lemma: str) -> Description | None:
    for ending, description in _endings().items():
        if lemma.endswith(ending) and len(lemma) >= len(ending) + SHORTEST_STEM:
            return description
    return None


@lru_cache(maxsize=1)
def _endings() -> dict[str, Description]:
    return {row["noun"].removeprefix("-"): found for row, found in _all() if row["noun"].startswith("-")}


def _all() -> list[tuple[dict[str, str], Description]]:
    return [
        (row, Description(row["noun"], row["kind"], row["government"] == "yes"))
        for row in reversed(rows("descriptions.tsv"))
    ]
