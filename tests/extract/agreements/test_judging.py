"""What the encoder adds to the rules, with rows written by hand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from spacy.tokens import Doc

from ingest.extract.agreements.judging import judged_kind, judged_status, strengthened
from ingest.extract.agreements.triggers import Candidate, find_candidates
from ingest.extract.categories import AGREEMENT_KINDS, AGREEMENT_STATUSES
from ingest.extract.encoder.layout import AGREEMENT, FIRST_AGREEMENT_KIND, FIRST_AGREEMENT_STATUS, WIDTH, Encoded
from ingest.extract.sentences import find_sentences
from ingest.model import Article

Read = Callable[[str], tuple[Doc, list[Candidate]]]


@pytest.fixture(scope="module")
def read(parse: Callable[[str], Doc], article_of: Callable[..., Article]) -> Read:
    def run(text: str) -> tuple[Doc, list[Candidate]]:
        doc = parse(text)
        return doc, find_candidates(doc, find_sentences(article_of(text), doc))

    return run


def encoded(doc: Doc, kind: str = "other", status: str = "agreed", agreeing: float = 0.0) -> Encoded:
    """Rows that are all but certain of a kind and a status, and as sure of an agreement as is said, at every word."""
    rows = np.zeros((len(doc), WIDTH), dtype=np.float32)
    rows[:, AGREEMENT] = agreeing
    rows[:, FIRST_AGREEMENT_KIND + AGREEMENT_KINDS.index(kind)] = 8
    rows[:, FIRST_AGREEMENT_STATUS + AGREEMENT_STATUSES.index(status)] = 8
    return Encoded(rows)


@pytest.mark.parametrize(
    ("text", "said", "believed", "kind"),
    [
        ("Norway and Chile reached a deal on cod.", "treaty", "sale", "sale"),  # a guess from the parties gives way
        ("Norway and Chile signed a cod treaty.", "treaty", "treaty", "treaty"),
        ("Fyord Shipping and Andes Lines signed a pact.", "contract", "sale", "sale"),
        ("Fyord Shipping and Andes Lines signed a pact.", "contract", "treaty", "contract"),  # firms make no treaties
        ("Norway and Chile agreed to begin talks on cod.", "negotiation", "treaty", "negotiation"),  # an undertaking
        ("Norway and Chile held peace talks on cod.", "negotiation", "treaty", "treaty"),
        ("Norway and Chile agreed to look at the pact.", "review", "treaty", "review"),  # rare
    ],
)
def test_the_kind_is_the_rules_or_the_encoder_s(read: Read, text: str, said: str, believed: str, kind: str) -> None:
    doc, members = read(text)
    assert judged_kind(said, doc, members, encoded(doc, kind=believed)) == kind


@pytest.mark.parametrize(
    ("said", "is_told", "believed", "status"),
    [
        ("agreed", False, "in_force", "in_force"),
        ("signed", True, "signed", "signed"),
        ("signed", True, "agreed", "agreed"),  # what words tell counts more, and yields to certainty
    ],
)
def test_a_status_that_was_guessed_gives_way(read: Read, said: str, is_told: bool, believed: str, status: str) -> None:
    doc, members = read("Norway praised the cod deal with Chile.")
    assert judged_status(said, is_told, members, encoded(doc, status=believed)) == status


def test_what_words_tell_counts_more_than_a_guess(read: Read) -> None:
    doc, members = read("Norway praised the cod deal with Chile.")
    doubtful = encoded(doc, status="agreed")
    doubtful.rows[:, FIRST_AGREEMENT_STATUS + AGREEMENT_STATUSES.index("signed")] = 6.8
    assert judged_status("signed", True, members, doubtful) == "signed"
    assert judged_status("signed", False, members, doubtful) == "agreed"


def test_a_word_of_which_the_encoder_is_sure_tells_an_agreement(read: Read) -> None:
    doc, members = read("The parties had an arrangement on cod.")
    assert not any(member.strong for member in members)
    assert any(member.strong for member in strengthened(doc, members, encoded(doc, agreeing=3.0)))
    assert strengthened(doc, members, encoded(doc, agreeing=-3.0)) == members


def test_an_agreement_that_was_not_reached_is_none(read: Read) -> None:
    doc, members = read("Norway and Chile could not reach an agreement.")
    assert members
    assert not any(member.strong for member in strengthened(doc, members, encoded(doc, agreeing=3.0)))
