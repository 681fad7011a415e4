"""Where, by rule: takes a trigger, gives the named place that a locative phrase of its clause names."""

from __future__ import annotations

from spacy.tokens import Token

from ingest.extract.events.reading import Reading
from ingest.extract.events.syntax import predicate

LOCATIVE = frozenset(["in", "at", "near", "outside", "inside", "on", "off", "across", "throughout"])


def rule_place(reading: Reading, token: Token, sentence: int) -> int | None:
    """The place nearest to the trigger among those that a locative preposition puts under it or its verb."""
    verb = predicate(token)
    best: tuple[int, int] | None = None
    for named in reading.places[sentence]:
        head = reading.doc[named.head]
        if head.dep_ != "pobj" or head.head.lower_ not in LOCATIVE:
            continue
        if token.is_ancestor(head) or verb.is_ancestor(head):
            distance = abs(named.head - token.i)
            if best is None or distance < best[0]:
                best = (distance, named.targets[0])
    return best[1] if best else None
