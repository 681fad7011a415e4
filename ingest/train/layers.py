"""What the transformers of training share: layers, and the columns of `ingest.extract.encoder.layout` over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import torch
from torch import Tensor, nn
from torch.nn import functional

from ingest.extract.encoder.layout import FIRST_PLAIN, FIRST_PROJECTION, PROJECTED, RELATIONS, SCALE, WIDTH
from ingest.extract.encoder.pieces import Pieces

DROPPED = 0.1  # share of channels left out in training
GAPS = 9  # sentences between two words, from two before to six after, that the relations tell apart in training


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a transformer is, and how small a variance its norms bear."""

    layers: int
    hidden: int
    inner: int
    heads: int
    least: float


def dropped(rows: Tensor, training: bool) -> Tensor:
    """Some channels of a whole sequence set to nought: as good here as single numbers, and far cheaper."""
    if not training:
        return rows
    kept = torch.rand(rows.shape[0], 1, rows.shape[2]) > DROPPED
    return rows * (kept.to(rows.dtype) / (1 - DROPPED))


class Layer(nn.Module):
    """One layer as BERT's and MPNet's are."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        wide = shape.hidden
        self.heads = shape.heads
        self.query, self.key, self.value, self.joined = (nn.Linear(wide, wide) for _ in range(4))
        self.wide, self.narrow = nn.Linear(wide, shape.inner), nn.Linear(shape.inner, wide)
        self.first_norm, self.second_norm = (nn.LayerNorm(wide, eps=shape.least) for _ in range(2))

    def forward(self, rows: Tensor, mask: Tensor | None) -> Tensor:
        """Rows of the same shape (articles, pieces, hidden); `mask` is added to what attention says."""
        count, length, wide = rows.shape
        query, key, value = (
            part(rows).view(count, length, self.heads, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        odds = (query * query.shape[-1] ** -0.5) @ key.transpose(2, 3)
        if mask is not None:
            odds = odds + mask.to(odds.dtype)
        # written out: on processors, PyTorch's own attention is several times slower to learn through
        seen = torch.softmax(odds, dim=-1, dtype=torch.float32).to(value.dtype) @ value
        seen = self.joined(seen.transpose(1, 2).reshape(count, length, wide))
        rows = self.first_norm(rows + dropped(seen, self.training))
        thought = self.narrow(functional.gelu(self.wide(rows)))
        out: Tensor = self.second_norm(rows + dropped(thought, self.training))
        return out

    def start_from(self, weights: Mapping[str, Tensor], prefix: str, names: Mapping[str, str]) -> None:
        """Take public weights; `names` gives the public name of each part."""
        with torch.no_grad():
            for name, parameter in self.named_parameters():
                part, _, kind = name.partition(".")
                parameter.copy_(weights[f"{prefix}.{names[part]}.{kind}"])


class Transformer(nn.Module):
    """Layers over given vectors, and columns over the layers; how pieces become vectors is each one's own.

    `begin` and `end` are the numbers of the pieces that a text begins and ends with.
    """

    begin: int
    end: int

    def __init__(self, shape: Shape, vocabulary: Mapping[str, int]) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.pieces = Pieces(vocabulary)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.least)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.out = nn.Linear(shape.hidden, WIDTH)
        self.gaps = nn.Embedding(GAPS, len(RELATIONS))
        nn.init.normal_(self.out.weight, std=0.02)
        nn.init.zeros_(self.out.bias)
        nn.init.zeros_(self.gaps.weight)

    def start_from(self, weights: Mapping[str, Tensor], names: Mapping[str, str]) -> None:
        """Take public weights; `names` gives the public name of each part of a layer."""
        with torch.no_grad():
            for kind, parameter in self.norm.named_parameters():
                parameter.copy_(weights[f"embeddings.LayerNorm.{kind}"])
        for number, layer in enumerate(self.layers):
            layer.start_from(weights, f"encoder.layer.{number}", names)

    def embed(self, numbers: Tensor) -> Tensor:
        """Vectors (articles, pieces, hidden) of pieces in their places."""
        raise NotImplementedError

    def heads(self) -> Iterator[nn.Parameter]:
        """What is learned from nothing."""
        return chain(self.out.parameters(), self.gaps.parameters())

    def forward(self, vectors: Tensor, mask: Tensor | None = None) -> Tensor:
        """Vectors (articles, pieces, hidden) to columns (articles, pieces, WIDTH)."""
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
