"""Mentions of one happening come together, each in exactly one group."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ingest.extract.events.grouping import group


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
