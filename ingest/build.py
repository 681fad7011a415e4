"""The build: takes folders and files of articles, gives one SQLite database that appears whole or not at all.

Reads, runs the per-article half (from the cache where nothing changed), resolves across articles, and loads.
Every input offered has its row in `inputs`, whatever became of it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import ingest
from ingest import nlp
from ingest.cache import Cache, cold_folder, remove_abandoned_folders, rules_sha256
from ingest.errors import BuildError
from ingest.load import write_database
from ingest.model import Article, Extraction, RawArticle, Rejected
from ingest.pipeline import Outcome, Settings, process
from ingest.read import ReadOptions, read
from ingest.resolve import resolve, rows

Row = tuple[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build. `cache` None: a folder `cache` beside the database; `reuse` False: a cold build."""

    jobs: int = 1
    cache: Path | None = None
    reuse: bool = True
    model: str | None = None
    reading: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True, slots=True)
class Input:
    """A row of `inputs` in the making."""

    path: str
    outcome: str
    reason: str | None = None
    article_id: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did: counts of the database's rows, and of inputs by outcome."""

    articles: int
    events: int
    agreements: int
    conflicts: int
    duplicates: int
    unchanged: int
    rejected: int


class Corpus:
    """The articles of a build with their extractions, read from the cache each time they are asked for."""

    def __init__(self, cache: Cache, keys: Sequence[str]) -> None:
        self.cache, self.keys = cache, keys

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[tuple[Article, Extraction]]:
        for key in self.keys:
            result = self.cache.get(key)
            if result is None:
                raise BuildError(f"the cache {self.cache.folder} lost an entry during the build. Build again")
            yield result


class Watcher:
    """Told of the build's progress; does nothing. The command line shows it."""

    def reading(self, paths: Sequence[Path]) -> None:
        """Inputs are about to be read."""

    def done(self, outcome: Outcome | Rejected) -> None:
        """One input was dealt with."""

    def stage(self, name: str) -> None:
        """The corpus half goes to its next step."""


def build(
    paths: Sequence[Path], database: Path, options: BuildOptions | None = None, watcher: Watcher | None = None
) -> Summary:
    """Build `database` from `paths`. Raises BuildError where nothing can be built; the previous file then stays."""
    options, watcher = options or BuildOptions(), watcher or Watcher()
    started = _now()
    database = database.absolute()
    with _cache_folder(database, options) as folder:
        settings = Settings(folder, options.model or nlp.model_name(), options.reuse)
        nlp.require(settings.model)
        watcher.reading(paths)
        inputs, keys = _take_in(paths, settings, options, watcher)
        _refuse_to_empty(database, inputs, keys)
        corpus = Corpus(Cache(folder), keys)
        watcher.stage("resolving")
        resolution = resolve(corpus)
        inputs = _with_duplicates(inputs, resolution.duplicates)
        watcher.stage("loading")
        counts = {"events": 0, "agreements": 0, "conflicts": 0}
        run = _run_row(database, started, settings, inputs, len(keys))
        write_database(database, _counted(_all_rows(rows(corpus, resolution), run, inputs), counts, run))
    return Summary(
        articles=len(keys),
        duplicates=sum(i.outcome == "duplicate" for i in inputs),
        unchanged=sum(i.outcome == "unchanged" for i in inputs),
        rejected=sum(i.outcome == "rejected" for i in inputs),
        **counts,
    )


@contextmanager
def _cache_folder(database: Path, options: BuildOptions) -> Iterator[Path]:
    """The cache to use; a cold build that was given none works in a folder of its own and leaves nothing."""
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        remove_abandoned_folders(database.parent)
        if options.reuse or options.cache:
            yield options.cache or database.parent / "cache"
            return
        with cold_folder(database.parent) as folder:
            yield folder
    except OSError as error:
        raise BuildError(f"cannot write {error.filename or database}: {error.strerror or error}") from error


def _take_in(
    paths: Sequence[Path], settings: Settings, options: BuildOptions, watcher: Watcher
) -> tuple[list[Input], list[str]]:
    """Run the per-article half over all inputs: their rows, and the cache keys of the articles to keep."""
    rejected: list[Input] = []

    def offered() -> Iterator[RawArticle]:
        for item in read(paths, options.reading):
            if isinstance(item, Rejected):
                watcher.done(item)
                rejected.append(Input(item.path, "rejected", item.reason, sha256=item.sha256))
            else:
                yield item

    taken: list[Input] = []
    first: dict[str, Input] = {}
    keys: dict[str, str] = {}
    for outcome in process(offered(), settings, options.jobs):
        watcher.done(outcome)
        row = _input(outcome, first)
        taken.append(row)
        if outcome.key and outcome.article_id and row.outcome in ("loaded", "unchanged"):
            first[outcome.article_id] = row
            keys[outcome.article_id] = outcome.key
    inputs = sorted(rejected + taken, key=lambda i: i.path)
    return inputs, [keys[i.article_id] for i in inputs if i.article_id in keys and first[i.article_id] is i]


