"""The per-article half, run over many articles: takes `RawArticle`s, gives one `Outcome` for each, in order.

Results go to the cache as soon as they are made, and only their keys come back, so that memory does not grow
with the number of articles. With `jobs` above one, as many processes each load the model once.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from ingest import nlp
from ingest.cache import Cache, key_of, rules_sha256
from ingest.errors import BuildError, InputError
from ingest.model import Article, Extraction, RawArticle

CHUNK = 16  # articles handed to a worker at once: two batches of the parser
LOOKAHEAD = 4  # chunks under way for each worker


@dataclass(frozen=True, slots=True)
class Settings:
    """What every worker needs: the cache's folder, the model's name, whether to look for earlier results."""

    cache: Path
    model: str
    reuse: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: `key` finds its result in the cache; `problem` says why there is none."""

    path: str
    sha256: str
    key: str | None = None
    article_id: str | None = None
    reused: bool = False
    notes: tuple[str, ...] = ()
    problem: str | None = None


def process(raws: Iterable[RawArticle], settings: Settings, jobs: int = 1) -> Iterator[Outcome]:
    """Normalise, parse and extract articles, keeping each result in the cache. Order is that of the input."""
    chunks = _chunks(raws)
    first = list(islice(chunks, 1 if jobs > 1 else 0))
    second = list(islice(chunks, 1)) if first else []
    if not second:  # one process, or no more than one batch: nothing to share out
        for chunk in chain(first, chunks):
            yield from process_chunk(chunk, settings)
        return
    chunks = chain(first, second, chunks)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent) as pool:
        try:
            yield from _in_order(pool, chunks, settings, jobs * LOOKAHEAD)
        except BrokenProcessPool as error:
            raise BuildError("a worker process died (out of memory?). Try fewer --jobs") from error
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in multiprocessing.active_children():
                worker.terminate()  # nobody waits for what they have under way
            raise


def _in_order(
    pool: ProcessPoolExecutor, chunks: Iterator[list[RawArticle]], settings: Settings, ahead: int
) -> Iterator[Outcome]:
    under_way: deque[Future[list[Outcome]]] = deque()
    for chunk in chunks:
        under_way.append(pool.submit(process_chunk, chunk, settings))
        if len(under_way) >= ahead:
            yield from under_way.popleft().result()
    while under_way:
        yield from under_way.popleft().result()


def _chunks(raws: Iterable[RawArticle]) -> Iterator[list[RawArticle]]:
    iterator = iter(raws)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


def _end_with_parent() -> None:
    """Let a worker die with the build that started it, also when that one is killed."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def process_chunk(raws: Sequence[RawArticle], settings: Settings) -> list[Outcome]:
    """One batch: what the cache holds is taken from there, the rest is made and kept."""
    from ingest.articles import to_article

    cache, rules = Cache(settings.cache), rules_sha256(settings.model)
    keys = [key_of(raw, rules) for raw in raws]
    outcomes: list[Outcome | None] = [None] * len(raws)
    fresh: list[tuple[int, Article]] = []
    for i, (raw, key) in enumerate(zip(raws, keys, strict=True)):
        known = cache.get(key) if settings.reuse else None
        if known is not None:
            outcomes[i] = _outcome(raw, key, known[0], reused=True)
            continue
        try:
            fresh.append((i, to_article(raw)))
        except Exception as error:  # one article that trips a rule must not cost the others
            outcomes[i] = _failed(raw, error)
    for i, result in _analyse(fresh, settings):
        if isinstance(result, Exception):
            outcomes[i] = _failed(raws[i], result)
            continue
        cache.put(keys[i], result)
        outcomes[i] = _outcome(raws[i], keys[i], result[0], reused=False)
    return [outcome for outcome in outcomes if outcome is not None]


def _analyse(
    articles: Sequence[tuple[int, Article]], settings: Settings
) -> Iterator[tuple[int, tuple[Article, Extraction] | Exception]]:
    """Parse and extract what is English; the rest is kept without extraction."""
    english: list[tuple[int, Article]] = []
    for i, article in articles:
        if article.language != "en":
            yield i, (article, Extraction(article.id))
        elif len(article.text) > nlp.LONGEST:
            yield i, InputError(article.path, f"longer than {nlp.LONGEST:,} characters", "Split it into its articles.")
        else:
            english.append((i, article))
    if not english:
        return
    from ingest.extract import extract  # imports spaCy: only where something is to be parsed

    model = nlp.load_model(settings.model)
    docs = nlp.parse((article for _, article in english), model)
    for (i, _), (article, doc) in zip(english, docs, strict=True):
        try:
            yield i, (article, extract(article, doc))
        except Exception as error:
            yield i, error


def _outcome(raw: RawArticle, key: str, article: Article, reused: bool) -> Outcome:
    return Outcome(raw.path, raw.sha256, key, article.id, reused, article.notes)


def _failed(raw: RawArticle, error: Exception) -> Outcome:
    if isinstance(error, InputError):
        return Outcome(raw.path, raw.sha256, problem=str(error))
    where = error.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    at = f" at {Path(where.tb_frame.f_code.co_filename).name}:{where.tb_lineno}" if where else ""
    problem = f"{raw.path}: the article could not be analysed ({type(error).__name__}: {error}{at}). Please report it"
    return Outcome(raw.path, raw.sha256, problem=problem)
