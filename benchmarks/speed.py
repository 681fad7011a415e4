"""Speed and memory: `python -m benchmarks.speed --shared ../shared`. Figures are ratios within this one run.

The yardstick is bare `nlp.pipe(batch_size=64)` with all components over the same texts, in a process of its own.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import click

BARE = """
import sys
from pathlib import Path
import spacy
from ingest.articles import to_article
from ingest.model import RawArticle
from ingest.nlp import model_name
from ingest.read import ReadOptions, read
texts = [to_article(raw).text for raw in read([Path(sys.argv[1])], ReadOptions()) if isinstance(raw, RawArticle)]
import time
nlp = spacy.load(model_name())
began, cpu = time.perf_counter(), time.process_time()
words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=64))
print(time.perf_counter() - began, time.process_time() - cpu, len(texts), words)
"""


@dataclass(frozen=True)
class Measured:
    """Wall seconds, and the largest resident memory of one process in MB."""

    seconds: float
    megabytes: float


def timed(*command: str | Path) -> Measured:
    """Run a command to its end and measure it."""
    began = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    _, status, usage = _wait(process.pid)
    process.returncode = status
    if status:
        raise click.ClickException(f"failed: {' '.join(map(str, command))}")
    return Measured(time.perf_counter() - began, usage.ru_maxrss / 1024)


def _wait(pid: int) -> tuple[int, int, resource.struct_rusage]:
    return os.wait4(pid, 0)


def bare(articles: Path) -> tuple[float, int, int]:
    """Seconds that bare spaCy takes for the texts (model loading apart), their number, their words."""
    said = subprocess.run(
        [sys.executable, "-c", BARE, str(articles)], check=True, stdout=subprocess.PIPE, text=True
    ).stdout.split()
    return float(said[0]), int(said[2]), int(said[3])


@click.command()
@click.option("--shared", type=click.Path(path_type=Path, exists=True), required=True, help="Where data/ is.")
@click.option("--work", type=click.Path(path_type=Path), required=True, help="Where databases go.")
@click.option("--articles", type=click.Path(path_type=Path, exists=True), help="Other articles than the Wikinews set.")
@click.option("--rounds", default=2, show_default=True, help="Times each is measured; the fastest counts.")
def main(shared: Path, work: Path, articles: Path | None, rounds: int) -> None:
    """Measure builds against bare spaCy."""
    articles = articles or shared / "data" / "wikinews"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    build = [sys.executable, "-m", "ingest", "build", "--quiet", articles]
    yardstick, cold, two = [], [], []
    for turn in range(rounds):  # alternating, so that a noisy neighbour hurts all alike
        click.echo(f"round {turn + 1} of {rounds}: bare spaCy, then two builds", err=True)
        yardstick.append(bare(articles))
        cold.append(timed(*build, "-o", work / f"cold{turn}" / "dateline.db", "--jobs", "1", "--no-cache"))
        two.append(timed(*build, "-o", work / f"two{turn}" / "dateline.db", "--jobs", "2"))
    again = [timed(*build, "-o", work / f"two{turn}" / "dateline.db", "--jobs", "2") for turn in range(rounds)]
    seconds, texts, words = min(yardstick)
    fastest = min(cold, key=lambda m: m.seconds)
    fastest_two, fastest_again = min(m.seconds for m in two), min(m.seconds for m in again)
    click.echo(f"{texts} articles, {words:,} words")
    click.echo(f"bare nlp.pipe       {seconds:7.1f} s   1.00")
    click.echo(
        f"cold, one job       {fastest.seconds:7.1f} s   {fastest.seconds / seconds:.2f}   {fastest.megabytes:.0f} MB"
    )
    click.echo(f"cold, two jobs      {fastest_two:7.1f} s   {fastest_two / seconds:.2f}")
    click.echo(f"again, unchanged    {fastest_again:7.1f} s   {fastest_again / fastest.seconds:.3f} of cold")


if __name__ == "__main__":
    main()
