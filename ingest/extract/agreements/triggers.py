"""Candidates: takes a parsed article, gives the words that may tell of an agreement, each with its verb and strength.

A candidate is strong where it tells of an agreement by itself ("signed a pact", "agreed to begin talks"); a weak one only
takes up what is told elsewhere ("without a deal", "subject to agreement").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from ingest.extract.agreements.lexicon import has_sense, nouns
from ingest.model import Sentence

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd"})
NEGATIONS = frozenset({"no", "not", "n't", "never", "without", "neither", "nor"})
UNREAL = frozenset({"if", "unless", "until", "before", "whether", "could", "would", "might", "may", "should", "can"})
MEASURES = frozenset({"great", "good", "big", "large", "raw"})
ENACTED = frozenset(
    {"law", "bill", "order", "letter", "petition", "decree", "legislation", "act", "autograph", "proclamation"}
)
RELATIONS = frozenset(
    {"relationship", "relation", "relations", "tie", "ties", "partnership", "alliance", "cooperation", "status"}
)
FIRMS = frozenset(
    {"firm", "company", "contractor", "agency", "consultancy", "maker", "manufacturer", "startup", "business"}
)
CRIMES = frozenset(
    {"crime", "suicide", "murder", "offence", "offense", "fraud", "act", "error", "mistake", "atrocity", "violence"}
)
MODIFIERS = frozenset({"compound", "amod", "poss", "nmod", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One trigger. `token` is its index in the `Doc`; `verb` that of the verb that makes or governs the agreement.

    `sense` is the verb's (`agree`, `commit`, `sign`, ...) or `noun`, `talks`; `content` the head of what was agreed.
    """

    token: int
    sentence: int
    sense: str
    strong: bool
    verb: int | None = None
    content: int | None = None


def find_candidates(doc: Doc, sentences: Sequence[Sentence]) -> list[Candidate]:
    """All candidates of sentences that report, in text order."""
    found = []
    for span, sentence in zip(doc.sents, sentences, strict=True):
        if sentence.role in {"body", "heading"} and not sentence.interpretive:
            found += _in_sentence(span, sentence.position)
    return found


def _in_sentence(span: Span, position: int) -> Iterator[Candidate]:
    for token in span:
        if token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB"):
            yield from _verbal(token, position)
        elif token.pos_ in {"NOUN", "PROPN"}:
            yield from _nominal(token, position)


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of the dependencies."""
    return next((c for c in token.children if c.dep_ in deps), None)


def conjuncts(token: Token) -> list[Token]:
    """A token and what is coordinated with it, to the right."""
    found = [token]
    for right in token.rights:
        if right.dep_ == "conj":
            found += conjuncts(right)
    return found


def is_negated(verb: Token) -> bool:
    """Whether a verb is negated, itself or through the verb that governs it ("failed to agree", "refused to sign")."""
    if any(c.dep_ == "neg" or c.lower_ in NEGATIONS for c in verb.children):
        return True
    head = verb.head
    governed = verb.dep_ in {"xcomp", "ccomp"} and head.lemma_ in {"refuse", "decline", "fail", "unable", "reject"}
    return governed or (verb.dep_ == "pcomp" and head.lower_ == "without")


def is_unreal(verb: Token) -> bool:
    """Whether a verb tells of what is wished, supposed or required, not of what is done or planned."""
    if any(c.lower_ in UNREAL and c.dep_ in {"aux", "mark", "advmod"} for c in verb.children):
        return True
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return infinitive and verb.dep_ in {"xcomp", "ccomp", "advcl", "acl", "conj"} and not _is_done(verb.head)


def _is_done(head: Token) -> bool:
    return head.lemma_ in {"agree", "manage", "plan", "decide", "be", "due", "announce", "set", "expect", "schedule"}


def said_subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is coordinated with or governed by."""
    for _ in range(4):
        subject = child(verb, *SUBJECTS)
        if subject is not None:
            return subject
        if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp"} and verb.head.i != verb.i:
            verb = verb.head
            if verb.pos_ == "ADP":
                verb = verb.head
        elif verb.dep_ == "acl":
            return verb.head
        else:
            return None
    return None


# --- verbs -------------------------------------------------------------------------------------------


def _verbal(token: Token, position: int) -> Iterator[Candidate]:
    lemma = token.lemma_.lower()
    if has_sense(lemma, "agree"):
        yield from _agreeing(token, position)
    elif has_sense(lemma, "commit"):
        yield from _committing(token, position)
    elif has_sense(lemma, "sign", "join"):
        yield from _signing(token, position)
    elif has_sense(lemma, "upgrade"):
        yield from _upgrading(token, position)
    elif has_sense(lemma, "negotiate"):
        content = child(token, "dobj") or _prepositional(token, "with", "on", "over", "for")
        strong = content is not None and not is_negated(token)
        yield Candidate(token.i, position, "talks", strong, token.i, content.i if content is not None else None)
    elif has_sense(lemma, "hire"):
        yield from _hiring(token, position)
    elif has_sense(lemma, "buy"):
        yield from _buying(token, position)


