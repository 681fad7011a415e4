"""What could belong to an event is weighed beside its rivals."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.extract.events.attaching import UNREAD, _beside_others
from ingest.extract.events.attaching_who import _against_names


def test_each_thing_stands_above_or_below_the_likeliest_other() -> None:
    read = np.array([[2.0, 2.5], [-1.0, 0.5], [0.5, 3.0]])
    assert _beside_others(read).tolist() == [[1.5, -0.5, 0], [-3.0, -2.5, 2], [-1.5, 0.5, 1]]


def test_the_likeliest_two_alike_are_level() -> None:
    assert _beside_others(np.array([[1.0, 1.0], [1.0, 1.0]])).tolist() == [[0, 0, 0], [0, 0, 0]]


@pytest.mark.parametrize("count", [0, 1])
def test_what_is_alone_has_no_rival(count: int) -> None:
    assert _beside_others(np.ones((count, 2))).tolist() == [[-UNREAD, -UNREAD, 0]] * count


def test_everybody_is_held_against_the_likeliest_who_has_a_name() -> None:
    read, names = np.array([[2.0, 0.0], [1.0, 0.0], [-3.0, 0.0]]), np.array([False, True, True])
    assert _against_names(read, names).tolist() == [[0, 1.0], [1, 0.0], [1, -4.0]]
