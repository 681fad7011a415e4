"""Answers in marks in an interview ('Roe: "We began in May."', 'A: "We did."'): takes the turns of an article and its
cast, gives who answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.extract.cast import Cast
from ingest.normalize.turns import Turn

ANSWER, QUESTION = "A", "Q"


def answers(cast: Cast, turns: Sequence[Turn]) -> dict[int, tuple[int, str]]:
    """The person, and the words for him or her, by where the words of a turn begin, their opening mark included.

    The name before a turn is a person's, or his or her initials; "A", where "Q" asks, is whom the article names most.
    """
    people = Counter(
        i
        for mention in cast.mentions
        for i in mention.entities
        if cast.entities[i].kind == "person" and mention.rule != "description"
    )
    asked = any(turn.name == QUESTION for turn in turns)
    found: dict[int, tuple[int, str]] = {}
    for turn in turns:
        person = _named(cast, turn, people)
        if person is None and turn.name == ANSWER and asked:
            person = next((i for i, _ in people.most_common(1)), None)
        if person is not None:
            found[turn.end] = (person, turn.name)
    return found


def _named(cast: Cast, turn: Turn, people: Iterable[int]) -> int | None:
    """The only person who is called so, or has these initials."""
    called = [
        i for i in people if cast.entities[i].name == turn.name or cast.entities[i].name.endswith(f" {turn.name}")
    ]
    if not called and turn.name.isupper() and len(turn.name) > 1:
        called = [i for i in people if _initials(cast.entities[i].name) == turn.name]
    return called[0] if len(called) == 1 else None


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.replace("-", " ").split() if part[0].isupper())
