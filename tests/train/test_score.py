"""Scoring inside training follows the rules of the annotation's scorer."""

from __future__ import annotations

import pytest

from ingest.evaluation.names import same_name
from ingest.train.gold import GoldArticle, GoldEvent
from ingest.train.score import f1, match


def event(kind: str, *triggers: tuple[int, ...], sentences: frozenset[int] = frozenset({1})) -> GoldEvent:
    return GoldEvent(kind, "occurred", None, None, None, (), triggers, sentences)


def article(*events: GoldEvent) -> GoldArticle:
    words = {i: (i,) for i in range(10)}
    return GoldArticle("a", events, words, (1,) * 5 + (2,) * 5)


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ("Maria Lopez", ["Lopez"], True),
        ("US", ["United States"], True),
        ("the European Union", ["EU"], True),
        ("Peru", ["Chile"], False),
        ("", ["Chile"], False),
    ],
)
def test_names_match_where_one_holds_the_other(gold: str, said: list[str], same: bool) -> None:
    assert same_name(gold, said) is same


def test_a_common_trigger_matches_whatever_the_type() -> None:
    assert match(article(event("AGREE", (2,))), [("CONSULT", [(2,)])]) == {0: 0}


def test_one_sentence_matches_only_with_the_type() -> None:
    gold = article(event("AGREE", (2,)))
    assert match(gold, [("AGREE", [(4,)])]) == {0: 0}
    assert match(gold, [("CONSULT", [(4,)])]) == {}


def test_each_event_is_used_once_and_the_heavier_pair_first() -> None:
    gold = article(event("AGREE", (2,), (3,)), event("AGREE", (4,)))
    assert match(gold, [("AGREE", [(2,), (3,)]), ("AGREE", [(4,)])]) == {0: 0, 1: 1}


def test_f1_of_nothing_is_nothing() -> None:
    assert f1(0, 0, 0) == 0.0
    assert f1(1, 2, 2) == 0.5
