"""A short headline for an event: takes its type, main trigger, participants and place, gives one line of text."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extract.events.tokens import Word

LONGEST = 90
JOINT = frozenset({"AGREE", "CONSULT", "COOPERATE"})


def title_of(trigger: Word, kind: str, actors: Sequence[str], others: Sequence[str], place: str | None) -> str:
    """ "Japan and Philippines: summit in Tokyo"; without participants "Earthquake in Samos"."""
    happening = _phrase(trigger)
    where = f" in {place}" if place and place not in happening and place not in {*actors, *others} else ""
    names = [*actors, *others] if kind in JOINT else list(actors) or list(others)
    who = _list(names)
    line = f"{who}: {happening}{where}" if who else f"{happening[:1].upper()}{happening[1:]}{where}"
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def _list(names: Sequence[str]) -> str:
    shown = list(names[:3])
    if len(names) > 3:
        return f"{', '.join(shown)} and others"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def _phrase(trigger: Word) -> str:
    """The trigger with its modifiers or, for a verb, with its object: words of the article, in order."""
    kept = [trigger]
    if trigger.pos == "VERB":
        for child in trigger.children:
            if child.dep in {"prt", "neg", "acomp"}:
                kept.append(child)
            elif child.dep in {"dobj", "attr", "oprd"}:
                kept.extend(_noun_words(child))
            elif child.dep == "xcomp" and child.pos == "VERB":
                kept.extend(_complement(child))
    else:
        kept = _noun_words(trigger)
    line = " ".join(token.text for token in sorted(set(kept), key=lambda t: t.i))
    return line.replace(" - ", "-")


def _complement(verb: Word) -> list[Word]:
    """ "to upgrade ties": an infinitive with its marker and its object."""
    kept = [verb]
    for child in verb.children:
        if child.dep in {"aux", "prt"}:
            kept.append(child)
        elif child.dep == "dobj":
            kept.extend(_noun_words(child))
    return kept


def _noun_words(noun: Word) -> list[Word]:
    """The noun with all that modifies it from the left ("four-day state visit")."""
    before = [c for c in noun.children if c.i < noun.i and c.dep in {"amod", "compound", "nummod", "punct", "nmod"}]
    return [*(word for child in before for word in _noun_words(child)), noun]
