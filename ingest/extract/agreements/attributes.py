"""Kind and status: takes the candidates of one agreement, says what kind of thing it is and how far it has come."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Token

from ingest.extract.agreements.lexicon import has_sense, nouns, words
from ingest.extract.agreements.syntax import is_unreal, modifiers, said_subject, under
from ingest.extract.agreements.triggers import Candidate, is_joined_by_state
from ingest.extract.categories import AGREEMENT_STATUSES
from ingest.model import Entity

FIXED = {"commit": "commitment", "upgrade": "upgrade", "hire": "contract", "buy": "sale"}
AFFECTED = frozenset({"dobj", "nsubjpass"})
MADE = frozenset({"agreed", "signed", "in_force", "ended"})
JUST_MADE = frozenset({"agreed", "signed"})
KNOWN = frozenset({"the", "its", "their", "this"})
HAVING, PRESENT = frozenset({"have", "hold"}), frozenset({"VBZ", "VBP"})  # "it has a treaty with Chile"
HAD = frozenset({"treaty", "pact", "accord", "truce", "ceasefire", "contract"})  # a deal may be but agreed
FINITE = frozenset({"VBD", "VBZ", "VBN", "VBP"})


def kind_of(doc: Doc, group: Sequence[Candidate], parties: Sequence[Entity]) -> str:
    """The kind, as in the annotation guidelines: what the first telling mention says, else what the parties suggest."""
    made = any(told_status(doc, c) in MADE for c in group)
    if not made and next((c.sense for c in group if c.strong), "") == "talks":
        return "negotiation"
    for candidate in group:
        kind = told_kind(doc, candidate, len(parties)) if candidate.strong else None
        if kind is not None and (kind != "negotiation" or candidate.sense == "agree"):
            return kind
        if candidate.strong and candidate.sense in {"noun", "sign", "join"}:
            break
    if all(c.sense == "talks" for c in group if c.strong):
        return "negotiation"
    told = [doc[i] for c in group for i in (c.token, c.content) if i is not None]
    lends = any(word.lemma_.lower() in words("lending") for token in told for word in (token, *modifiers(token)))
    return kind_by_parties(parties, any(t.lemma_.lower() in words("pact") for t in told), lends)


def told_kind(doc: Doc, candidate: Candidate, parties: int) -> str | None:
    """The kind that one candidate tells by itself, or None."""
    token = doc[candidate.token]
    content = doc[candidate.content] if candidate.content is not None else token
    if is_undertaking(doc, candidate):
        one_sided = candidate.sense == "commit" or parties < 2 or _one_agrees(token)
        return _kind_of_undertaking(content) or ("commitment" if one_sided else "other")
    if candidate.sense in FIXED:
        return FIXED[candidate.sense]
    if candidate.sense == "join" and is_joined_by_state(content, token):
        return "treaty"  # that of the body that is joined
    lemma = content.lemma_.lower()
    if candidate.sense == "talks" or (candidate.sense == "agree" and lemma in words("talks")):
        return "negotiation"
    if lemma in words("review"):
        return "review"
    if lemma in words("sell") or _is_of_sale(token) or _is_of_sale(content):
        return "sale"
    return next((n.kind for t in (token, content) if (n := nouns().get(t.lemma_.lower())) and n.kind), None)


def _one_agrees(verb: Token) -> bool:
    """Whether one alone agrees to do something: "Iraq agreed to let them leave", whoever else has to do with it."""
    subject = said_subject(verb)
    return (
        subject is not None
        and subject.tag_ in {"NN", "NNP", "PRP"}
        and subject.lower_ not in {"they", "we"}
        and not any(c.dep_ == "conj" for c in subject.children)
    )


def _is_of_sale(noun: Token) -> bool:
    """Whether words of selling go with a noun: "an agreement to acquire the bank", "their merger agreement"."""
    intent = under(noun, "of")
    heads = (noun, intent) if intent is not None and intent.lower_ == "intent" else (noun,)
    beside = {c.lemma_.lower() for n in heads for c in n.children if c.dep_ in {"acl", "relcl", "compound", "amod"}}
    return bool(beside & words("sell")) or any((n := nouns().get(word)) and n.kind == "sale" for word in beside)


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
    aims = {c.lemma_.lower() for c in verb.children if c.dep_ in {"advcl", "xcomp"}}
    if lemma in words("sell") or (lemma == "pay" and aims & words("sell")):
        return "sale"
    return "ceasefire" if any(n.kind == "ceasefire" for t in things if (n := nouns().get(t))) else None


def _objects(verb: Token) -> Iterator[Token]:
    for part in verb.children:
        if part.dep_ in {"dobj", "pobj", "oprd", "ccomp", "xcomp"}:
            yield part
        elif part.dep_ in {"prep", "prt"}:
            yield from _objects(part)


def kind_by_parties(parties: Sequence[Entity], called_pact: bool = False, lends: bool = False) -> str:
    """States and their bodies make treaties; firms, unions and banks contracts, with whomever. Of others, bodies make
    contracts, and persons and groups treaties where it is called a pact. `lends`: it is of debts, which is a contract
    unless two states are named.
    """
    states = [p for p in parties if p.kind == "country" or p.name.lower() in words("interstate")]
    others = [p for p in parties if p.kind == "organisation" and p not in states]
    if any(_trades(p) for p in parties if p not in states) or (lends and len(states) < 2):
        return "contract"
    if len(states) > 1 or (states and not others) or (called_pact and (states or not others)):
        return "treaty"
    return "contract" if others and not states else "other"


def _trades(party: Entity) -> bool:
    """Whether a party's name says that it is in business: a bank, a firm, a union, a team."""
    return not words("trader").isdisjoint(word.strip(".,").lower() for word in party.name.split())