def _input(outcome: Outcome, first: Mapping[str, Input]) -> Input:
    """The row for an outcome; of two inputs with one id only the first is kept."""
    if outcome.problem or outcome.article_id is None:
        return Input(outcome.path, "rejected", outcome.problem, sha256=outcome.sha256)
    earlier = first.get(outcome.article_id)
    if earlier is None:
        reason = "; ".join(outcome.notes) or None
        return Input(
            outcome.path, "unchanged" if outcome.reused else "loaded", reason, outcome.article_id, outcome.sha256
        )
    if earlier.sha256 == outcome.sha256:
        reason = f"the same content as {earlier.path}"
        return Input(outcome.path, "duplicate", reason, outcome.article_id, outcome.sha256)
    reason = (
        f"{outcome.path}: has the id {outcome.article_id!r} of {earlier.path}, but other content. "
        "Give one of them another id, or remove it"
    )
    return Input(outcome.path, "rejected", reason, sha256=outcome.sha256)


def _with_duplicates(inputs: Iterable[Input], duplicates: Mapping[str, str]) -> list[Input]:
    """Say of copies of another article what they are."""
    path_of = {i.article_id: i.path for i in inputs if i.outcome in ("loaded", "unchanged")}
    told = []
    for item in inputs:
        original = duplicates.get(item.article_id or "")
        if original and item.outcome in ("loaded", "unchanged"):
            told.append(Input(item.path, "duplicate", f"a copy of {path_of[original]}", item.article_id, item.sha256))
        else:
            told.append(item)
    return told


def _refuse_to_empty(database: Path, inputs: Sequence[Input], keys: Sequence[str]) -> None:
    """Stop where nothing was offered, and where a database that holds articles would be replaced by an empty one."""
    if not inputs:
        raise BuildError("no articles found. Name a folder or files with articles (.txt, .md, .html, .json, .jsonl)")
    if not keys and _rows_of(database, "select 1 from articles limit 1"):
        first = next((i.reason for i in inputs if i.reason), "")
        raise BuildError(f"not one of {len(inputs)} inputs could be loaded; {database} is left as it is. {first}")


def _rows_of(database: Path, sql: str) -> list[dict[str, object]]:
    """Rows of an earlier database; none where it is missing or no such database."""
    if not database.is_file():
        return []
    try:
        connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute(sql)]
        finally:
            connection.close()
    except sqlite3.Error:
        return []


def _run_row(
    database: Path, started: str, settings: Settings, inputs: Sequence[Input], articles: int
) -> dict[str, object]:
    earlier = _rows_of(database, "select max(id) as id from runs")
    last = earlier[0]["id"] if earlier else None
    return {
        "id": last + 1 if isinstance(last, int) else 1,
        "started": started,
        "finished": None,
        "version": ingest.__version__,
        "model": nlp.model_version(settings.model),
        "rules_sha256": rules_sha256(settings.model),
        "articles": articles,
        "rejected": sum(i.outcome == "rejected" for i in inputs),
    }


def _all_rows(found: Iterable[Row], run: Mapping[str, object], inputs: Iterable[Input]) -> Iterator[Row]:
    yield from found
    for item in inputs:
        yield (
            "inputs",
            {
                "path": item.path,
                "outcome": item.outcome,
                "reason": item.reason,
                "article_id": item.article_id,
                "sha256": item.sha256,
                "run_id": run["id"],
            },
        )


def _counted(found: Iterable[Row], counts: dict[str, int], run: dict[str, object]) -> Iterator[Row]:
    """Pass rows on, counting those of the summary; the run's own row comes last, with the time it finished."""
    for table, row in found:
        if table in counts:
            counts[table] += 1
        yield table, row
    yield "runs", {**run, "finished": _now()}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def default_jobs() -> int:
    """As many processes as the machine has cores for us, at most four (each holds the model in memory)."""
    available: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    cores = len(available(0)) if available else os.cpu_count() or 1
    return max(1, min(4, cores))
