"""One agreement told several times: takes candidates in text order, gives groups, one for each agreement.

Each candidate is held against the agreements told before it. A name decides first, then what sets agreements apart
(other parties, "another", "the previous"), then shared words; what has no words of its own takes up the latest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from ingest.extract.agreements.attributes import AFFECTED, told_kind, told_status
from ingest.extract.agreements.content import ABOUT, telling_words
from ingest.extract.agreements.instruments import Instrument, instrument_at
from ingest.extract.agreements.lexicon import has_sense, nouns, words
from ingest.extract.agreements.parties import CastLike, relations_of
from ingest.extract.agreements.triggers import Candidate

DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her", "our"})
INDEFINITE = frozenset({"a", "an", "another", "some", "any"})
PLURAL = frozenset({"NNS", "NNPS"})
OPEN = frozenset({"proposed", "negotiating"})
MADE = frozenset({"agreed", "signed", "in_force"})
STEM = 5  # letters in which "peace" and "peaceful", "refinance" and "refinancing" agree


@dataclass(frozen=True, slots=True)
class Seen:
    """A candidate with what its own words tell; `age` is `coming`, `present`, `past` or None."""

    candidate: Candidate
    token: Token
    words: frozenset[str]
    parties: dict[int, str]
    names: frozenset[str]
    age: str | None
    beside: frozenset[str]
    status: str | None
    kinds: tuple[str, ...]
    covers: frozenset[int]

    @property
    def is_talks(self) -> bool:
        """Whether it tells of talks, not of their result."""
        return self.candidate.sense == "talks"

    @property
    def is_vague(self) -> bool:
        """Whether its noun names an agreement only beside others that do ("the partnership", "a framework")."""
        noun = nouns().get(self.token.lemma_.lower())
        return (
            self.candidate.sense == "noun" and not self.candidate.strong and (noun is None or noun.strength == "weak")
        )

    @property
    def is_undertaking(self) -> bool:
        """Whether it tells by a verb what someone agreed or undertook to do."""
        return self.candidate.sense in {"agree", "commit"}


@dataclass(slots=True)
class Group:
    """The mentions of one agreement so far, with all that they tell."""

    members: list[Seen] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    parties: dict[int, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)

    def add(self, seen: Seen) -> None:
        """Take in one more mention."""
        self.members.append(seen)
        self.words |= seen.words
        self.parties.update(zip(seen.parties, seen.kinds, strict=True))
        self.names |= seen.names
        if seen.age:
            self.ages.add(seen.age)

    @property
    def candidates(self) -> list[Candidate]:
        """The mentions' candidates."""
        return [member.candidate for member in self.members]

    @property
    def is_talks(self) -> bool:
        """Whether talks are among the mentions."""
        return any(member.is_talks for member in self.members)

    @property
    def is_open(self) -> bool:
        """Whether the agreement is told as not yet made."""
        return any(member.status in OPEN for member in self.members)

    @property
    def is_made(self) -> bool:
        """Whether the agreement is told as made."""
        return any(member.status in MADE for member in self.members)


def look(doc: Doc, candidate: Candidate, cast: CastLike, named: Sequence[Instrument]) -> Seen:
    """Read words, parties, names and age of a candidate."""
    token = doc[candidate.token]
    here = [candidate.token] if candidate.content is None else [candidate.token, candidate.content]
    found = [i for spot in here if (i := instrument_at(named, spot))]
    found += [i for i in named if i.short and i.short == token.text]
    beside = frozenset(c.lower_ for c in token.children if not any(c.children))
    parties = relations_of(doc, candidate, cast, named)

    def is_named(word: Token) -> bool:
        return bool(cast.entities_at(word)) or instrument_at(named, word.i) is not None

    return Seen(
        candidate,
        token,
        frozenset(word[:STEM] for word in telling_words(doc, candidate, is_named)),
        parties,
        frozenset(i.key for i in found),
        next((age for age in ("coming", "past", "present") if beside & words(age)), None),
        beside,
        told_status(doc, candidate),
        tuple(cast.entities[p].kind for p in parties),
        _covered(doc, candidate),
    )


def _covered(doc: Doc, candidate: Candidate) -> frozenset[int]:
    """Words of talks or a review that someone agreed to hold: what they are about is no agreement of its own yet."""
    if candidate.content is None or told_kind(doc, candidate, 2) not in {"negotiation", "review"}:
        return frozenset()
    return frozenset(token.i for token in doc[candidate.content].subtree)


def group(seen: Sequence[Seen]) -> list[Group]:
    """Join each candidate to the agreement it takes up; strong ones that take up none open one.

    Within a sentence nouns come first, so that "agreed in the accord to" goes where "the accord" does.
    """
    groups: list[Group] = []
    for one in sorted(seen, key=lambda s: (s.candidate.sentence, s.is_undertaking, s.candidate.token)):
        scored = [(affinity(one, known, groups), i) for i, known in enumerate(groups)]
        best, where = max(scored, default=(0.0, -1))
        if best > 0:
            groups[where].add(one)
        elif one.candidate.strong:
            groups.append(Group())
            groups[-1].add(one)
    return groups