def status_of(doc: Doc, group: Sequence[Candidate], kind: str, old: Collection[int] = ()) -> str:
    """The furthest status that the candidates tell of (AGREEMENT_STATUSES in order), an end before all else.

    `old`: tokens that tell of long ago, so that what was agreed or signed then is in force by now.
    """
    told = {told_status(doc, c) for c in group} - {None}
    if any(c.strong and is_undertaking(doc, c) for c in group):
        told -= {"in_force", "proposed", "ended"}
    if any(c.token in old and c.sense != "buy" and told_status(doc, c) in JUST_MADE for c in group):
        told = told - JUST_MADE | {"in_force"}
    elif "agreed" in told:  # what was just made is news, although "it covers" and "under it" speak as of what holds
        told -= {"in_force"}
    found = next((status for status in AGREEMENT_STATUSES if status in told), None)
    if found is not None:
        return found
    if kind == "negotiation":
        return "negotiating"
    holds = _is_presupposed(doc, group) or any(c.token in old for c in group)
    return "in_force" if kind != "sale" and holds else "agreed"  # a sale is a deed, not a rule


def _is_presupposed(doc: Doc, group: Sequence[Candidate]) -> bool:
    """Whether an agreement comes in as known: "their grains agreement", "the Paris accord"."""
    first = group[0]
    return first.sense == "noun" and any(c.dep_ == "poss" or c.lower_ in KNOWN for c in doc[first.token].children)


def is_undertaking(doc: Doc, candidate: Candidate) -> bool:
    """Whether what is agreed is told by a verb or clause of its own: "agreed to review the pact"."""
    if candidate.sense not in {"agree", "commit"} or candidate.content is None:
        return False
    content = doc[candidate.content]
    return content.pos_ in {"VERB", "AUX"} and content.dep_ in {"xcomp", "ccomp", "conj", "pcomp", "advcl"}


def told_status(doc: Doc, candidate: Candidate) -> str | None:
    """The status that one candidate tells by itself, or None."""
    token = doc[candidate.token]
    if candidate.sense == "sign":
        return _signed(token) if candidate.strong else None
    if candidate.sense == "buy" and token.tag_ == "VBD":
        return "signed"
    if candidate.sense in {"agree", "commit", "upgrade", "join", "buy"}:
        return "agreed" if candidate.strong else None
    if candidate.sense == "hire":
        return "in_force" if token.dep_ in {"acl", "relcl"} else "agreed"
    if candidate.sense == "talks":
        return "negotiating"
    return _status_of_noun(token, doc[candidate.verb] if candidate.verb is not None else None)


def _is_had(noun: Token, verb: Token) -> bool:
    """Whether someone is told to have a pact: "which has an extradition treaty with Chile"."""
    if verb.lemma_.lower() not in HAVING or verb.tag_ not in PRESENT or noun.dep_ != "dobj" or is_unreal(verb):
        return False
    outright = not any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
    return outright and noun.lemma_.lower() in HAD and not has_sense(verb.head.lemma_, "seek")


def _signed(verb: Token) -> str:
    """What is initialled has still to be signed."""
    return "agreed" if verb.lemma_.lower().startswith("initial") else "signed"


def _status_of_noun(noun: Token, verb: Token | None) -> str | None:
    beside = {c.lower_ for c in noun.children if not any(c.children)}
    if beside & words("past"):
        return "ended"
    if noun.head.lower_ == "to" and noun.head.head.lower_ in {"close", "closer", "near"}:
        return "negotiating"
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
    if has_sense(lemma, "lapse") and noun.dep_ == "nsubj":
        return "ended" if verb.tag_ in {"VBD", "VBN"} else "in_force"
    if has_sense(lemma, "end") and affected and verb.tag_ in FINITE and not is_unreal(verb):
        return "ended"
    if has_sense(lemma, "seek") or is_unreal(verb):
        return "proposed"
    if has_sense(lemma, "sign"):
        return _signed(verb)
    if has_sense(lemma, "make"):
        return "agreed"
    return "in_force" if _is_had(noun, verb) or has_sense(lemma, "keep") else None
