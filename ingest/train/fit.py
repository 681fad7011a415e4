"""Fitting: takes features and labels, gives models for `ingest.extract.events`; seeded, scikit-learn inside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from ingest.extract.events.models import Linear, Numbers, Trees

SEED = 0


def fit_linear(
    named: Sequence[Sequence[str]],
    numbers: npt.NDArray[np.float32],
    labels: npt.NDArray[np.str_] | npt.NDArray[np.bool_],
    strength: float = 0.1,
    least: int = 4,
    dense_weight: float = 0.15,
) -> Linear:
    """A logistic regression; `strength` is the inverse penalty, `least` the rows in which a name must stand.

    Standardised numbers are scaled by `dense_weight`, or the penalty would favour them over named features.
    """
    counts = Counter(word for row in named for word in set(row))
    names = {word: i for i, word in enumerate(sorted(w for w, n in counts.items() if n >= least))}
    mean, spread = numbers.mean(axis=0), numbers.std(axis=0) + 1e-6
    dense = (numbers - mean) / spread * dense_weight
    model = LogisticRegression(C=strength, max_iter=300, random_state=SEED)
    model.fit(hstack([_one_hot(named, names), csr_matrix(dense)]).tocsr(), labels)
    weights = model.coef_.T
    per_number = weights[len(names) :] * (dense_weight / spread)[:, None]
    return Linear(
        classes=tuple(map(str, model.classes_)),
        names=names,
        weights=weights[: len(names)],
        dense=per_number,
        bias=model.intercept_ - mean @ per_number,
    )


def _one_hot(named: Sequence[Sequence[str]], names: dict[str, int]) -> csr_matrix:
    columns: list[int] = []
    ends = [0]
    for row in named:
        columns += sorted({names[word] for word in row if word in names})
        ends.append(len(columns))
    ones = np.ones(len(columns), dtype=np.float32)
    return csr_matrix((ones, columns, ends), shape=(len(named), len(names)))


def fit_trees(
    rows: Numbers,
    labels: npt.NDArray[np.bool_],
    rounds: int = 120,
    rate: float = 0.06,
    leaves: int = 12,
    least: int = 20,
    columns: float = 1.0,
) -> Trees:
    """Boosted trees with `rounds` trees of at most `leaves` leaves, each of at least `least` rows; a split looks at the
    share `columns` of all columns.
    """
    model = HistGradientBoostingClassifier(
        max_iter=rounds,
        learning_rate=rate,
        max_leaf_nodes=leaves,
        min_samples_leaf=least,
        max_features=columns,
        l2_regularization=1.0,
        early_stopping=False,
        random_state=SEED,
    )
    model.fit(rows, labels)
    return _flat(model)


def _flat(model: HistGradientBoostingClassifier) -> Trees:
    """The nodes of all trees in one row of arrays."""
    columns: dict[str, list[npt.NDArray[np.float64]]] = {
        k: [] for k in ("feature", "threshold", "left", "right", "value")
    }
    roots: list[int] = []
    offset = depth = 0
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        here = np.arange(len(nodes)) + offset
        leaf = nodes["is_leaf"].astype(bool)
        columns["feature"].append(np.where(leaf, 0, nodes["feature_idx"]))
        columns["threshold"].append(np.where(leaf, 0.0, nodes["num_threshold"]))
        columns["left"].append(np.where(leaf, here, nodes["left"].astype(np.int64) + offset))
        columns["right"].append(np.where(leaf, here, nodes["right"].astype(np.int64) + offset))
        columns["value"].append(np.where(leaf, nodes["value"], 0.0))
        roots.append(offset)
        offset += len(nodes)
        depth = max(depth, int(nodes["depth"].max()))
    flat = {key: np.concatenate(parts) for key, parts in columns.items()}
    return Trees(
        roots=np.array(roots, dtype=np.int32),
        feature=flat["feature"].astype(np.int32),
        threshold=flat["threshold"],
        left=flat["left"].astype(np.int32),
        right=flat["right"].astype(np.int32),
        value=flat["value"],
        bias=float(np.ravel(model._baseline_prediction)[0]),
        depth=depth,
    )
