"""What counts as an agreement, how often it counts, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ingest.model import Article, Extraction, LocalAgreement

Analyse = Callable[..., tuple[Article, Extraction]]


@pytest.fixture(scope="session")
def agreements(analyse: Analyse) -> Callable[[str], list[LocalAgreement]]:
    """The agreements of a text published on 10 July 2019."""
    return lambda text: list(analyse(text, published="2019-07-10")[1].agreements)


@pytest.fixture(scope="session")
def parties(analyse: Analyse) -> Callable[[str], list[set[str]]]:
    """The names of the parties of each agreement of a text."""

    def run(text: str) -> list[set[str]]:
        _, found = analyse(text, published="2019-07-10")
        return [{found.entities[p].name for p in agreement.parties} for agreement in found.agreements]

    return run


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chile signed a fisheries treaty in Oslo.",
        "Norway and Chile agreed to begin talks on fisheries.",
        "Norway has acceded to the fisheries pact.",
        "Norway committed to sending two ships to Chile.",
        "A ceasefire between Norway and Chile took effect.",
        "Norway and Chile are negotiating a fisheries treaty.",
        "Norway and Chile upgraded their relationship in Oslo.",
        "Norway and Chile signed a new deal on fisheries in Oslo.",
    ],
)
def test_agreements_are_found(agreements: Callable[[str], list[LocalAgreement]], text: str) -> None:
    assert len(agreements(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Norway's minister agreed that it was cold.",
        "Critics disagreed with the minister of Norway.",
        "The minister of Norway signed the budget into law.",
        "Norway spent a great deal of money on ships.",
        "The two men committed crimes in Norway.",
        "The Democratic National Convention met in Chicago.",
        "Norway and Chile could not reach an agreement.",
        "The minister of Norway wrote a letter and made a statement.",
        "The striker joined Oslo Rovers on Monday.",
        "You agree to receive newsletters from the shop in Oslo.",
        "Senator Ada Roe of Norway introduced the Green New Deal on Thursday.",
        "Norway and Chile debated Ada Roe's New Deal in Oslo.",
    ],
)
def test_what_only_sounds_like_one_is_none(agreements: Callable[[str], list[LocalAgreement]], text: str) -> None:
    assert agreements(text) == []


def test_things_agreed_side_by_side_are_kept_apart(agreements: Callable[[str], list[LocalAgreement]]) -> None:
    found = agreements("Norway and Chile agreed to accelerate talks on fisheries and to review the shipping treaty.")
    assert [a.kind for a in found] == ["negotiation", "review"]


def test_a_list_of_what_consensus_covers_is_split(agreements: Callable[[str], list[LocalAgreement]]) -> None:
    found = agreements(
        "The leaders of Norway and Chile reached a consensus on coastal safety, and possible ship sales."
    )
    assert [a.subject for a in found] == ["coastal safety", "possible ship sales"]


def test_one_agreement_told_again_stays_one(agreements: Callable[[str], list[LocalAgreement]]) -> None:
    text = (
        "Norway and Chile signed a fisheries treaty in Oslo. The treaty was welcomed by the ministers. "
        "Under the agreement, Chile will open two ports."
    )
    (found,) = agreements(text)
    assert {m.trigger for m in found.mentions} >= {"signed", "treaty", "agreement"}


def test_another_agreement_is_another(agreements: Callable[[str], list[LocalAgreement]]) -> None:
    text = "Norway and Chile signed a fisheries treaty in Oslo. Norway reached a similar agreement with Peru."
    assert len(agreements(text)) == 2


def test_a_named_pact_gives_its_full_name_and_takes_up_its_abbreviation(
    agreements: Callable[[str], list[LocalAgreement]],
) -> None:
    text = (
        "Norway and Chile agreed to begin negotiations for a Southern Fisheries Protection Agreement, known as SFPA. "
        "The SFPA was first proposed in Lima."
    )
    (found,) = agreements(text)
    assert found.instrument == "Southern Fisheries Protection Agreement"
    assert [m.sentence for m in found.mentions][-1] == 1


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Norway and Chile agreed to open talks on fisheries.", "negotiation", "agreed"),
        ("Norway and Chile agreed to review the fisheries pact.", "review", "agreed"),
        ("Norway and Chile agreed to upgrade their relationship to a strategic partnership.", "upgrade", "agreed"),
        ("Norway and Chile signed a fisheries treaty.", "treaty", "signed"),
        ("Norway agreed to send two ships to the Pacific.", "commitment", "agreed"),
        ("Norway and Chile are negotiating a fisheries treaty.", "negotiation", "negotiating"),
        ("Norway and Chile agreed on a ceasefire.", "ceasefire", "agreed"),
        ("Norway and EURATOM reached an agreement on spent fuel.", "treaty", "agreed"),
        ("Norway and Chile reached an accord in 1998. Under the accord, they share cod quotas.", "treaty", "in_force"),
        ("Norway, which has an extradition treaty with Chile, freed him on Monday.", "treaty", "in_force"),
        ("Norway and Chile initialled a fisheries treaty on Monday.", "treaty", "agreed"),
        ("Norway and Chile have a deal on fisheries.", "treaty", "agreed"),
        ("Fyord Shipping and Andes Lines signed a pact on cargo.", "contract", "signed"),
        ("Chile has reached a rescheduling accord with its creditors.", "contract", "agreed"),
        ("Chile reached an accord with Peru on the rescheduling of its debt.", "treaty", "agreed"),
        ("Norway agreed to let Chile's trawlers leave Tromso.", "commitment", "agreed"),
        ('Norway met Chile in Oslo. "We agreed to share the cod," Norway and Chile said.', "other", "agreed"),
        ("Andes Lines announced an agreement to acquire Fyord Shipping for $40 million.", "sale", "agreed"),
        ("Andes Lines agreed to pay $40 million to acquire Fyord Shipping.", "sale", "agreed"),
        ("Andes Lines signed a letter of intent to buy Fyord Shipping.", "sale", "signed"),
        ("Andes Lines and Fyord Shipping have a joint venture in Oslo.", "contract", "agreed"),
        ("The ministers of Norway and Chile issued a joint statement on cod.", "declaration", "agreed"),
        ("Norway joined NATO on Monday.", "treaty", "agreed"),
        ("Norway and Chile reached an agreement. Under the agreement, they will share cod quotas.", "treaty", "agreed"),
    ],
)
def test_kind_and_status(agreements: Callable[[str], list[LocalAgreement]], text: str, kind: str, status: str) -> None:
    (found,) = agreements(text)
    assert (found.kind, found.status) == (kind, status)


def test_what_was_signed_years_ago_is_in_force(agreements: Callable[[str], list[LocalAgreement]]) -> None:
    (found,) = agreements("Norway abides by the fisheries treaty that it signed with Chile in 2004.")
    assert found.status == "in_force"


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Chile signed a fisheries treaty.",
        "Norway signed a fisheries treaty with Chile.",
        "A fisheries treaty between Norway and Chile was signed.",
    ],
)
def test_parties_wherever_the_sentence_names_them(parties: Callable[[str], list[set[str]]], text: str) -> None:
    assert parties(text) == [{"Norway", "Chile"}]


def test_leaders_bind_the_countries_that_the_article_speaks_of(parties: Callable[[str], list[set[str]]]) -> None:
    text = (
        "Norway and Chile want closer ties between the two nations. "
        "President Rivas and Prime Minister Lund met in Oslo. "
        "The two leaders agreed to begin talks on fisheries."
    )
    assert parties(text)[-1] == {"Norway", "Chile"}


def test_subjects_are_short_and_in_the_words_of_the_article(
    agreements: Callable[[str], list[LocalAgreement]],
) -> None:
    (found,) = agreements(
        "Norway and Chile agreed to open formal talks on cod quotas, a move that surprised fishermen, during a visit."
    )
    assert found.subject == "open formal talks on cod quotas"


@pytest.mark.parametrize(
    "text",
    [
        "The ceasefire is based on the trade treaty between Norway and Chile.",
        "The agreement with Peru hinges on the treaty with Chile.",
    ],
)
def test_what_an_agreement_rests_on_is_another(agreements: Callable[[str], list[LocalAgreement]], text: str) -> None:
    assert len(agreements(text)) == 2


def test_an_interpreting_sentence_adds_no_agreement(agreements: Callable[[str], list[LocalAgreement]]) -> None:
    text = "Norway and Chile signed a fisheries treaty. This pact signals a deepening of the partnership between them."
    assert len(agreements(text)) == 1


def test_the_citation_of_a_sentence_supports_its_agreement(analyse: Analyse) -> None:
    _, found = analyse("Norway and Chile signed a fisheries treaty [1, 3]. It rained in Oslo [2].")
    (agreement,) = found.agreements
    assert [found.citations[i].number for i in agreement.citations] == [1, 3]