def affinity(one: Seen, known: Group, groups: Sequence[Group]) -> float:
    """How well a candidate takes up a group, 0 where it does not; comparable between groups of one article."""
    if any(_is_about(one, member) for member in known.members):
        return 10.0
    if any(_rivals(one.candidate, member.candidate) for member in known.members):
        return 0.0
    if any(_one_statement(one, member) for member in known.members):
        return 10.0
    if one.names & known.names:
        return 9.0
    if _set_apart(one, known):
        return 0.0
    score = _undertaking(one, known) if one.is_undertaking else _noun(one, known)
    return score + (groups.index(known) + 1) / len(groups) / 10 if score else 0.0


def _one_statement(one: Seen, member: Seen) -> bool:
    """ "signed an agreement", "the accord signed in May", "agreed in the pact to", "the pact is a treaty between"."""
    a, b = one.candidate, member.candidate
    if a.sentence != b.sentence:
        return False
    if b.token in {a.verb, a.content} or a.token in {b.verb, b.content}:
        return True
    if one.is_undertaking and b.token in one.covers:
        return True
    if one.is_undertaking and member.token.head.lower_ in {"in", "under"}:
        return member.token.head.head.i == one.token.i
    nouns = one.token.pos_ == "NOUN" and member.token.pos_ in {"NOUN", "PROPN"}
    equated = {one.token.dep_, member.token.dep_} == {"attr", "nsubj"} or one.token.dep_ == "appos"
    return nouns and equated and one.token.head.i in {member.token.head.i, member.token.i}


def _is_about(one: Seen, member: Seen) -> bool:
    """ "Reached an accord with Peru on the rescheduling": the noun behind "on" is what the first is about."""
    verb, by = one.candidate.verb, one.token.head
    if verb is None or verb != member.candidate.verb or (one.names and member.names):
        return False
    made = member.token.dep_ in AFFECTED and has_sense(by.doc[verb].lemma_, "make", "sign")
    return made and one.candidate.sense == "noun" and by.lower_ in ABOUT and by.head.i == verb


def _rivals(one: Candidate, other: Candidate) -> bool:
    """Things agreed side by side: "agreed to accelerate talks and to review the pact"."""
    same_verb = one.verb is not None and one.verb == other.verb and one.content != other.content
    return same_verb and (one.sense == other.sense or one.token == one.content)


def _set_apart(one: Seen, known: Group) -> bool:
    """Whether name, parties, age or number say that another agreement is meant."""
    if one.names and known.names:
        return True
    if _strangers(one, known):
        return True
    if one.beside & words("contrast") or (one.age and known.ages and one.age not in known.ages):
        return True
    return one.token.tag_ in PLURAL and not one.is_talks and all(m.token.tag_ not in PLURAL for m in known.members)


def _strangers(one: Seen, known: Group) -> bool:
    """Whether other countries, or other organisations, are named; a country and its minister are no strangers."""
    if set(one.parties) & set(known.parties):
        return False
    return bool({k for k in one.kinds if k != "person"} & set(known.parties.values()))


def _undertaking(one: Seen, known: Group) -> float:
    """A second "agreed to": the same where it shares most of its words."""
    shared = len(one.words & known.words)
    told_by_verb = any(member.is_undertaking for member in known.members)
    if shared >= 2 and shared * 2 >= min(len(one.words), len(known.words)):
        return 2.0 + shared
    return 1.0 if shared and not told_by_verb else 0.0


def _noun(one: Seen, known: Group) -> float:
    """A noun: shared words, else a shared party or nothing of its own to tell it from the latest."""
    shared = len(one.words & known.words)
    if one.is_talks and not known.is_talks and not known.is_open and not shared:
        return 0.0
    if one.age in {"past", "coming"} and not known.ages and not shared:
        return 0.0
    if shared and not (
        one.beside & INDEFINITE and known.is_made and one.candidate.strong and shared * 2 <= len(one.words)
    ):
        return 4.0 + shared
    if one.is_vague and not any(one.token.lemma_ == member.token.lemma_ for member in known.members):
        return 0.0
    if known.is_talks and not one.is_talks:
        return 2.0 if not one.words or one.beside & INDEFINITE else 0.0
    if one.is_talks and known.is_talks:
        return 0.0 if one.words and (known.words or known.names) else 2.0
    if one.beside & INDEFINITE and known.is_made and one.candidate.strong:
        return 0.0
    if one.names and not known.names:
        return 0.0
    if not one.words:
        return 2.0 + bool(set(one.parties) & set(known.parties))
    if one.beside & INDEFINITE and known.words:
        return 0.0
    if not known.words or not one.candidate.strong:
        return 1.5
    return 1.0 if one.beside & DEFINITE else 0.0
