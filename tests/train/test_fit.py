"""What fits the models says where there is too little to learn from."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.errors import DatelineError
from ingest.train.fit import fit_linear


def test_examples_that_are_all_one_are_told_of() -> None:
    with pytest.raises(DatelineError, match="every example is occurred: annotate more articles"):
        fit_linear([["a"], ["b"]], np.zeros((2, 1), dtype=np.float32), np.array(["occurred", "occurred"]))


def test_a_named_feature_is_weighed() -> None:
    named = [["rain"], ["sun"]] * 4
    numbers = np.zeros((8, 1), dtype=np.float32)
    model = fit_linear(named, numbers, np.array(["wet", "dry"] * 4))
    assert model.classes == ("dry", "wet")
    rain, sun = model.probabilities([["rain"], ["sun"]], numbers[:2])
    assert rain > 0.5 > sun
