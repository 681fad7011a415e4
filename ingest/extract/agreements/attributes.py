"""Kind and status: takes the candidates of one agreement, says what kind of thing it is and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from ingest.extract.agreements.content import kind_noun
from ingest.extract.agreements.lexicon import has_sense
from ingest.extract.agreements.triggers import RELATIONS, Candidate, agreed_things, child, is_unreal
from ingest.model import Entity

BEGINNING = frozenset({"begin", "start", "open", "resume", "continue", "hold", "accelerate", "launch", "speed", "enter", "expedite",
                       "restart", "advance", "pursue", "convene", "reopen", "initiate", "undertake", "intensify"})  # fmt: skip
TALKS = frozenset(
    {"talk", "negotiation", "discussion", "dialogue", "consultation", "meeting", "conversation", "summit"}
)
TALKING = frozenset({"negotiate", "renegotiate", "discuss", "meet", "talk", "consult"})
REVIEWING = frozenset({"review", "reexamine", "re-examine", "reassess", "reconsider", "revisit"})
SELLING = frozenset({"sell", "buy", "purchase", "acquire", "sale", "acquisition", "takeover"})
PAST = frozenset({"last", "previous", "former", "old", "earlier", "original", "expired", "defunct"})
PRESENT = frozenset({"current", "existing", "present", "longstanding", "long-standing", "bilateral"})
COMING = frozenset({"new", "future", "further", "potential", "possible", "proposed", "draft", "planned", "prospective"})


def kind_of(doc: Doc, group: Sequence[Candidate], parties: Sequence[Entity]) -> str:
    """The kind, as in the annotation guidelines: what the first telling candidate says, else what the parties suggest."""
    for candidate in group:
        kind = _told_kind(doc, candidate, parties)
        if kind is not None:
            return kind
    return _kind_by_parties(doc, group, parties)


def _told_kind(doc: Doc, candidate: Candidate, parties: Sequence[Entity]) -> str | None:
    token = doc[candidate.token]
    content = doc[candidate.content] if candidate.content is not None else token
    if candidate.sense in {"agree", "commit"} and content.pos_ in {"VERB", "AUX"}:
        return _kind_of_undertaking(content) or (
            "commitment" if candidate.sense == "commit" or len(parties) < 2 else "other"
        )
    if candidate.sense == "agree" and content.lemma_.lower() in TALKS:
        return "negotiation"
    if candidate.sense == "agree" and _is_review(content):
        return "review"
    fixed = {"commit": "commitment", "upgrade": "upgrade", "hire": "contract", "buy": "sale", "talks": "negotiation"}
    if candidate.sense in fixed:
        return fixed[candidate.sense]
    if content.lemma_.lower() in SELLING:
        return "sale"
    return kind_noun(token.lemma_.lower()) or kind_noun(content.lemma_.lower())


def _kind_of_undertaking(verb: Token) -> str | None:
    """The kind of an infinitive: "to begin talks", "to review the pact", "to upgrade relations"."""
    lemma = verb.lemma_.lower()
    things = {t.lemma_.lower() for t in _objects(verb)}
    if lemma in REVIEWING or "review" in things:
        return "review"
    if lemma in TALKING or (lemma in BEGINNING and things & TALKS):
        return "negotiation"
    if (has_sense(lemma, "upgrade") or lemma == "position") and (things & RELATIONS):
        return "upgrade"
    if lemma in SELLING:
        return "sale"
    return "ceasefire" if things & {"ceasefire", "truce", "cease-fire", "hostility"} else None


def _objects(verb: Token) -> Iterator[Token]:
    for part in verb.children:
        if part.dep_ in {"dobj", "pobj", "oprd", "ccomp", "xcomp"}:
            yield part
        elif part.dep_ in {"prep", "prt"}:
            yield from _objects(part)


def _is_review(noun: Token) -> bool:
    return noun.lemma_.lower() in REVIEWING


def _kind_by_parties(doc: Doc, group: Sequence[Candidate], parties: Sequence[Entity]) -> str:
    """Countries make treaties, firms and unions contracts."""
    countries = sum(1 for p in parties if p.kind == "country")
    organisations = sum(1 for p in parties if p.kind == "organisation")
    if countries >= 2 or (countries and not organisations):
        return "treaty"
    return "contract" if organisations else "other"


def status_of(doc: Doc, group: Sequence[Candidate], kind: str) -> str:
    """The furthest stage that the candidates tell of, an end before all else."""
    told = {_told_status(doc, candidate) for candidate in group}
    for status in ("rejected", "ended", "suspended", "signed", "in_force", "agreed", "negotiating", "proposed"):
        if status in told:
            return status
    return "negotiating" if kind == "negotiation" else "agreed"


def _told_status(doc: Doc, candidate: Candidate) -> str | None:
    token = doc[candidate.token]
    verb = doc[candidate.verb] if candidate.verb is not None else None
    if candidate.sense == "sign":
        return "signed"
    if candidate.sense in {"agree", "commit", "upgrade", "join", "buy"}:
        return "agreed" if candidate.strong else None
    if candidate.sense == "hire":
        return "in_force" if token.dep_ in {"acl", "relcl"} else "agreed"
    if candidate.sense == "talks":
        return "negotiating"
    return _status_of_noun(token, verb)


def _status_of_noun(noun: Token, verb: Token | None) -> str | None:
    modifiers = {c.lower_ for c in noun.children}
    if modifiers & PAST:
        return "ended"
    if verb is not None:
        lemma = verb.lemma_
        if has_sense(lemma, "reject") and noun.dep_ in {"dobj", "nsubjpass"}:
            return "rejected"
        if has_sense(lemma, "suspend") and noun.dep_ in {"dobj", "nsubjpass"}:
            return "suspended"
        if (
            has_sense(lemma, "end")
            and noun.dep_ in {"dobj", "nsubj", "nsubjpass"}
            and verb.tag_ in {"VBD", "VBZ", "VBN", "VBP"}
        ):
            return "ended"
        if has_sense(lemma, "seek") or is_unreal(verb):
            return "proposed"
        if has_sense(lemma, "sign"):
            return "signed"
        if has_sense(lemma, "make"):
            return "agreed"
        if has_sense(lemma, "keep"):
            return "in_force"
    if modifiers & COMING:
        return "proposed"
    if modifiers & PRESENT or noun.head.lower_ == "under":
        return "in_force"
    return None


def governs(verb: Token, noun: Token) -> bool:
    """Whether a noun is among what a verb agrees on, makes or signs."""
    return noun in agreed_things(verb) or child(verb, "dobj") is noun
