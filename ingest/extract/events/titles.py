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
    else:
        kept = _noun_words(trigger)
    return " ".join(token.text for token in sorted(set(kept), key=lambda t: t.i))


def _noun_words(noun: Word) -> list[Word]:
    return [noun, *(c for c in noun.children if c.dep in {"amod", "compound", "nummod"} and c.i < noun.i)]