def _prepositional(token: Token, *words: str) -> Token | None:
    """The object of one of the prepositions under a token."""
    for prep in token.children:
        if prep.dep_ in {"prep", "prt", "dative"} and prep.lower_ in words:
            found = child(prep, "pobj", "pcomp")
            if found is not None:
                return found
    return None


def agreed_things(verb: Token) -> list[Token]:
    """The heads of what is agreed: infinitives, objects, what stands after on, upon or to; a clause with will or would."""
    infinitive = child(verb, "xcomp")
    if infinitive is not None and any(c.lower_ == "to" for c in infinitive.children):
        return _infinitives(infinitive)
    thing = child(verb, "dobj") or _prepositional(verb, "on", "upon", "to", "in")
    if thing is not None and thing.lower_ not in {"principle", "part", "general"}:
        return [thing]
    clause = child(verb, "ccomp")
    if clause is not None and any(c.lower_ in {"will", "would", "shall"} and c.dep_ == "aux" for c in clause.children):
        return [clause]
    return []


def _infinitives(first: Token) -> list[Token]:
    """An infinitive and those coordinated with it that have a "to" of their own."""
    own = [verb for verb in conjuncts(first)[1:] if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)]
    return [first, *own]


def _agreeing(token: Token, position: int) -> Iterator[Candidate]:
    things = agreed_things(token)
    passive = (token.tag_ == "VBN" and token.dep_ in {"acl", "relcl"}) or child(token, "nsubjpass") is not None
    subject = said_subject(token)
    strong = bool(things or passive) and not is_negated(token) and not is_unreal(token) and subject is not None
    if token.dep_ == "amod":
        strong = False
    first = things[0].i if things else (token.head.i if token.dep_ in {"acl", "relcl"} else None)
    yield Candidate(token.i, position, "agree", strong, token.i, first)
    for thing in things[1:]:
        yield Candidate(thing.i, position, "agree", strong, token.i, thing.i)


def _committing(token: Token, position: int) -> Iterator[Candidate]:
    thing = child(token, "xcomp") or _prepositional(token, "to")
    if token.lemma_ == "commit":
        thing = thing or _committed_clause(token)
    adjectival = child(token, "auxpass", "nsubjpass") is not None or token.dep_ in {"acl", "amod", "relcl", "acomp"}
    crime = child(token, "dobj")
    if thing is None or adjectival or is_negated(token) or is_unreal(token):
        return
    if crime is not None and crime.lemma_.lower() in CRIMES:
        return
    yield Candidate(token.i, position, "commit", said_subject(token) is not None, token.i, thing.i)


def _committed_clause(token: Token) -> Token | None:
    clause = child(token, "ccomp")
    if clause is not None and any(c.lower_ in {"will", "would"} for c in clause.children):
        return clause
    return None


def is_agreement_noun(token: Token) -> bool:
    """Whether a noun names an agreement (talks do not)."""
    noun = nouns().get(token.lemma_.lower())
    return noun is not None and noun.strength != "talks"


def _signing(token: Token, position: int) -> Iterator[Candidate]:
    things = [c for c in token.children if c.dep_ in OBJECTS] or [
        t for t in (_prepositional(token, "to", "into"),) if t
    ]
    if token.dep_ in {"acl", "relcl"}:
        things.append(token.head)
    thing = next((t for t in things if is_agreement_noun(t)), None)
    if thing is None and token.lemma_ == "sign" and token.dep_ not in {"acl", "relcl"}:
        thing = _prepositional(token, "to")
        thing = thing if thing is not None and is_agreement_noun(thing) else None
    if thing is None:
        return
    sense = "join" if has_sense(token.lemma_, "join") else "sign"
    strong = not is_negated(token) and not is_unreal(token)
    yield Candidate(token.i, position, sense, strong, token.i, thing.i)


def _upgrading(token: Token, position: int) -> Iterator[Candidate]:
    thing = child(token, "dobj", "nsubjpass")
    governed = token.dep_ == "xcomp" and has_sense(token.head.lemma_, "agree", "commit")
    if thing is None or thing.lemma_.lower() not in RELATIONS or governed:
        return
    yield Candidate(token.i, position, "upgrade", not is_negated(token) and not is_unreal(token), token.i, thing.i)


def _hiring(token: Token, position: int) -> Iterator[Candidate]:
    thing = token.head if token.dep_ in {"acl", "relcl"} else child(token, "dobj", "nsubjpass")
    if thing is None or not _is_firm(thing):
        return
    yield Candidate(token.i, position, "hire", not is_negated(token) and not is_unreal(token), token.i, thing.i)


def _buying(token: Token, position: int) -> Iterator[Candidate]:
    thing = child(token, "dobj", "nsubjpass")
    if thing is None or not (_is_firm(thing) or thing.lower_ == "stake"):
        return
    yield Candidate(token.i, position, "buy", not is_negated(token) and not is_unreal(token), token.i, thing.i)


