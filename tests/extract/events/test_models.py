"""Models survive being written and read, and do at run time what they did in training."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.extract.events.models import Linear, Trees, load_models


def small_linear() -> Linear:
    return Linear(
        classes=("no", "yes"),
        names={"lemma=sign": 0, "next=\n": 1},
        weights=np.array([[2.0], [-1.0]]),
        dense=np.array([[0.5]]),
        bias=np.array([0.1]),
    )


def test_a_feature_that_training_did_not_see_weighs_nothing() -> None:
    numbers = np.array([[1.0]], dtype=np.float32)
    model = small_linear()
    assert model.probabilities([["lemma=unheard"]], numbers) == pytest.approx(model.probabilities([[]], numbers))


def test_linear_models_survive_storage() -> None:
    model = small_linear()
    again = Linear.from_stored(model.stored())
    assert again.names == model.names
    assert again.weights == pytest.approx(model.weights, abs=0.02)


def test_trees_survive_storage() -> None:
    pytest.importorskip("sklearn")
    from ingest.train.fit import fit_trees

    rows = np.random.default_rng(0).normal(size=(60, 3))
    trees = fit_trees(rows, rows[:, 0] > 0, rounds=5, leaves=4, least=5)
    assert Trees.from_stored(trees.stored()).probabilities(rows) == pytest.approx(trees.probabilities(rows))


def test_no_rows_give_no_probabilities() -> None:
    assert load_models().place.probabilities(np.zeros((0, 1))).shape == (0,)


def test_the_shipped_models_are_small() -> None:
    folder = Path(__file__).parents[3] / "ingest" / "extract" / "events"
    assert sum(path.stat().st_size for path in folder.glob("*.npz")) < 3_000_000


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1000))
def test_boosted_trees_say_at_run_time_what_they_said_in_training(seed: int) -> None:
    ensemble = pytest.importorskip("sklearn.ensemble")
    from ingest.train.fit import fit_trees

    draw = np.random.default_rng(seed)
    rows = draw.normal(size=(60, 3))
    labels = rows[:, 0] + draw.normal(size=60) > 0
    ours = fit_trees(rows, labels, rounds=5, leaves=4, least=5)
    theirs = ensemble.HistGradientBoostingClassifier(
        max_iter=5,
        learning_rate=0.06,
        max_leaf_nodes=4,
        min_samples_leaf=5,
        l2_regularization=1.0,
        early_stopping=False,
        random_state=0,
    ).fit(rows, labels)
    assert ours.probabilities(rows) == pytest.approx(theirs.predict_proba(rows)[:, 1])
