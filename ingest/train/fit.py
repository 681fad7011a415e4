"""Fitting: takes features and labels, gives models for `ingest.extract.events`; seeded, scikit-learn inside.

Boosted trees become ONNX graphs, which onnxruntime walks at run time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from onnx import TensorProto, helper
from scipy.sparse import csr_matrix, hstack
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from ingest.errors import DatelineError
from ingest.extract.events.models import Linear, Numbers, Trees

SEED = 0
TREES_DOMAIN, TREES_OPSET = "ai.onnx.ml", 3
OPSET, IR_VERSION = 17, 8  # what onnxruntime 1.20, the oldest that is asked for, reads


def fit_linear(
    named: Sequence[Sequence[str]],
    numbers: npt.NDArray[np.float32],
    labels: npt.NDArray[np.str_] | npt.NDArray[np.bool_],
    strength: float = 0.1,
    least: int = 4,
    dense_weight: float = 0.15,
) -> Linear:
    """A logistic regression; `strength` is the inverse penalty, `least` the rows in which a name must stand.

    Standardised numbers are scaled by `dense_weight`, or the penalty would favour them over named features. Raises
    DatelineError where all labels are one, which happens with few annotated articles.
    """
    if len(np.unique(labels)) < 2:
        raise DatelineError(
            f"nothing can be learned where every example is {labels[0]!s}: annotate more articles, or name more with"
            " --annotated"
        )
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
    return Trees(_graph(model))


def _graph(model: HistGradientBoostingClassifier) -> bytes:
    """The fitted trees as an ONNX graph, from `rows` to `probabilities`, shape (rows, 1)."""
    nodes = np.concatenate([predictor.nodes for (predictor,) in model._predictors])
    sizes = [len(predictor.nodes) for (predictor,) in model._predictors]
    tree, number = np.repeat(np.arange(len(sizes)), sizes), np.concatenate([np.arange(size) for size in sizes])
    leaf = nodes["is_leaf"].astype(bool)
    trees = helper.make_node(
        "TreeEnsembleRegressor",
        ["rows"],
        ["odds"],
        domain=TREES_DOMAIN,
        n_targets=1,
        base_values=[float(np.ravel(model._baseline_prediction)[0])],
        nodes_treeids=tree.tolist(),
        nodes_nodeids=number.tolist(),
        nodes_modes=np.where(leaf, "LEAF", "BRANCH_LEQ").tolist(),
        nodes_featureids=np.where(leaf, 0, nodes["feature_idx"]).tolist(),
        nodes_values=np.where(leaf, 0.0, nodes["num_threshold"]).tolist(),
        nodes_truenodeids=np.where(leaf, 0, nodes["left"]).tolist(),
        nodes_falsenodeids=np.where(leaf, 0, nodes["right"]).tolist(),
        target_treeids=tree[leaf].tolist(),
        target_nodeids=number[leaf].tolist(),
        target_ids=[0] * int(leaf.sum()),
        target_weights=nodes["value"][leaf].tolist(),
    )
    chance = helper.make_node("Sigmoid", ["odds"], ["probabilities"])
    rows = helper.make_tensor_value_info("rows", TensorProto.FLOAT, [None, None])
    found = helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, [None, 1])
    made = helper.make_model(
        helper.make_graph([trees, chance], "trees", [rows], [found]),
        opset_imports=[helper.make_opsetid(TREES_DOMAIN, TREES_OPSET), helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
    )
    written: bytes = made.SerializeToString()
    return written