def _is_firm(noun: Token) -> bool:
    near = [noun, *(c for c in noun.children if c.dep_ in {"appos", "compound"})]
    return any(t.ent_type_ == "ORG" or t.lemma_.lower() in FIRMS for t in near)


# --- nouns -------------------------------------------------------------------------------------------


def _nominal(token: Token, position: int) -> Iterator[Candidate]:
    lemma = token.lemma_.lower()
    noun = nouns().get(lemma)
    if noun is None or _is_no_agreement(token):
        return
    verb = governing_verb(token)
    if noun.strength == "talks":
        strong = lemma in {"negotiation", "renegotiation"} or _names_purpose(token)
        yield Candidate(token.i, position, "talks", strong and not _is_absent(token, verb), _index(verb), token.i)
        return
    if noun.strength == "weak":
        strong = _is_named(token) or (verb is not None and has_sense(verb.lemma_, "make", "sign", "join"))
    else:
        strong = not (token.tag_ == "NNS" and not _is_specific(token)) and not _is_bare(token)
    strong = strong and not _is_absent(token, verb) and token.dep_ != "compound"
    yield Candidate(token.i, position, "noun", strong, _index(verb), token.i)
    if strong and lemma in {"consensus", "agreement"}:
        yield from _listed(token, position, verb)


def _index(token: Token | None) -> int | None:
    return None if token is None else token.i


def governing_verb(noun: Token) -> Token | None:
    """The verb whose object, subject or prepositional object a noun is, or the participle after it ("accord signed")."""
    participle = child(noun, "acl", "relcl")
    if participle is not None and has_sense(participle.lemma_, "agree", "sign", "make", "end", "negotiate"):
        return participle
    head = noun.head
    while head.pos_ in {"ADP", "NOUN", "PROPN"} and head.i != head.head.i and noun.dep_ in {"pobj", "conj", "appos"}:
        if head.pos_ != "ADP":
            break
        head = head.head
    return head if head.pos_ in {"VERB", "AUX"} and head.i != noun.i else None


def _is_no_agreement(token: Token) -> bool:
    """ "a great deal of", "Coalition for Men", a framework of thought: the word without the sense."""
    if token.lemma_.lower() == "deal" and any(c.lower_ in MEASURES for c in token.children):
        return True
    return token.dep_ == "compound" and token.head.pos_ in {"NOUN", "PROPN"} and not is_agreement_noun(token.head)


def _is_absent(noun: Token, verb: Token | None) -> bool:
    """Whether the agreement is said not to be, or only wished for as a possibility."""
    if any(c.lower_ in {"no", "any"} for c in noun.children) or noun.head.lower_ == "without":
        return True
    return verb is not None and (is_negated(verb) or (has_sense(verb.lemma_, "make") and is_unreal(verb)))


def _is_named(noun: Token) -> bool:
    return noun.text[:1].isupper() and any(c.text[:1].isupper() and c.dep_ in MODIFIERS for c in noun.children)


def _is_specific(noun: Token) -> bool:
    """Whether a plural says which: "the accords", "its agreements", "accords between A and B", named ones."""
    return any(c.dep_ in {"det", "poss", "nummod"} for c in noun.children) or _is_named(noun)


def _is_bare(noun: Token) -> bool:
    """ "subject to agreement", "in disagreement": a mass noun, no particular agreement."""
    if noun.tag_ not in {"NN"} or any(c.dep_ in {"det", "poss", "amod", "compound", "nummod"} for c in noun.children):
        return False
    return noun.dep_ == "pobj" and noun.head.lower_ in {"to", "by", "without", "on", "of", "under"}


PURPOSES = frozenset(
    {"peace", "trade", "ceasefire", "truce", "disarmament", "debt", "contract", "border", "nuclear", "agreement"}
)


def _names_purpose(noun: Token) -> bool:
    """ "peace talks", "talks on a new contract": talks that would end in an agreement."""
    if any(c.lemma_.lower() in PURPOSES for c in noun.children if c.dep_ in MODIFIERS):
        return True
    for word in ("on", "for", "about", "over", "towards", "toward"):
        thing = _prepositional(noun, word)
        if thing is not None and (is_agreement_noun(thing) or thing.lemma_.lower() in PURPOSES):
            return True
    return False


def _listed(noun: Token, position: int, verb: Token | None) -> Iterator[Candidate]:
    """ "consensus on several pillars, including A, and B": each further item is an agreement of its own."""
    thing = _prepositional(noun, "on")
    if thing is None:
        return
    listed = _prepositional(thing, "including") or thing
    for item in conjuncts(listed)[1:]:
        if any(c.dep_ in {"amod", "compound", "det"} for c in item.children):
            yield Candidate(item.i, position, "noun", True, _index(verb), item.i)
