"""What the encoder adds to the rules: takes the candidates of an article, or of one agreement, says which tell of an
agreement by themselves, and of which kind and status it is.

The rules know what words mean ("to review the pact" is a review); the encoder has seen what annotators made of whole
sentences. The rules' word counts as so many log odds more, chosen on articles that the encoder had not learned from:
few where they only guess. Of kinds that are rare it has learned too little to be asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from spacy.tokens import Doc

from ingest.extract.agreements.attributes import is_undertaking
from ingest.extract.agreements.syntax import governing_verb
from ingest.extract.agreements.triggers import Candidate, is_absent
from ingest.extract.categories import AGREEMENT_KINDS, AGREEMENT_STATUSES
from ingest.extract.encoder.layout import Array, Encoded

GUESSED = frozenset({"treaty", "contract", "other"})  # kinds that mostly follow from who the parties are
TRUST = 0.5  # log odds that the rules' word adds where they guess
TRUST_IN_KIND, TRUST_IN_STATUS = 3.0, 2.0  # where words tell it
RARE = frozenset({"review", "upgrade", "declaration"})  # kinds that there was little to learn of
LEAST = 1e-4  # a share below which nothing more is made of it
SURE = 1.5  # log odds from which a word tells of an agreement whatever the rules miss beside it


def strengthened(doc: Doc, candidates: Sequence[Candidate], encoded: Encoded) -> list[Candidate]:
    """The candidates, those nouns strong of which the encoder is sure; not where they are told not to be ("no deal",
    "could not reach a deal"). Of verbs the rules know better ("she agreed that it was cold"), and of talks.
    """
    odds = encoded.agreeing([candidate.token for candidate in candidates])
    return [
        replace(candidate, strong=True) if sure > SURE and _may_be_one(doc, candidate) else candidate
        for candidate, sure in zip(candidates, odds, strict=True)
    ]


def _may_be_one(doc: Doc, candidate: Candidate) -> bool:
    token = doc[candidate.token]
    return candidate.sense == "noun" and not is_absent(token, governing_verb(token))


def judged_kind(said: str, doc: Doc, members: Sequence[Candidate], encoded: Encoded) -> str:
    """The kind of an agreement for which the rules have said one; what is "agreed to begin" is a negotiation, whatever
    is talked of.
    """
    if said in RARE or (said == "negotiation" and any(m.strong and is_undertaking(doc, m) for m in members)):
        return said
    shares = encoded.agreement_kinds([member.token for member in members])
    found = _likeliest(said, AGREEMENT_KINDS, shares, TRUST if said in GUESSED else TRUST_IN_KIND)
    return said if (said, found) == ("contract", "treaty") else found  # firms and unions make no treaties


def judged_status(said: str, is_told: bool, members: Sequence[Candidate], encoded: Encoded) -> str:
    """The status of an agreement for which the rules have said one, by what words tell or by a guess."""
    shares = encoded.agreement_statuses([member.token for member in members])
    return _likeliest(said, AGREEMENT_STATUSES, shares, TRUST_IN_STATUS if is_told else TRUST)


def _likeliest(said: str, names: Sequence[str], shares: Array, trust: float) -> str:
    odds = np.log(np.maximum(shares, LEAST)).mean(0)
    odds[names.index(said)] += trust
    return names[int(odds.argmax())]
