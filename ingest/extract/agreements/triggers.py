"""Candidates: takes a parsed article, gives the words that may tell of an agreement, each with its verb and strength.

A candidate is strong where it tells of an agreement by itself ("signed a pact", "agreed to begin talks"); a weak one
only takes up what is told elsewhere ("without a deal", "subject to agreement").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from ingest.extract.agreements.instruments import Instrument
from ingest.extract.agreements.lexicon import Noun, has_sense, nouns, words
from ingest.extract.agreements.syntax import (
    MODIFIERS,
    OBJECTS,
    VERBAL,
    child,
    conjuncts,
    governing_verb,
    has_to,
    is_negated,
    is_programme,
    is_unreal,
    said_subject,
    under,
)
from ingest.model import Sentence

READ_ROLES = frozenset({"body", "heading"})
MEASURES = frozenset({"great", "good", "big", "large", "raw", "real", "fair"})
LISTING = frozenset({"consensus", "agreement"})


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


def find_candidates(doc: Doc, sentences: Sequence[Sentence], named: Sequence[Instrument] = ()) -> list[Candidate]:
    """All candidates of sentences that report, in text order; `named` are the pacts that the article names."""
    short = {instrument.short for instrument in named if instrument.short}
    inside = {i for name in named for i in range(name.first, name.last + 1) if i != name.head}
    found: list[Candidate] = []
    for span, sentence in zip(doc.sents, sentences, strict=True):
        if sentence.role in READ_ROLES and not sentence.interpretive:
            found += [c for c in _in_sentence(span, sentence.position, short) if c.token not in inside]
    return found


def _in_sentence(span: Span, position: int, short: set[str]) -> Iterator[Candidate]:
    for token in span:
        if token.text in short:
            yield Candidate(token.i, position, "noun", False, None, token.i)
        elif token.pos_ in VERBAL or token.tag_.startswith("VB"):
            yield from _verbal(token, position)
        elif token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            yield from _nominal(token, position)


def is_agreement_noun(token: Token) -> bool:
    """Whether a noun names an agreement (talks do not)."""
    noun = _agreement_noun(token)
    return noun is not None and noun.strength != "talks"


def _agreement_noun(token: Token) -> Noun | None:
    """The row of a noun in the lexicon, if it is told with what its strength asks for."""
    noun = nouns().get(token.lemma_.lower())
    if noun is None or is_programme(token) or (noun.strength == "joint" and not _is_joint(token)):
        return None
    intent = under(token, "of") if noun.strength == "intent" else None
    return None if noun.strength == "intent" and (intent is None or intent.lower_ != "intent") else noun


def _is_joint(noun: Token) -> bool:
    return any(c.lower_ == "joint" for c in noun.children)


def _bears_agreement(noun: Token) -> bool:
    """ "contract extension", "peace deal offer": a step in the life of the agreement that qualifies it."""
    return noun.lemma_.lower() in words("bearer") and any(
        c.dep_ == "compound" and is_agreement_noun(c) for c in noun.children
    )


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
        yield from _negotiating(token, position)
    elif has_sense(lemma, "hire", "buy"):
        yield from _hiring(token, position)
    elif lemma in words("begin"):
        yield from _promised_talks(token, position)


def agreed_things(verb: Token) -> list[Token]:
    """Heads of what is agreed: infinitives, objects, what follows on, upon or to, a clause with will or would."""
    infinitive = child(verb, "xcomp")
    if infinitive is not None and has_to(infinitive):
        return [infinitive, *(other for other in conjuncts(infinitive)[1:] if has_to(other))]
    thing = child(verb, "dobj") or under(verb, "on", "upon", "to")
    if thing is not None:
        return [] if _opens_clause(thing) else [thing]
    clause = child(verb, "ccomp")
    if clause is not None and any(c.lower_ in {"will", "would", "shall"} and c.dep_ == "aux" for c in clause.children):
        return [clause]
    return []


def _opens_clause(thing: Token) -> bool:
    """ "agreed the issue should wait": an opinion, whose subject the parser may take for an object."""
    after = thing.right_edge.i + 1
    return after < len(thing.doc) and thing.doc[after].tag_ in {"MD", "VBZ", "VBP"}


def _agreeing(token: Token, position: int) -> Iterator[Candidate]:
    things = agreed_things(token)
    after_noun = token.dep_ in {"acl", "relcl"}
    passive = (token.tag_ == "VBN" and after_noun) or child(token, "nsubjpass") is not None
    subject = said_subject(token)
    real = not is_negated(token) and not is_unreal(token) and token.dep_ != "amod"
    addressed = subject is not None and subject.lower_ == "you"
    strong = bool(things or passive) and real and subject is not None and not addressed
    if things and things[0].lemma_.lower() in words("opinion"):
        strong = False
    first = things[0].i if things else (token.head.i if after_noun else None)
    yield Candidate(token.i, position, "agree", strong, token.i, first)
    for thing in things[1:]:
        yield Candidate(thing.i, position, "agree", strong, token.i, thing.i)


def _committing(token: Token, position: int) -> Iterator[Candidate]:
    thing = child(token, "xcomp") or under(token, "to") or _clause_with_will(token)
    adjectival = child(token, "auxpass", "nsubjpass") is not None or token.dep_ in {"acl", "amod", "relcl", "acomp"}
    done = child(token, "dobj")
    if thing is None or adjectival or is_negated(token) or is_unreal(token):
        return
    if done is not None and (token.lemma_ != "commit" or done.lemma_.lower() in words("crime")):
        return
    yield Candidate(token.i, position, "commit", said_subject(token) is not None, token.i, thing.i)


def _clause_with_will(token: Token) -> Token | None:
    clause = child(token, "ccomp")
    willing = clause is not None and any(c.lower_ in {"will", "would", "'ll", "’ll"} for c in clause.children)
    return clause if willing else None


def _signing(token: Token, position: int) -> Iterator[Candidate]:
    things = [c for c in token.children if c.dep_ in OBJECTS]
    things += [thing for thing in (under(token, "to", "into"),) if thing is not None]
    if token.dep_ in {"acl", "relcl"}:
        things.append(token.head)
    sense = "sign" if has_sense(token.lemma_.lower(), "sign") else "join"
    thing = next((t for t in things if is_agreement_noun(t) or _bears_agreement(t)), None)
    if thing is None and sense == "join":
        thing = next((t for t in things if is_joined_by_state(t, token)), None)
    if thing is None:
        return
    strong = not is_negated(token) and not is_unreal(token)
    yield Candidate(token.i, position, sense, strong, token.i, thing.i)


def is_joined_by_state(body: Token, verb: Token) -> bool:
    """Whether a state enters a body that states form by treaty: "Norway joined NATO"."""
    subject = said_subject(verb)
    name = body.doc[body.left_edge.i : body.i + 1].text.lower().removeprefix("the ")
    return name in words("interstate") and subject is not None and subject.ent_type_ == "GPE"


def _upgrading(token: Token, position: int) -> Iterator[Candidate]:
    thing = child(token, "dobj", "nsubjpass")
    governed = token.dep_ == "xcomp" and has_sense(token.head.lemma_, "agree", "commit")
    if thing is None or thing.lemma_.lower() not in words("relation") or governed:
        return
    yield Candidate(token.i, position, "upgrade", not is_negated(token) and not is_unreal(token), token.i, thing.i)


def _negotiating(token: Token, position: int) -> Iterator[Candidate]:
    content = child(token, "dobj") or under(token, "with", "on", "over", "for")
    strong = content is not None and not is_negated(token)
    yield Candidate(token.i, position, "talks", strong, token.i, content.i if content is not None else None)


def _promised_talks(token: Token, position: int) -> Iterator[Candidate]:
    """ "The two sides will resume talks": an undertaking to negotiate."""
    talks = child(token, "dobj")
    willing = any(c.dep_ == "aux" and c.lower_ in {"will", "would"} for c in token.children)
    if talks is not None and willing and talks.lemma_.lower() in words("bargaining") and not is_negated(token):
        yield Candidate(token.i, position, "agree", said_subject(token) is not None, token.i, talks.i)


def _hiring(token: Token, position: int) -> Iterator[Candidate]:
    """Firms taken into service and companies taken over, from a firm's or a state's side."""
    buys = has_sense(token.lemma_.lower(), "buy")
    thing = child(token, "dobj", "nsubjpass") or (token.head if token.dep_ in {"acl", "relcl"} else None)
    if thing is None or not (_is_firm(thing) or (buys and thing.lower_ == "stake")):
        return
    strong = not is_negated(token) and not is_unreal(token)
    yield Candidate(token.i, position, "buy" if buys else "hire", strong, token.i, thing.i)


def _is_firm(noun: Token) -> bool:
    near = [noun, *(c for c in noun.children if c.dep_ in {"appos", "compound"})]
    return any(t.lemma_.lower() in words("firm") for t in near)


# --- nouns -------------------------------------------------------------------------------------------


def _nominal(token: Token, position: int) -> Iterator[Candidate]:
    lemma = token.lemma_.lower()
    noun = _agreement_noun(token)
    if noun is None or _means_else(token):
        return
    verb = governing_verb(token)
    index = None if verb is None else verb.i
    present = not is_absent(token, verb)
    if noun.strength == "talks":
        strong = present and _lead_somewhere(token)
        yield Candidate(token.i, position, "talks", strong, index, token.i)
        return
    bears = token.dep_ == "compound" and _bears_agreement(token.head)
    strong = present and (bears or (token.dep_ != "compound" and _names_one(token, noun.strength, verb)))
    listed = _listed(token) if strong and lemma in LISTING else []
    yield Candidate(token.i, position, "noun", strong, index, listed[0].i if listed else token.i)
    for item in listed[1:]:
        yield Candidate(item.i, position, "noun", True, index, item.i)


def _names_one(token: Token, strength: str, verb: Token | None) -> bool:
    """Whether a noun stands for one agreement by itself."""
    if strength == "weak" and not _is_joint(token):
        making = verb is not None and has_sense(verb.lemma_, "make", "sign", "join", "offer")
        return making and token.dep_ != "nsubj" and token.tag_ not in {"NNS", "NNPS"}
    if token.tag_ in {"NNS", "NNPS"} and not is_specific(token):
        return False
    return not _is_mass(token)


def _means_else(token: Token) -> bool:
    """ "a great deal of", "a deal maker", the Democratic Convention: the word without the sense."""
    if token.lemma_.lower() == "deal" and any(c.lower_ in MEASURES for c in token.children):
        return True
    if any(t.lower_ in words("gathering") for t in token.children if t.text[:1].isupper()):
        return True
    if token.pos_ == "ADJ" and token.dep_ == "amod":
        return True
    head = token.head
    bearers = head.lemma_.lower() in nouns() or _bears_agreement(head)
    return token.dep_ == "compound" and head.pos_ in {"NOUN", "PROPN"} and not bearers


def is_absent(noun: Token, verb: Token | None) -> bool:
    """Whether the agreement is said not to be, or only thought of as a possibility."""
    if any(c.lower_ in {"no", "any"} for c in noun.children) or noun.head.lower_ in {"without", "no"}:
        return True
    if verb is None or not has_sense(verb.lemma_, "make", "sign", "agree", "negotiate"):
        return False
    return is_negated(verb) or (is_unreal(verb) and not is_sought(verb))


def is_sought(verb: Token) -> bool:
    """Whether someone hopes for, seeks or plans what a verb tells ("it hopes that a pact can be signed")."""
    return verb.dep_ in {"ccomp", "xcomp", "acl", "advcl"} and has_sense(verb.head.lemma_, "seek")


def is_named(noun: Token) -> bool:
    """Whether a noun is written as the end of a name ("the Paris Agreement")."""
    return noun.text[:1].isupper() and any(c.text[:1].isupper() and c.dep_ in MODIFIERS for c in noun.children)


def is_specific(noun: Token) -> bool:
    """Whether a plural says which: "the accords", "its agreements", "bilateral accords", named ones."""
    if any(c.dep_ in {"poss", "nummod"} or c.lower_ in {"the", "these", "those", "bilateral"} for c in noun.children):
        return True
    return is_named(noun) and noun.lemma_.lower() != "deal"


def _is_mass(noun: Token) -> bool:
    """ "subject to agreement", "under contract": no particular agreement."""
    if noun.tag_ != "NN" or any(c.dep_ in {"det", "poss", "amod", "compound", "nummod"} for c in noun.children):
        return False
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"to", "by", "without", "of", "under", "in"}:
        return False
    near = noun.head.head.lower_ in {"close", "closer", "near"}
    return not (near and under(noun, "on", "over", "about"))


def _lead_somewhere(noun: Token) -> bool:
    """Talks that would end in an agreement and have not failed: "peace talks", "negotiations with X on Y"."""
    beside = {c.lower_ for c in noun.children}
    if beside & (words("past") | {"failed", "successful"}):
        return False
    negotiates = noun.lemma_.lower().endswith("negotiation")
    things = [under(noun, word) for word in ("on", "for", "about", "over", "towards", "toward")]
    if negotiates and (any(things) or under(noun, "with", "between") or child(noun, "acl")):
        return True
    purposes = words("purpose")
    if any(c.lemma_.lower() in purposes for c in noun.children if c.dep_ in MODIFIERS):
        return True
    if negotiates and (beside & {"ongoing", "the", "their"}):
        return True
    return any(t is not None and (is_agreement_noun(t) or t.lemma_.lower() in purposes) for t in things)


def _listed(noun: Token) -> list[Token]:
    """ "consensus on several pillars, including A, and B": each item is an agreement of its own."""
    thing = under(noun, "on")
    if thing is None:
        return []
    first = under(thing, "including") or thing
    beside = [*conjuncts(first)[1:], *conjuncts(noun)[1:]]  # the parser hangs a late item on the noun itself
    more = [
        item
        for item in beside
        if item.pos_ in {"NOUN", "PROPN"} and any(c.dep_ in {"amod", "compound", "det"} for c in item.children)
    ]
    return [first, *more] if more else []
