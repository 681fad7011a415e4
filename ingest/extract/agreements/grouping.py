"""One agreement told several times: takes candidates in text order, gives groups, one for each agreement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from ingest.extract.agreements.content import instrument_of, words_of
from ingest.extract.agreements.parties import CastLike, parties_of
from ingest.extract.agreements.triggers import Candidate, is_agreement_noun

CONTRAST = frozenset({"similar", "another", "other", "previous", "last", "earlier", "separate", "former", "second", "third",
                      "additional", "further", "different"})  # fmt: skip
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their"})


@dataclass(slots=True)
class Group:
    """The candidates of one agreement so far, with all that they tell."""

    members: list[Candidate] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    parties: list[int] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    senses: set[str] = field(default_factory=set)

    def add(self, seen: Seen) -> None:
        """Take in one more mention."""
        self.members.append(seen.candidate)
        self.words |= seen.words
        self.parties += [p for p in seen.parties if p not in self.parties]
        self.names |= seen.names
        self.senses.add(seen.candidate.sense)


@dataclass(frozen=True, slots=True)
class Seen:
    """A candidate with what its own words tell."""

    candidate: Candidate
    token: Token
    words: frozenset[str]
    parties: tuple[int, ...]
    names: frozenset[str]


def look(doc: Doc, candidate: Candidate, cast: CastLike) -> Seen:
    """Read words, parties and names of a candidate."""
    name = instrument_of(doc, candidate)
    names = frozenset(part.lower() for part in name if part) if name else frozenset()
    parties = tuple(parties_of(doc, candidate, cast))
    return Seen(candidate, doc[candidate.token], words_of(doc, candidate), parties, names)


def group(doc: Doc, candidates: Sequence[Candidate], cast: CastLike) -> list[Group]:
    """Join each candidate to the agreement it takes up; strong ones that take up none open one."""
    groups: list[Group] = []
    for candidate in candidates:
        seen = look(doc, candidate, cast)
        known = _taken_up(seen, groups, doc)
        if known is not None:
            known.add(seen)
        elif candidate.strong:
            fresh = Group()
            fresh.add(seen)
            groups.append(fresh)
    return groups


def _taken_up(seen: Seen, groups: Sequence[Group], doc: Doc) -> Group | None:
    for known in reversed(groups):
        if any(_same_clause(seen, doc[m.token], m) for m in known.members):
            return known
    if any(c.lower_ in CONTRAST for c in seen.token.children):
        return None
    scored = [(score, i) for i, known in enumerate(groups) if (score := _affinity(seen, known)) > 0]
    return groups[max(scored)[1]] if scored else None


def _same_clause(seen: Seen, other: Token, member: Candidate) -> bool:
    """ "signed an agreement", "the accord signed in May", "agreed on a deal": verb and noun of one statement."""
    a, b = seen.candidate, member
    if a.sentence != b.sentence or (
        a.content == a.token and a.verb == b.verb and b.content != a.token and a.sense == "agree"
    ):
        return False
    if a.sense == b.sense == "agree" and a.verb == b.verb:
        return False
    linked = {a.token, a.verb} & {b.token, b.verb, b.content} | {a.content} & {b.token}
    linked.discard(None)
    if not linked:
        return False
    if a.sense == b.sense == "noun":
        return other.head.i == seen.token.i or seen.token.head.i == other.i
    return is_agreement_noun(seen.token) or is_agreement_noun(other) or "talks" in {a.sense, b.sense}


def _affinity(seen: Seen, known: Group) -> float:
    """How well a candidate takes up an agreement told before; 0 where it does not."""
    talks = seen.candidate.sense == "talks"
    if seen.names and known.names:
        return 10.0 if seen.names & known.names else 0.0
    shared = len(seen.words & known.words)
    strangers = bool(seen.parties and known.parties) and not set(seen.parties) & set(known.parties)
    recency = known.members[-1].token / 1e6
    if strangers:
        return 0.0
    if shared >= 2 or (shared and len(seen.words) <= 2):
        return 2.0 + shared + recency
    if talks != ("talks" in known.senses) and not _prospective(known):
        return 0.0
    if seen.candidate.sense in {"noun", "talks"} and not seen.words and _takes_up(seen):
        return 1.0 + recency
    return 0.0


def _prospective(known: Group) -> bool:
    return "talks" in known.senses


def _takes_up(seen: Seen) -> bool:
    """Whether words point back: "the deal", "this accord", "negotiations", or a weak candidate."""
    definite = any(c.lower_ in DEFINITE for c in seen.token.children)
    return definite or not seen.candidate.strong or seen.candidate.sense == "talks"
