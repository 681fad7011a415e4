"""Mentions of one happening come together, each in exactly one group."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.categories import TYPES
from ingest.extract.events.grouping import NONE, _beside_others, group, likeness


def clauses(lemmas: list[str], lasting: set[int] = frozenset()) -> Any:  # type: ignore[assignment]
    return [SimpleNamespace(lemma=lemma, lasting=i in lasting) for i, lemma in enumerate(lemmas)]


def all_pairs(count: int) -> list[tuple[int, int]]:
    return [(i, j) for j in range(count) for i in range(j)]


def test_alike_mentions_are_joined_and_others_are_not() -> None:
    same = np.array([0.9, 0.1, 0.2])
    assert group(clauses(["meet", "meeting", "attack"]), all_pairs(3), same, 0.5) == [[0, 1], [2]]


def test_a_visit_of_four_days_is_not_the_meeting_in_its_course() -> None:
    same = np.array([0.99])
    assert group(clauses(["meeting", "visit"], lasting={1}), all_pairs(2), same, 0.3) == [[0], [1]]


@given(st.integers(1, 10), st.data())
def test_every_mention_is_in_one_group(count: int, data: st.DataObject) -> None:
    pairs = all_pairs(count)
    chances = data.draw(st.lists(st.floats(0, 1), min_size=len(pairs), max_size=len(pairs)))
    groups = group(clauses(["x"] * count), pairs, np.array(chances), 0.5)
    assert sorted(i for members in groups for i in members) == list(range(count))


def scored(chances: list[float], kinds: list[int]) -> Any:
    return SimpleNamespace(chance=np.array(chances), types=np.eye(len(TYPES))[kinds])


def test_a_group_stands_beside_the_one_most_like_it() -> None:
    told = [SimpleNamespace(sentence=sentence) for sentence in (0, 0, 3)]
    alike = likeness(3, all_pairs(3), np.array([0.2, 0.6, 0.1]))  # pairs (0, 1), (0, 2), (1, 2)
    groups = [[0, 1], [2]]
    first, second = _beside_others(scored([0.9, 0.5, 0.4], [1, 1, 1]), told, groups, alike).tolist()  # type: ignore[arg-type]
    assert np.allclose(first, [0.35, 0.6, 0.4, 1, 0, 0, NONE])
    assert np.allclose(second, [0.35, 0.6, 0.95, 1, 1, 0, NONE])


def test_groups_of_one_sentence_see_the_surest_of_it() -> None:
    told = [SimpleNamespace(sentence=2), SimpleNamespace(sentence=2)]
    rows = _beside_others(scored([0.9, 0.4], [1, 2]), told, [[0], [1]], np.zeros((2, 2)))  # type: ignore[arg-type]
    assert np.allclose(rows, [[0, 0, NONE, 0, 0, 1, 0.4], [0, 0, NONE, 0, 0, 1, 0.9]])


def test_a_group_alone_has_none_beside_it() -> None:
    rows = _beside_others(scored([0.9], [1]), [SimpleNamespace(sentence=0)], [[0]], np.zeros((1, 1)))  # type: ignore[list-item]
    assert np.allclose(rows, [[0, 0, NONE, 0, 0, 0, NONE]])
