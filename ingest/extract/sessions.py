"""ONNX graphs at run time: takes a graph, gives a session of onnxruntime that computes it in one thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

QUIET = 3  # of onnxruntime's levels: errors and worse


def open_session(graph: Path | bytes, without: Sequence[str] = ()) -> InferenceSession:
    """A session of the graph in a file or in bytes; `without` names optimizers of onnxruntime to leave out."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = QUIET
    return onnxruntime.InferenceSession(
        graph if isinstance(graph, bytes) else str(graph),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=list(without),
    )
