"""What the per-article half costs: `python -m benchmarks.half --shared ../shared`. A ratio within this one run.

The yardstick is bare `nlp.pipe(batch_size=64)` with all components over the same texts, in the same process and thread.
Both take turns, 64 articles at a time, so that a noisy neighbour hurts both alike; each reads every article once, as
in a first build. Seconds are those of the processor.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import spacy
from threadpoolctl import threadpool_limits

from ingest import extract, nlp
from ingest.articles import to_article
from ingest.model import RawArticle
from ingest.read import ReadOptions, read

SEED = 0
TURN = 64  # articles at a time
STATIONS = ("encode", "find_events", "annotate", "build_cast", "find_quotations", "find_agreements", "anchor_times")


@click.command()
@click.option("--shared", type=click.Path(path_type=Path, exists=True), required=True, help="Where data/ is.")
@click.option("--articles", type=click.Path(path_type=Path, exists=True), help="Other articles than the Wikinews set.")
@click.option("--count", default=193, type=click.IntRange(2), help="How many of them, drawn by a fixed seed.")
def main(shared: Path, articles: Path | None, count: int) -> None:
    """Measure parse and extraction against bare spaCy."""
    folder = articles or shared / "data" / "wikinews"
    found = [raw for raw in read([folder], ReadOptions()) if isinstance(raw, RawArticle)]
    if len(found) < 2:
        raise click.ClickException(f"{folder}: two articles or more are needed")
    raws = random.Random(SEED).sample(found, min(count, len(found)))
    bare, ours = spacy.load(nlp.model_name()), nlp.load_model()
    spent: Counter[str] = Counter()
    with threadpool_limits(1):
        for raw in raws[:1]:  # what loads at first use is no cost of an article
            _half([raw], ours)
            list(bare.pipe([raw.text]))
        _watch(spent)
        for begin in range(1, len(raws), TURN):
            turn = raws[begin : begin + TURN]
            texts = [to_article(raw).text for raw in turn]
            _time(spent, "bare", lambda texts=texts: list(bare.pipe(texts, batch_size=64)))
            _time(spent, "half", lambda turn=turn: _half(turn, ours))
    click.echo(f"{len(raws) - 1} articles; seconds of the processor, and times bare nlp.pipe")
    rest = spent["half"] - sum(spent[name] for name in STATIONS)
    rows = [("bare nlp.pipe", spent["bare"]), ("per-article half", spent["half"]), ("  parse and the rest", rest)]
    for name, seconds in [*rows, *((f"  {name}", spent[name]) for name in STATIONS)]:
        click.echo(f"{name:22} {seconds:7.1f} s   {seconds / spent['bare']:.2f}")


def _half(raws: list[RawArticle], model: spacy.Language) -> None:
    for article, doc in nlp.parse((to_article(raw) for raw in raws), model):
        extract.extract(article, doc)


def _watch(spent: Counter[str]) -> None:
    """Let the stations add up what they take."""
    for name in STATIONS:
        setattr(extract, name, _timed(spent, name, getattr(extract, name)))


def _timed(spent: Counter[str], name: str, station: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *given, **named: _time(spent, name, lambda: station(*given, **named))


def _time(spent: Counter[str], name: str, work: Callable[[], Any]) -> Any:
    began = time.process_time()
    result = work()
    spent[name] += time.process_time() - began  # type: ignore[assignment]
    return result


if __name__ == "__main__":
    main()
