"""The trained models at run time: takes features, gives probabilities; numpy and onnxruntime inside.

Two kinds: `Linear`, a logistic regression over named features and a row of numbers, and `Trees`, boosted decision
trees over a row of numbers. Both are fitted by `ingest.train` and stored in `model.npz`, as arrays and ONNX graphs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ingest.extract.sessions import open_session

Numbers = npt.NDArray[np.float64]
Stored = Mapping[str, npt.NDArray[Any]]
SEPARATOR = "\x1f"  # between names, which may hold any printable character
MODEL_FILE = Path(__file__).with_name("model.npz")


def logistic(scores: Numbers) -> Numbers:
    """Log odds to probabilities."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30))))


@dataclass(frozen=True, slots=True)
class Linear:
    """Weights of named features (rows of `weights`) and of numbers (rows of `dense`), one column a class."""

    classes: tuple[str, ...]
    names: dict[str, int]
    weights: Numbers
    dense: Numbers
    bias: Numbers

    def scores(self, named: Sequence[Sequence[str]], numbers: npt.NDArray[np.float32]) -> Numbers:
        """Log odds, shape (rows, columns); names that training did not see weigh nothing."""
        scores = numbers @ self.dense + self.bias
        for row, words in enumerate(named):
            known = [i for i in map(self.names.get, set(words)) if i is not None]
            if known:
                scores[row] += self.weights[sorted(known)].sum(axis=0)
        return np.asarray(scores)

    def probabilities(self, named: Sequence[Sequence[str]], numbers: npt.NDArray[np.float32]) -> Numbers:
        """One probability a row for two classes, else one column a class."""
        scores = self.scores(named, numbers)
        if scores.shape[1] == 1:
            return logistic(scores[:, 0])
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))

    def stored(self) -> dict[str, npt.NDArray[Any]]:
        """The arrays that `from_stored` reads."""
        scale = np.maximum(np.abs(self.weights).max(axis=0), 1e-9) / 127
        return {
            "classes": np.array("\n".join(self.classes)),
            "names": np.array(SEPARATOR.join(self.names)),
            "weights": np.round(self.weights / scale).astype(np.int8),
            "scale": scale.astype(np.float32),
            "dense": self.dense.astype(np.float32),
            "bias": self.bias.astype(np.float32),
        }

    @classmethod
    def from_stored(cls, arrays: Stored) -> Linear:
        """Read back what `stored` gave."""
        names = str(arrays["names"]).split(SEPARATOR)
        return cls(
            classes=tuple(str(arrays["classes"]).split("\n")),
            names={name: row for row, name in enumerate(names)},
            weights=arrays["weights"].astype(np.float64) * arrays["scale"],
            dense=arrays["dense"].astype(np.float64),
            bias=arrays["bias"].astype(np.float64),
        )


class Trees:
    """Boosted trees: an ONNX graph from `rows`, shape (rows, columns), to a probability for each."""

    def __init__(self, graph: bytes) -> None:
        self.graph = graph
        self._session = open_session(graph)

    def probabilities(self, rows: Numbers) -> Numbers:
        """The probability of each row of numbers; shape (rows,)."""
        if not len(rows):
            return np.zeros(0)
        found: npt.NDArray[np.float32] = self._session.run(None, {"rows": rows.astype(np.float32)})[0]
        return found[:, 0].astype(np.float64)

    def stored(self) -> dict[str, npt.NDArray[Any]]:
        """The array that `from_stored` reads."""
        return {"graph": np.frombuffer(self.graph, dtype=np.uint8)}

    @classmethod
    def from_stored(cls, arrays: Stored) -> Trees:
        """Read back what `stored` gave."""
        return cls(arrays["graph"].tobytes())


@dataclass(frozen=True, slots=True)
class Models:
    """All models of the station, and the thresholds that cross-validation chose."""

    trigger: Linear
    type: Linear
    status: Linear
    same: Trees
    event: Trees
    part: Trees
    time: Trees
    extent: Trees
    place: Trees
    thresholds: dict[str, float]

    def save(self, path: Path = MODEL_FILE) -> None:
        """Write all arrays into one compressed file."""
        arrays: dict[str, Any] = {
            "thresholds/names": np.array("\n".join(self.thresholds)),
            "thresholds/values": np.array(list(self.thresholds.values())),
        }
        for name in (*LINEAR, *TREES):
            arrays |= {f"{name}/{key}": array for key, array in getattr(self, name).stored().items()}
        np.savez_compressed(path, **arrays)


LINEAR = ("trigger", "type", "status")
TREES = ("same", "event", "part", "time", "extent", "place")


@lru_cache(maxsize=1)
def load_models(path: Path = MODEL_FILE) -> Models:
    """Read the trained models once a process."""
    with np.load(path, allow_pickle=False) as file:
        arrays = {key: file[key] for key in file.files}
    parts: dict[str, dict[str, npt.NDArray[Any]]] = {}
    for key, array in arrays.items():
        model, _, part = key.partition("/")
        parts.setdefault(model, {})[part] = array
    names = str(parts["thresholds"]["names"]).split("\n")
    thresholds = dict(zip(names, map(float, parts["thresholds"]["values"]), strict=True))
    linear = {name: Linear.from_stored(parts[name]) for name in LINEAR}
    trees = {name: Trees.from_stored(parts[name]) for name in TREES}
    return Models(**linear, **trees, thresholds=thresholds)  # type: ignore[arg-type]
