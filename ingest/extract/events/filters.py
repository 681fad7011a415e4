"""Whether a candidate reports a happening, by rule: takes candidates, gives a score from 0 to 1 for each.

The floor under the trained trigger model: lexicon strength, less what grammar rules out (modals of possibility,
conditions, negation, infinitives of aim, bare speech).
"""

from __future__ import annotations

from ingest.extract.events.candidates import Candidate
from ingest.extract.events.reading import Reading
from ingest.extract.events.syntax import SPEECH, helpers, negated

POSSIBLE = frozenset(["would", "could", "may", "might", "should", "can", "must", "ca"])
CONDITIONS = frozenset(["if", "unless", "whether"])


def rule_score(reading: Reading, candidate: Candidate) -> float:
    """0.7 for a strong entry in a plain clause, 0.35 for a weak one, 0 without an entry or in an unreal clause."""
    token = reading.doc[candidate.token]
    if not candidate.types or (candidate.verbal and candidate.lemma in SPEECH - {"announce"}):
        return 0.0
    score = 0.7 if candidate.strong else 0.35
    if candidate.verbal:
        if helpers(token) & POSSIBLE or negated(token) or token.tag_ in {"VBP", "VBZ"}:
            score *= 0.3
        if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in token.children):
            score *= 0.3
        if token.dep_ in {"xcomp", "advcl", "acl"} and "to" in helpers(token):
            score *= 0.6
    elif token.dep_ in {"compound", "nmod"}:
        score *= 0.3
    if reading.quoted[token.i]:
        score *= 0.5
    return score
