"""What the trained models look at: takes candidates, gives for each a set of named features and a row of numbers.

Named features are words such as `dep=dobj` or `lex=AGREE`; the model knows those that its training articles held and
passes over the rest. Numbers are the word vectors of the trigger, its head and its object, and the parser's own context
vector of the trigger (`Doc.tensor`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Token

from ingest.extract.events.candidates import Candidate
from ingest.extract.events.reading import Reading, chain_to_root
from ingest.extract.events.syntax import OBJECTS, PASSIVE_SUBJECTS, SPEECH, SUBJECTS, clause_of, helpers, predicate
from ingest.extract.events.words import Array, vectors_of

TOLD = frozenset({"neg", "det", "poss", "mark", "prt", "aux", "auxpass", "advmod", "prep", "amod"})
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
    token = reading.doc[candidate.token]
    yield from _lexical(candidate, token)
    yield from _grammatical(token)
    yield from _of_clause(reading, token)
    yield from _of_sentence(reading, candidate, token)


def _lexical(candidate: Candidate, token: Token) -> Iterator[str]:
    lemma = candidate.lemma
    part = "V" if candidate.verbal else "N"
    yield f"lemma={lemma}"
    yield f"lemma={lemma}/{part}/{token.dep_}"
    yield f"end={lemma[-3:]}/{part}"
    yield f"end={lemma[-4:]}"
    yield f"lex={'strong' if candidate.strong else 'weak' if candidate.types else 'none'}/{part}"
    for kind in candidate.types:
        yield f"lex={kind}"
    if candidate.types:
        yield f"lexfirst={candidate.types[0]}/{candidate.strong}"
    if candidate.phrase:
        yield f"phrase={candidate.phrase}"


def _grammatical(token: Token) -> Iterator[str]:
    head = token.head
    yield f"tag={token.tag_}"
    yield f"dep={token.dep_}/{token.tag_}"
    yield f"head={head.lemma_.lower()}/{token.dep_}"
    yield f"up={token.dep_}<{head.pos_}<{head.dep_}"
    yield f"up3={token.dep_}<{head.dep_}<{head.head.dep_}"
    if token.dep_ == "pobj":
        yield f"prep={head.lower_}"
        yield f"prep={head.lower_}<{head.head.lemma_.lower()}"
    yield f"next={_word(token, 1)}"
    yield f"prev={_word(token, -1)}"
    for child in token.children:
        if child.dep_ in TOLD:
            yield f"{child.dep_}={child.lower_}"
        elif child.dep_ in OBJECTS:
            yield f"obj={child.lemma_.lower()}"
            yield f"objtype={child.ent_type_ or GROUPED.get(child.tag_, child.tag_)}"
        elif child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS:
            yield f"{child.dep_}type={child.ent_type_ or child.tag_}"
            yield f"subj={child.lemma_.lower()}"
        yield f"has={child.dep_}"


def _word(token: Token, step: int) -> str:
    place = token.i + step
    if not 0 <= place < len(token.doc):
        return ""
    other = token.doc[place]
    return other.ent_type_ or GROUPED.get(other.tag_, other.lower_)


def _of_clause(reading: Reading, token: Token) -> Iterator[str]:
    verb = predicate(token)
    clause = clause_of(token)
    support = "+".join(sorted(helpers(verb)))
    yield f"tense={verb.tag_}/{support}"
    yield f"clause={clause.dep_}"
    yield f"above={clause.head.lemma_.lower()}/{clause.dep_}"
    if clause.dep_ == "ccomp" and clause.head.lemma_.lower() in SPEECH:
        yield f"said={clause.head.tag_}"
    if token.i != verb.i:
        yield f"verb={verb.lemma_.lower()}"
        yield f"verbtense={verb.tag_}/{support}/{token.dep_}"
    for mark in clause.children:
        if mark.dep_ in {"mark", "neg"}:
            yield f"clause{mark.dep_}={mark.lower_}"
    for above in chain_to_root(token)[1:4]:
        if above.dep_ in {"advcl", "relcl", "acl", "pcomp", "xcomp"}:
            yield f"under={above.dep_}"


def _of_sentence(reading: Reading, candidate: Candidate, token: Token) -> Iterator[str]:
    position = candidate.sentence
    yield f"place={min(position, 6)}"
    yield f"quoted={reading.quoted[token.i]}"
    actors, times, places = reading.actors[position], reading.times[position], reading.places[position]
    yield f"actors={min(len(actors), 3)}"
    yield f"times={min(len(times), 2)}"
    yield f"places={min(len(places), 2)}"
    for named in actors:
        if token.is_ancestor(reading.doc[named.head]):
            entity = reading.cast.entities[named.targets[0]]
            yield f"actorbelow={entity.kind}"
    for named in times:
        head = reading.doc[named.head]
        if token.is_ancestor(head) or clause_of(head).i == clause_of(token).i:
            yield f"timehere={reading.expressions[named.targets[0]].granularity}"
    if reading.sentences[position].role != "body":
        yield f"role={reading.sentences[position].role}"


def number_features(reading: Reading, candidates: Sequence[Candidate]) -> Array:
    """Vectors of trigger, head, object and context, shape (candidates, width)."""
    doc = reading.doc
    tokens = [doc[c.token] for c in candidates]
    own = vectors_of([c.lemma for c in candidates])
    heads = vectors_of([t.head.lemma_.lower() if t.head.i != t.i else "" for t in tokens])
    items = vectors_of([_object(t) for t in tokens])
    context = doc.tensor[[c.token for c in candidates]] if candidates else np.zeros((0, doc.tensor.shape[1]))
    return np.concatenate([own, heads, items, context * 0.1], axis=1).astype(np.float32)


def _object(token: Token) -> str:
    """The lemma of the object or, without one, of the passive subject or the `of` phrase."""
    wanted = OBJECTS | PASSIVE_SUBJECTS
    for child in token.children:
        if child.dep_ in wanted:
            return str(child.lemma_.lower())
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((str(c.lemma_.lower()) for c in child.children if c.dep_ == "pobj"), "")
    return ""
