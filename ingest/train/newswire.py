"""News to learn from: takes a public collection, writes its stories as articles.

    python -m ingest.train.newswire LEE_FILE OUTPUT

LEE_FILE is `lee_background.cor` of the package gensim: 300 stories of the Australian Broadcasting Corporation, 2000 and
2001 (Lee, Pincombe and Welsh 2005), one a line. `annotations/news.jsonl` annotates most of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

DAY = "2001-12-15"  # of its time; the collection tells none, and without one "on Tuesday" could not be resolved
SENTENCES = 2  # in a paragraph of the stories, which come as one line
SENTENCE_END = re.compile(r"(?<=[.\"”])\s+(?=[A-Z\"“])")


@click.command()
@click.argument("lee", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("output", type=click.Path(path_type=Path, file_okay=False))
def main(lee: Path, output: Path) -> None:
    """Write the stories into the folder OUTPUT."""
    output.mkdir(parents=True, exist_ok=True)
    for name, text in lee_stories(lee.read_text(encoding="utf-8", errors="replace")):
        (output / f"{name}.txt").write_text(text, encoding="utf-8")


def lee_stories(content: str) -> Iterator[tuple[str, str]]:
    """Names and texts, each with the day in front that all are read from."""
    for number, line in enumerate(content.splitlines()):
        sentences = SENTENCE_END.split(line.strip())
        paragraphs = [" ".join(sentences[k : k + SENTENCES]) for k in range(0, len(sentences), SENTENCES)]
        yield f"lee-{number:03}", f"---\npublished: {DAY}\n---\n\n" + "\n\n".join(paragraphs)


if __name__ == "__main__":
    main()
