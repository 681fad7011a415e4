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


def test_a_kind_that_was_guessed_from_the_parties_gives_way(read: Read) -> None:
    doc, members = read("Norway and Chile reached a deal on cod.")
    assert judged_kind("treaty", doc, members, encoded(doc, kind="sale")) == "sale"


def test_firms_make_no_treaties(read: Read) -> None:
    doc, members = read("Fyord Shipping and Andes Lines signed a pact on cargo.")
    assert judged_kind("contract", doc, members, encoded(doc, kind="treaty")) == "contract"
    assert judged_kind("contract", doc, members, encoded(doc, kind="sale")) == "sale"


def test_a_kind_that_is_rare_or_told_by_an_undertaking_stays(read: Read) -> None:
    doc, members = read("Norway and Chile agreed to begin talks on cod.")
    assert judged_kind("review", doc, members, encoded(doc, kind="treaty")) == "review"
    assert judged_kind("negotiation", doc, members, encoded(doc, kind="treaty")) == "negotiation"


def test_a_status_that_was_guessed_gives_way(read: Read) -> None:
    doc, members = read("Norway praised the cod deal with Chile.")
    assert judged_status("agreed", doc, members, encoded(doc, status="in_force")) == "in_force"


def test_what_both_say_stays(read: Read) -> None:
    doc, members = read("Norway and Chile signed a cod treaty.")
    assert judged_status("signed", doc, members, encoded(doc, status="signed")) == "signed"
    assert judged_kind("treaty", doc, members, encoded(doc, kind="treaty")) == "treaty"


def test_a_word_of_which_the_encoder_is_sure_tells_an_agreement(read: Read) -> None:
    doc, members = read("The parties had an arrangement on cod.")
    assert not any(member.strong for member in members)
    assert any(member.strong for member in strengthened(doc, members, encoded(doc, agreeing=3.0)))
    assert strengthened(doc, members, encoded(doc, agreeing=-3.0)) == members


def test_an_agreement_that_was_not_reached_is_none(read: Read) -> None:
    doc, members = read("Norway and Chile could not reach an agreement.")
    assert members
    assert not any(member.strong for member in strengthened(doc, members, encoded(doc, agreeing=3.0)))
