"""What the trained models look at: takes candidates, gives for each a set of named features and a row of numbers.

Named features are words such as `dep=dobj` or `lex=AGREE`; the model knows those that its training articles held and
passes over the rest. Numbers are the word vectors of the trigger, its head and its object, and the parser's own context
vector of the trigger (`Doc.tensor`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from ingest.extract.events.candidates import Candidate
from ingest.extract.events.reading import Reading, chain_to_root
from ingest.extract.events.syntax import (
    OBJECTS,
    PASSIVE_SUBJECTS,
    SPEECH,
    SUBJECTS,
    clause_of,
    helpers,
    negated,
    predicate,
)
from ingest.extract.events.tokens import Word
from ingest.extract.events.words import Array, vectors_of

TOLD = frozenset({"neg", "det", "poss", "mark", "prt", "aux", "auxpass", "advmod", "prep", "amod"})
MODALS = {
    "possible": frozenset({"would", "could", "may", "might", "can", "ca"}),
    "duty": frozenset({"must", "should", "shall"}),
    "future": frozenset({"will", "wo", "'ll", "’ll"}),
}
CONDITIONS = frozenset({"if", "unless", "whether"})
TEMPORAL = frozenset({"after", "when", "as", "since", "following"})
PERFECT = frozenset({"was", "were", "has", "have", "had", "been"})
GROUPED = {"NNP": "name", "NNPS": "name", "CD": "number"}


def named_features(reading: Reading, candidates: Sequence[Candidate]) -> list[list[str]]:
    """The named features of each candidate."""
    lemmas = Counter(c.lemma for c in candidates)
    seen: Counter[str] = Counter()
    rows = []
    for candidate in candidates:
        row = list(_of_candidate(reading, candidate))
        row.append(f"again={min(seen[candidate.lemma], 2)}/{min(lemmas[candidate.lemma], 3)}")
        seen[candidate.lemma] += 1
        rows.append(row)
    return rows


def _of_candidate(reading: Reading, candidate: Candidate) -> Iterator[str]:
    token = reading.words[candidate.token]
    yield from _lexical(candidate, token)
    yield from _grammatical(reading, token)
    yield from _of_clause(token)
    yield from _of_reality(token)
    yield from _of_sentence(reading, candidate, token)


def _lexical(candidate: Candidate, token: Word) -> Iterator[str]:
    lemma = candidate.lemma
    part = "V" if candidate.verbal else "N"
    yield f"lemma={lemma}"
    yield f"lemma={lemma}/{part}/{token.dep}"
    yield f"end={lemma[-3:]}/{part}"
    yield f"end={lemma[-4:]}"
    yield f"lex={'strong' if candidate.strong else 'weak' if candidate.types else 'none'}/{part}"
    for kind in candidate.types:
        yield f"lex={kind}"
    if candidate.types:
        yield f"lexfirst={candidate.types[0]}/{candidate.strong}"
    if candidate.phrase:
        yield f"known={candidate.phrase}"


def _grammatical(reading: Reading, token: Word) -> Iterator[str]:
    head = token.head
    yield f"tag={token.tag}"
    yield f"dep={token.dep}/{token.tag}"
    yield f"head={head.lemma}/{token.dep}"
    yield f"up={token.dep}<{head.pos}<{head.dep}"
    yield f"up3={token.dep}<{head.dep}<{head.head.dep}"
    if token.dep == "pobj":
        yield f"prep={head.lower}"
        yield f"prep={head.lower}<{head.head.lemma}"
    yield f"next={_word(reading, token, 1)}"
    yield f"prev={_word(reading, token, -1)}"
    for child in token.children:
        if child.dep in TOLD:
            yield f"{child.dep}={child.lower}"
        elif child.dep in OBJECTS:
            yield f"obj={child.lemma}"
            yield f"objtype={child.ent_type or GROUPED.get(child.tag, child.tag)}"
        elif child.dep in SUBJECTS or child.dep in PASSIVE_SUBJECTS:
            yield f"{child.dep}type={child.ent_type or child.tag}"
            yield f"subj={child.lemma}"
        yield f"has={child.dep}"


def _word(reading: Reading, token: Word, step: int) -> str:
    place = token.i + step
    if not 0 <= place < len(reading.words):
        return ""
    other = reading.words[place]
    return other.ent_type or GROUPED.get(other.tag, "¶" if other.is_space else other.lower)


def _of_clause(token: Word) -> Iterator[str]:
    verb = predicate(token)
    clause = clause_of(token)
    support = "+".join(sorted(helpers(verb)))
    yield f"tense={verb.tag}/{support}"
    yield f"clause={clause.dep}"
    yield f"above={clause.head.lemma}/{clause.dep}"
    if clause.dep == "ccomp" and clause.head.lemma in SPEECH:
        yield f"said={clause.head.tag}"
    if token.i != verb.i:
        yield f"verb={verb.lemma}"
        yield f"verbtense={verb.tag}/{support}/{token.dep}"
    for mark in clause.children:
        if mark.dep in {"mark", "neg"}:
            yield f"clause{mark.dep}={mark.lower}"
    for above in chain_to_root(token)[1:4]:
        if above.dep in {"advcl", "relcl", "acl", "pcomp", "xcomp"}:
            yield f"under={above.dep}"


def _of_reality(token: Word) -> Iterator[str]:
    """Signs that the clause tells what might, must or will be, not what was; each by itself and all together."""
    verb, clause = predicate(token), clause_of(token)
    support = helpers(verb)
    signs = [name for name, words in MODALS.items() if support & words]
    marks = {c.lower for v in (verb, clause) for c in v.children if c.dep in {"mark", "advmod"}}
    if negated(verb) or negated(token):
        signs.append("neg")
    if marks & CONDITIONS:
        signs.append("cond")
    if marks & TEMPORAL:
        signs.append("temporal")
    if "to" in support:
        signs.append("inf")
        yield f"infunder={predicate(verb.head).lemma}"
    if verb.tag in {"VBP", "VBZ"} and not support:
        signs.append("present")
    if verb.tag == "VBD" or (verb.tag == "VBN" and support & PERFECT):
        signs.append("past")
    part = "V" if token is verb else "N"
    yield from (f"sign={sign}/{part}" for sign in signs)
    yield f"signs={'&'.join(signs)}/{part}"
    if token is not verb:
        held = next((c.dep for c in token.children if c.dep in {"det", "poss"}), "bare")
        yield f"phrase={token.tag}/{held}"


def _of_sentence(reading: Reading, candidate: Candidate, token: Word) -> Iterator[str]:
    position = candidate.sentence
    yield f"place={min(position, 6)}"
    yield f"quoted={reading.quoted[token.i]}"
    actors, times, places = reading.actors[position], reading.times[position], reading.places[position]
    yield f"actors={min(len(actors), 3)}"
    yield f"times={min(len(times), 2)}"
    yield f"places={min(len(places), 2)}"
    for named in actors:
        if token.is_ancestor(reading.words[named.head]):
            entity = reading.cast.entities[named.targets[0]]
            yield f"actorbelow={entity.kind}"
    for named in times:
        head = reading.words[named.head]
        if token.is_ancestor(head) or clause_of(head).i == clause_of(token).i:
            yield f"timehere={reading.expressions[named.targets[0]].granularity}"
    if reading.sentences[position].role != "body":
        yield f"role={reading.sentences[position].role}"


def number_features(reading: Reading, candidates: Sequence[Candidate]) -> Array:
    """Vectors of trigger, head, object and context, shape (candidates, width)."""
    doc = reading.doc
    tokens = [reading.words[c.token] for c in candidates]
    own = vectors_of([c.lemma for c in candidates])
    heads = vectors_of([t.head.lemma if t.head is not t else "" for t in tokens])
    items = vectors_of([_object(t) for t in tokens])
    context = doc.tensor[[c.token for c in candidates]] if candidates else np.zeros((0, doc.tensor.shape[1]))
    return np.concatenate([own, heads, items, context * 0.1], axis=1).astype(np.float32)


def _object(token: Word) -> str:
    """The lemma of the object or, without one, of the passive subject or the `of` phrase."""
    wanted = OBJECTS | PASSIVE_SUBJECTS
    for child in token.children:
        if child.dep in wanted:
            return child.lemma
        if child.dep == "prep" and child.lower == "of":
            return next((c.lemma for c in child.children if c.dep == "pobj"), "")
    return ""
