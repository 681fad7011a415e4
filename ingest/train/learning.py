"""How a transformer learns and reads in training: takes labelled articles, changes the network; seeded, one thread.

It learns all at once: which words tell happenings, of which type and status, which of them tell the same, and which
names, times and places belong to which; which words tell agreements, of which kind and status, and who is party; and
who says a quotation.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from ingest.extract.encoder.encoder import encode_with, windows
from ingest.extract.encoder.layout import (
    AGREEMENT,
    FIRST_AGREEMENT_KIND,
    FIRST_AGREEMENT_STATUS,
    FIRST_PROJECTION,
    FIRST_STATUS,
    FIRST_TYPE,
    RELATIONS,
    Array,
    Encoded,
)
from ingest.train.labels import Labelled
from ingest.train.layers import GAPS, Transformer

SEED = 0
TOGETHER = 4  # windows in a step
ALIKE = 8 * TOGETHER  # windows that are put in order of their length, so that little is filled up
SPEED_OF_HEADS = 2e-3
WEIGHTS = {"happening": 1.0, "type": 0.3, "status": 0.2, "same": 0.3, "part": 0.5, "time": 0.3, "place": 0.2}
WEIGHTS |= {"agreeing": 0.5, "agreement kind": 0.2, "agreement status": 0.2, "party": 0.4}
WEIGHTS |= {"speaker": 0.4, "columns": 0.5}
Window = tuple[Labelled, int, int]


@dataclass(frozen=True, slots=True)
class Pace:
    """How often every article is read, how fast is learned, and how much slower in each layer than in the one above."""

    rounds: int
    speed: float
    slower: float = 1.0


def start() -> None:
    """One thread and one seed: more threads would sum in another order from run to run."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    random.seed(SEED)


