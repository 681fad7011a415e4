"""Where, by rule: takes a trigger, gives the named place that a locative phrase of its clause names."""

from __future__ import annotations

from ingest.extract.events.reading import Reading
from ingest.extract.events.syntax import predicate
from ingest.extract.events.tokens import Word

LOCATIVE = frozenset(["in", "at", "near", "outside", "inside", "on", "off", "across", "throughout"])


def rule_place(reading: Reading, token: Word, sentence: int) -> int | None:
    """The place nearest to the trigger among those that a locative preposition puts under it or its verb."""
    verb = predicate(token)
    best: tuple[int, int] | None = None
    for named in reading.places[sentence]:
        head = reading.words[named.head]
        if head.dep != "pobj" or head.head.lower not in LOCATIVE:
            continue
        if token.is_ancestor(head) or verb.is_ancestor(head):
            distance = abs(named.head - token.i)
            if best is None or distance < best[0]:
                best = (distance, named.targets[0])
    return best[1] if best else None
