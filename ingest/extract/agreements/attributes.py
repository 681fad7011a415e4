"""Kind and status: takes the candidates of one agreement, says what kind of thing it is and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from ingest.extract.agreements.lexicon import has_sense, nouns, words
from ingest.extract.agreements.syntax import is_unreal
from ingest.extract.agreements.triggers import Candidate
from ingest.model import Entity

FIXED = {"commit": "commitment", "upgrade": "upgrade", "hire": "contract", "buy": "sale"}
STAGES = ("rejected", "ended", "suspended", "signed", "in_force", "agreed", "negotiating", "proposed")
AFFECTED = frozenset({"dobj", "nsubjpass"})
FINITE = frozenset({"VBD", "VBZ", "VBN", "VBP"})


def kind_of(doc: Doc, group: Sequence[Candidate], parties: Sequence[Entity]) -> str:
    """The kind, as in the annotation guidelines: what was undertaken, else the noun's, else what the parties suggest."""
    undertaken = [c for c in group if c.sense in {"agree", "commit", "upgrade"} and c.strong]
    for candidate in [*undertaken, *group]:
        kind = told_kind(doc, candidate, len(parties))
        if kind is not None and (kind != "negotiation" or candidate in undertaken):
            return kind
    return "negotiation" if all(c.sense == "talks" for c in group if c.strong) else kind_by_parties(parties)


def told_kind(doc: Doc, candidate: Candidate, parties: int) -> str | None:
    """The kind that one candidate tells by itself, or None."""
    token = doc[candidate.token]
    content = doc[candidate.content] if candidate.content is not None else token
    if candidate.sense in {"agree", "commit"} and content.pos_ in {"VERB", "AUX"}:
        one_sided = candidate.sense == "commit" or parties < 2
        return _kind_of_undertaking(content) or ("commitment" if one_sided else "other")
    if candidate.sense in FIXED:
        return FIXED[candidate.sense]
    lemma = content.lemma_.lower()
    if candidate.sense == "talks" or (candidate.sense == "agree" and lemma in words("talks")):
        return "negotiation"
    if lemma in words("review"):
        return "review"
    if lemma in words("sell"):
        return "sale"
    return next((n.kind for t in (token, content) if (n := nouns().get(t.lemma_.lower())) and n.kind), None)


def _kind_of_undertaking(verb: Token) -> str | None:
    """The kind of an infinitive: "to begin talks", "to review the pact", "to upgrade relations"."""
    lemma = verb.lemma_.lower()
    things = {t.lemma_.lower() for t in _objects(verb)}
    if lemma in words("review") or things & words("review"):
        return "review"
    if lemma in words("talking") or (lemma in words("begin") and things & words("talks")):
        return "negotiation"
    if (has_sense(lemma, "upgrade") or lemma == "position") and things & words("relation"):
        return "upgrade"
    if lemma in words("sell"):
        return "sale"
    return "ceasefire" if any(n.kind == "ceasefire" for t in things if (n := nouns().get(t))) else None


def _objects(verb: Token) -> Iterator[Token]:
    for part in verb.children:
        if part.dep_ in {"dobj", "pobj", "oprd", "ccomp", "xcomp"}:
            yield part
        elif part.dep_ in {"prep", "prt"}:
            yield from _objects(part)


def kind_by_parties(parties: Sequence[Entity]) -> str:
    """Countries make treaties, firms and unions contracts."""
    countries = sum(1 for p in parties if p.kind == "country")
    if countries >= 2 or (countries and countries == len(parties)):
        return "treaty"
    return "contract" if any(p.kind == "organisation" for p in parties) else "other"


def status_of(doc: Doc, group: Sequence[Candidate], kind: str) -> str:
    """The furthest stage that the candidates tell of, an end before all else."""
    told = {told_status(doc, candidate) for candidate in group}
    if any(c.strong and c.sense in {"agree", "commit"} and is_undertaking(doc, c) for c in group):
        told -= {"in_force", "proposed", "ended"}
    found = next((stage for stage in STAGES if stage in told), None)
    return found or ("negotiating" if kind == "negotiation" else "agreed")


def is_undertaking(doc: Doc, candidate: Candidate) -> bool:
    """Whether what is agreed is told by a verb: "agreed to review the pact"."""
    return candidate.content is not None and doc[candidate.content].pos_ in {"VERB", "AUX"}


def told_status(doc: Doc, candidate: Candidate) -> str | None:
    """The stage that one candidate tells by itself, or None."""
    token = doc[candidate.token]
    if candidate.sense == "sign":
        return "signed" if candidate.strong else None
    if candidate.sense in {"agree", "commit", "upgrade", "join", "buy"}:
        return "agreed" if candidate.strong else None
    if candidate.sense == "hire":
        return "in_force" if token.dep_ in {"acl", "relcl"} else "agreed"
    if candidate.sense == "talks":
        return "negotiating"
    return _status_of_noun(token, doc[candidate.verb] if candidate.verb is not None else None)


def _status_of_noun(noun: Token, verb: Token | None) -> str | None:
    beside = {c.lower_ for c in noun.children}
    if beside & words("past"):
        return "ended"
    governed = _status_by_verb(noun, verb) if verb is not None else None
    if governed is not None:
        return governed
    if beside & words("coming"):
        return "proposed"
    return "in_force" if beside & words("present") or noun.head.lower_ == "under" else None


def _status_by_verb(noun: Token, verb: Token) -> str | None:
    lemma, affected = verb.lemma_, noun.dep_ in AFFECTED
    if has_sense(lemma, "reject") and affected:
        return "rejected"
    if has_sense(lemma, "suspend") and affected:
        return "suspended"
    if has_sense(lemma, "end") and (affected or noun.dep_ == "nsubj") and verb.tag_ in FINITE:
        return "ended"
    if has_sense(lemma, "seek") or is_unreal(verb):
        return "proposed"
    if has_sense(lemma, "sign"):
        return "signed"
    if has_sense(lemma, "make"):
        return "agreed"
    return "in_force" if has_sense(lemma, "keep") else None
