"""Training the encoder: takes lessons, gives the files of `ingest.extract.encoder`; PyTorch inside, seeded.

The network learns all at once: which words tell happenings, of which type and status, which of them tell the same, and
which names, times and places belong to which.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from ingest.extract.encoder.encoder import BEGIN, END, windows
from ingest.extract.encoder.layout import FIRST_PROJECTION, FIRST_STATUS, FIRST_TYPE, RELATIONS
from ingest.extract.encoder.pieces import Pieces
from ingest.train.labels import Labelled, label
from ingest.train.lessons import Lesson
from ingest.train.network import GAPS, Network, save, vocabulary

SEED = 0
ROUNDS = 6  # times that the network reads every article
TOGETHER = 4  # windows in a step
SPEED, SPEED_OF_HEADS = 2e-4, 2e-3
WEIGHTS = {"type": 0.3, "status": 0.2, "same": 0.3, "part": 0.5, "time": 0.3, "place": 0.2}


def fit_encoder(lessons: Sequence[Lesson], pieces_file: Path, layers_file: Path) -> None:
    """Train on the lessons and write the two files."""
    torch.set_num_threads(1)  # more would sum in another order from run to run
    torch.manual_seed(SEED)
    random.seed(SEED)
    pieces = Pieces(vocabulary())
    articles = [label(lesson, pieces) for lesson in lessons]
    items = [(article, start, end) for article in articles for start, end, _, _ in windows(len(article.numbers))]
    network = Network().train()
    steps = ROUNDS * -(-len(items) // TOGETHER)
    heads = [*network.out.parameters(), *network.gaps.parameters()]
    body = [*network.norm.parameters(), *network.layers.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": SPEED}, {"params": heads, "lr": SPEED_OF_HEADS}], weight_decay=0.01
    )
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)
    )
    for _ in range(ROUNDS):
        random.shuffle(items)
        for begin in range(0, len(items), TOGETHER):
            loss = _loss(network, items[begin : begin + TOGETHER])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            pace.step()
    save(network, pieces_file, layers_file)


def _loss(network: Network, items: Sequence[tuple[Labelled, int, int]]) -> Tensor:
    """How far the network is from the labels in some windows."""
    numbers, mask = _batch(items)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        rows = network(network.embed(numbers), mask)
    flat = rows.float().reshape(-1, rows.shape[2])
    places = [
        {
            token: row * numbers.shape[1] + first - start + 1
            for token, first in enumerate(article.first)
            if start <= first < end
        }
        for row, (article, start, end) in enumerate(items)
    ]
    articles = [article for article, _, _ in items]
    return sum(
        [*_losses_of_words(flat, articles, places), *_losses_of_pairs(network, flat, articles, places)], flat.sum() * 0
    )


def _losses_of_words(flat: Tensor, articles: Sequence[Labelled], places: Sequence[dict[int, int]]) -> Iterator[Tensor]:
    told = _told([article.happening for article in articles], places)
    if told:
        rows, labels = zip(*told, strict=True)
        wanted = torch.tensor(labels, dtype=torch.float32)
        yield functional.binary_cross_entropy_with_logits(flat[list(rows), 0], wanted)
    spans = {"type": (FIRST_TYPE, FIRST_STATUS), "status": (FIRST_STATUS, FIRST_PROJECTION)}
    for name, (low, high) in spans.items():
        told = _told([article.types if name == "type" else article.statuses for article in articles], places)
        if told:
            rows, labels = zip(*told, strict=True)
            yield WEIGHTS[name] * functional.cross_entropy(flat[list(rows), low:high], torch.tensor(labels))


def _told(labels: Sequence[Mapping[int, int]], places: Sequence[dict[int, int]]) -> list[tuple[int, int]]:
    """Rows and labels of the words that stand in their window."""
    return [
        (at[token], int(label))
        for own, at in zip(labels, places, strict=True)
        for token, label in own.items()
        if token in at
    ]


def _losses_of_pairs(
    network: Network, flat: Tensor, articles: Sequence[Labelled], places: Sequence[dict[int, int]]
) -> Iterator[Tensor]:
    for number, name in enumerate(RELATIONS):
        told = [
            (at[word], at[other], float(hit), _gap(article, word, other))
            for article, at in zip(articles, places, strict=True)
            for word, other, hit in article.pairs[name]
            if word in at and other in at
        ]
        if told:
            words, others, hits, gaps = (torch.tensor(column) for column in zip(*told, strict=True))
            odds = network.related(flat, number, words, others, gaps)
            yield WEIGHTS[name] * functional.binary_cross_entropy_with_logits(odds, hits)


def _gap(article: Labelled, word: int, other: int) -> int:
    return min(max(article.sentence_of[word] - article.sentence_of[other] + 2, 0), GAPS - 1)


def _batch(items: Sequence[tuple[Labelled, int, int]]) -> tuple[Tensor, Tensor]:
    """The pieces of the windows, shape (windows, length), and what attention adds to pieces that are none."""
    begin, end_mark = vocabulary()[BEGIN], vocabulary()[END]
    length = max(end - start for _, start, end in items) + 2
    numbers = torch.zeros(len(items), length, dtype=torch.long)
    mask = torch.full((len(items), 1, 1, length), -1e4)
    for row, (article, start, end) in enumerate(items):
        own = [begin, *article.numbers[start:end], end_mark]
        numbers[row, : len(own)] = torch.tensor(own)
        mask[row, ..., : len(own)] = 0
    return numbers, mask
