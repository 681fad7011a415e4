"""Who agreed: takes a candidate and the article's cast, gives the entities that stand as its parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from spacy.tokens import Doc, Token

from ingest.extract.agreements.instruments import Instrument
from ingest.extract.agreements.lexicon import words
from ingest.extract.agreements.syntax import SUBJECTS, child, conjuncts, said_subject
from ingest.extract.agreements.triggers import Candidate
from ingest.model import Entity, EntityMention

WITH = frozenset({"with", "between", "among", "amongst", "by"})
STATE_OFFICE = re.compile(
    r"\b(president|premier|prime minister|chancellor|minister|secretary|ambassador|king|queen|emperor|monarch|"
    r"envoy|delegate|negotiator|commissioner|leader|official)\b",
    re.I,
)
HEAD_OF_STATE = re.compile(r"^(president|prime minister|premier|chancellor|king|queen|emperor|emir|sultan)$", re.I)


class CastLike(Protocol):
    """What is asked of the article's cast."""

    entities: list[Entity]
    mentions: list[EntityMention]

    def entities_at(self, token: Token) -> tuple[int, ...]:
        """Entities that the mention around a token stands for."""

    def entity_kind(self, index: int) -> str:
        """`person`, `country`, `organisation` or `group`."""


def relations_of(doc: Doc, candidate: Candidate, cast: CastLike, named: Sequence[Instrument] = ()) -> dict[int, str]:
    """Entities that the candidate's own sentence names as its parties, in text order, each with its relation.

    Relations: `subject`, `with` (with, between, among, by), `owner` (possessives, modifiers), `object` (hired, bought).
    """
    found: dict[int, str] = {}
    for relation, token in _party_tokens(doc, candidate):
        for entity in _entities_of(token, cast):
            if not _is_instrument(cast.entities[entity], named):
                found.setdefault(entity, relation)
    return found


def _is_instrument(entity: Entity, named: Sequence[Instrument]) -> bool:
    """Whether a pact itself was taken for someone ("the Louvre" of the Louvre accord, the rubber agreement)."""
    if entity.kind == "country":
        return False
    name = entity.name.lower()
    return any(i.name.lower() in name or i.key == name or i.short == entity.name for i in named)


def _party_tokens(doc: Doc, candidate: Candidate) -> Iterator[tuple[str, Token]]:
    token = doc[candidate.token]
    verb = doc[candidate.verb] if candidate.verb is not None else None
    if candidate.sense in {"noun", "talks"} and token.pos_ != "VERB":
        yield from _of_noun(token)
        if verb is not None and _takes_part(verb, token):
            yield from _of_verb(verb)
        return
    if verb is not None:
        yield from _of_verb(verb)
    if candidate.content is not None:
        content = doc[candidate.content]
        if candidate.sense in {"hire", "buy"}:
            yield "object", content
        elif content.pos_ == "NOUN":
            yield from _of_noun(content)
        else:
            yield from _after(content, {"with", "between"})


def _takes_part(verb: Token, noun: Token) -> bool:
    """Whether the verb's subject is a party: not where it only speaks of the agreement ("Baker praised the deal")."""
    return noun.dep_ in {"dobj", "nsubjpass", "pobj", "attr", "conj"} and verb.lemma_ in words("party_verb")


def _of_noun(noun: Token) -> Iterator[tuple[str, Token]]:
    """ "its accord with Britain", "the U.S.-Japanese pact", "Ghana's deal", "a treaty between A and B"."""
    for part in noun.children:
        if part.dep_ in {"poss", "amod", "compound", "nmod"}:
            yield from (("owner", t) for t in conjuncts(part))
    yield from _after(noun, WITH)


def _after(head: Token, prepositions: Iterable[str]) -> Iterator[tuple[str, Token]]:
    for prep in head.rights:
        if prep.dep_ in {"prep", "agent"} and prep.lower_ in prepositions:
            for thing in prep.children:
                if thing.dep_ == "pobj":
                    yield from (("with", t) for t in conjuncts(thing))
        elif prep.dep_ == "prep":
            within = child(prep, "pobj")
            if within is not None and within.pos_ in {"NOUN", "PROPN"}:
                yield from _after(within, prepositions)


def _of_verb(verb: Token) -> Iterator[tuple[str, Token]]:
    subject = said_subject(verb)
    if subject is not None and not (verb.dep_ == "acl" and subject is verb.head):
        if child(verb, "nsubjpass") is None:
            yield from (("subject", t) for t in conjuncts(subject))
        else:
            yield from _of_noun(subject)
    elif subject is not None:
        yield from _of_noun(subject)
    yield from _after(verb, WITH)


def _entities_of(token: Token, cast: CastLike) -> list[int]:
    """Entities of a noun phrase: its head's, else those of its modifiers ("French Treasury officials")."""
    if token.dep_ in SUBJECTS and token.lower_ in {"who", "which", "that"} and token.head.dep_ == "relcl":
        token = token.head.head
    found = list(cast.entities_at(token))
    beside = {"poss"} if found else {"poss", "amod", "compound", "nmod", "appos"}
    for part in token.children:
        if part.dep_ in beside:
            found += [e for e in cast.entities_at(part) if e not in found]
    return found


def as_states(
    parties: Sequence[int], entities: Sequence[Entity], named: Iterable[int], pair: Sequence[int] = ()
) -> list[int]:
    """Persons replaced by the countries that they act for, where that leaves two countries or more.

    `named`: countries that the article names; `pair`: the two that it calls "both nations". "President Marcos and
    Prime Minister Takaichi agreed" binds the Philippines and Japan.
    """
    by_code = {entities[i].country_code: i for i in named}
    replaced = [by_code.get(state_of(entities[party]), party) for party in parties]
    leaders = [party for party in replaced if _leads_unnamed(entities[party])]
    if leaders and set(replaced) - set(leaders) <= set(pair) and len(pair) == 2:
        return list(pair)
    countries = {party for party in replaced if entities[party].kind == "country"}
    return list(dict.fromkeys(replaced if len(countries) > 1 else parties))


def _leads_unnamed(entity: Entity) -> bool:
    """Whether someone heads a state that the article does not say."""
    return (
        entity.kind == "person" and not state_of(entity) and any(HEAD_OF_STATE.search(o.office) for o in entity.offices)
    )


def state_of(entity: Entity) -> str:
    """The country for which a person holds an office of state; "" where there is none."""
    if entity.kind != "person":
        return ""
    codes = [o.country_code for o in entity.offices if o.country_code and STATE_OFFICE.search(o.office)]
    return codes[0] if codes else (entity.country_code or "" if entity.offices else "")