def learn(network: Transformer, pace: Pace, articles: Sequence[Labelled], more: Sequence[Labelled], parts: int) -> None:
    """Train on the articles, and on one of so many parts of `more` in each round."""
    network.train()
    own = [list(_windows(articles)), *_cut(list(_windows(more)), parts)]
    plan = [_batches(own[0], own[1 + number % parts]) for number in range(pace.rounds)]
    steps = sum(map(len, plan))
    optimizer = torch.optim.AdamW(list(_groups(network, pace)), weight_decay=0.01, fused=True)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)
    )
    for batch in (batch for batches in plan for batch in batches):
        loss = _loss(network, batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        slope.step()
    network.eval()


def _windows(articles: Iterable[Labelled]) -> Iterator[Window]:
    for article in articles:
        for begin, end, _, _ in windows(len(article.numbers)):
            yield article, begin, end


def _cut(items: list[Window], parts: int) -> list[list[Window]]:
    random.shuffle(items)
    return [items[number::parts] for number in range(parts)]


def _batches(*sources: list[Window]) -> list[list[Window]]:
    """The windows of a round in random order, those of a batch of one source and of about one length."""
    batches: list[list[Window]] = []
    for source in sources:
        mixed = random.sample(source, len(source))
        for begin in range(0, len(mixed), ALIKE):
            alike = sorted(mixed[begin : begin + ALIKE], key=lambda item: item[2] - item[1])
            batches += [alike[first : first + TOGETHER] for first in range(0, len(alike), TOGETHER)]
    random.shuffle(batches)
    return batches


def _groups(network: Transformer, pace: Pace) -> Iterator[dict[str, object]]:
    """The parameters with their speeds."""
    heads = list(network.heads())
    yield {"params": heads, "lr": SPEED_OF_HEADS}
    depth = len(network.layers)
    taken = {id(parameter) for parameter in heads}
    for number, layer in enumerate(network.layers):
        own = list(layer.parameters())
        taken |= {id(parameter) for parameter in own}
        yield {"params": own, "lr": pace.speed * pace.slower ** (depth - 1 - number)}
    rest = [p for p in network.parameters() if p.requires_grad and id(p) not in taken]
    yield {"params": rest, "lr": pace.speed * pace.slower**depth}


def _loss(network: Transformer, items: Sequence[Window]) -> Tensor:
    """How far the network is from the labels in some windows."""
    numbers, mask = _batch(network, items)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        rows = network(network.embed(numbers), mask)
    flat = rows.float().reshape(-1, rows.shape[2])
    places = [
        {
            token: row * numbers.shape[1] + first - begin + 1
            for token, first in enumerate(article.first)
            if begin <= first < end
        }
        for row, (article, begin, end) in enumerate(items)
    ]
    articles = [article for article, _, _ in items]
    return sum(
        [*_losses_of_words(flat, articles, places), *_losses_of_pairs(network, flat, articles, places)], flat.sum() * 0
    )


def _losses_of_words(flat: Tensor, articles: Sequence[Labelled], places: Sequence[dict[int, int]]) -> Iterator[Tensor]:
    for name, column, labels in (
        ("happening", 0, [article.happening for article in articles]),
        ("agreeing", AGREEMENT, [article.agreeing for article in articles]),
    ):
        rows, wanted = _told(labels, places)
        if rows:
            yield WEIGHTS[name] * functional.binary_cross_entropy_with_logits(flat[rows, column], wanted)
    kinds, statuses = [a.agreement_kinds for a in articles], [a.agreement_statuses for a in articles]
    for name, low, high, shares in (
        ("type", FIRST_TYPE, FIRST_STATUS, [article.types for article in articles]),
        ("status", FIRST_STATUS, AGREEMENT, [article.statuses for article in articles]),
        ("agreement kind", FIRST_AGREEMENT_KIND, FIRST_AGREEMENT_STATUS, kinds),
        ("agreement status", FIRST_AGREEMENT_STATUS, FIRST_PROJECTION, statuses),
    ):
        rows, wanted = _told(shares, places)
        if rows:
            logs = functional.log_softmax(flat[rows, low:high], dim=1)
            yield -WEIGHTS[name] * (wanted * logs).sum() / wanted.sum()
    rows, wanted = _told([article.columns for article in articles], places)
    if len(rows) > 1:
        yield WEIGHTS["columns"] * functional.mse_loss(flat[rows, FIRST_PROJECTION:], wanted) / wanted.var()


def _told(labels: Sequence[Mapping[int, float | Array]], places: Sequence[dict[int, int]]) -> tuple[list[int], Tensor]:
    """Rows and labels of the words that stand in their window."""
    told = [
        (at[token], label)
        for own, at in zip(labels, places, strict=True)
        for token, label in own.items()
        if token in at
    ]
    return [row for row, _ in told], torch.tensor(np.array([label for _, label in told], dtype=np.float32))


def _losses_of_pairs(
    network: Transformer, flat: Tensor, articles: Sequence[Labelled], places: Sequence[dict[int, int]]
) -> Iterator[Tensor]:
    for number, name in enumerate(RELATIONS):
        told = [
            (at[word], at[other], share, gap(article, word, other))
            for article, at in zip(articles, places, strict=True)
            for word, other, share in article.pairs[name]
            if word in at and other in at
        ]
        if told:
            words, others, shares, gaps = (torch.tensor(column) for column in zip(*told, strict=True))
            odds = network.related(flat, number, words, others, gaps)
            yield WEIGHTS[name] * functional.binary_cross_entropy_with_logits(odds, shares)


def gap(article: Labelled, word: int, other: int) -> int:
    """How many sentences lie between two words, as a row of `Transformer.gaps`."""
    return min(max(article.sentence_of[word] - article.sentence_of[other] + 2, 0), GAPS - 1)


def _batch(network: Transformer, items: Sequence[Window]) -> tuple[Tensor, Tensor]:
    """The pieces of the windows, shape (windows, length), and what attention adds to pieces that are none."""
    length = max(end - begin for _, begin, end in items) + 2
    numbers = torch.zeros(len(items), length, dtype=torch.long)
    mask = torch.full((len(items), 1, 1, length), -1e4)
    for row, (article, begin, end) in enumerate(items):
        own = [network.begin, *article.numbers[begin:end], network.end]
        numbers[row, : len(own)] = torch.tensor(own)
        mask[row, ..., : len(own)] = 0
    return numbers, mask


@contextmanager
def quickly() -> Iterator[None]:
    """Reading many articles with one network: its weights are cut to bfloat16 once, and not for each article."""
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        yield


def read_words(network: Transformer, words: Sequence[str]) -> Encoded:
    """What a trained network says of the words of an article."""

    def read(numbers: list[int]) -> Array:
        with quickly():
            rows = network(network.embed(torch.tensor([[network.begin, *numbers, network.end]])))
        read_rows: Array = rows[0, 1:-1].float().numpy()
        return read_rows

    return encode_with(network.pieces, read, words)
