"""`dateline build`: takes paths and options from the command line, shows progress and a closing summary."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from ingest.build import BuildOptions, Summary, Watcher, build, default_jobs
from ingest.errors import BuildError, DatelineError
from ingest.lexicon_check import use_user_folder
from ingest.model import Rejected
from ingest.pipeline import Outcome
from ingest.read import ReadOptions

PLAIN_EVERY = 10.0  # seconds between two lines of progress where there is no terminal


class Show(Watcher):
    """Progress on stderr: a bar on a terminal, a line now and then elsewhere; warnings at once."""

    def __init__(self, console: Console, quiet: bool) -> None:
        self.console, self.quiet = console, quiet
        self.bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self.task = self.bar.add_task("reading articles", total=None, rate="")
        self.count, self.since, self.spoke = 0, time.monotonic(), time.monotonic()
        self.total: int | None = None

    def reading(self, paths: Sequence[Path]) -> None:
        """Count the files on offer, so that the bar knows its end."""
        self.total = sum(_files(path) for path in paths)
        self.bar.update(self.task, total=self.total)

    def done(self, outcome: Outcome | Rejected) -> None:
        """Count one input; say what was wrong with it."""
        self.count += 1
        problem = outcome.reason if isinstance(outcome, Rejected) else outcome.problem
        notes = () if isinstance(outcome, Rejected) else outcome.notes
        if problem:
            self.console.print(f"rejected: {problem}", style="red", markup=False, highlight=False, soft_wrap=True)
        for note in notes if not self.quiet else ():
            self.console.print(
                f"note: {outcome.path}: {note}", style="yellow", markup=False, highlight=False, soft_wrap=True
            )
        rate = self.count / max(time.monotonic() - self.since, 0.001)
        if self.total is not None and self.count > self.total:  # one file may hold many articles
            self.total = None
        self.bar.update(self.task, completed=self.count, total=self.total, rate=f"{rate:.1f} a second")
        if not self.console.is_terminal and not self.quiet and time.monotonic() - self.spoke > PLAIN_EVERY:
            self.spoke = time.monotonic()
            of = f" of {self.total}" if self.total else ""
            self.console.print(f"{self.count}{of} articles, {rate:.1f} a second", highlight=False)

    def stage(self, name: str) -> None:
        """Show the corpus half's step."""
        self.bar.update(self.task, description=name, rate="")


def _files(path: Path) -> int:
    if path.is_dir():
        return sum(1 for file in path.rglob("*") if file.is_file() and not file.name.startswith("."))
    return 1


def _fields(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for name, equals, theirs in pairs:
        if not (name and equals and theirs):
            raise click.BadParameter("write it as OURS=THEIRS, for example published=date_publish")
    return {name: theirs for name, _, theirs in pairs}


@click.command("build")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("build/dateline.db"),
    show_default=True,
    help="The database to build. Call it dateline.db: saved queries and pages are kept under that name.",
)
@click.option("-j", "--jobs", type=click.IntRange(1), default=None, help="Processes.  [default: the cores, at most 4]")
@click.option("--no-cache", is_flag=True, help="Make everything anew, and keep nothing of it for the next build.")
@click.option(
    "--cache", type=click.Path(path_type=Path, file_okay=False), help="Folder for per-article results.  [beside OUTPUT]"
)
@click.option("--model", help="An installed spaCy pipeline.  [default: $DATELINE_MODEL, else the small English one]")
@click.option(
    "--lexicon",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with your own participants.yml, and files named as those of ingest/lexicons, whose rows add to ours"
    " or stand instead of them.  [default: $DATELINE_LEXICON]",
)
@click.option(
    "--field",
    "fields",
    multiple=True,
    callback=_fields,
    metavar="OURS=THEIRS",
    help="What a field is called in JSON inputs, as published=date_publish. May be repeated.",
)
@click.option(
    "--max-bytes", type=click.IntRange(1), default=ReadOptions().max_bytes, show_default=True, help="Largest input."
)
@click.option("-q", "--quiet", is_flag=True, help="Say only what went wrong.")
def build_command(
    paths: tuple[Path, ...],
    output: Path,
    jobs: int | None,
    no_cache: bool,
    cache: Path | None,
    model: str | None,
    lexicon: Path | None,
    fields: dict[str, str],
    max_bytes: int,
    quiet: bool,
) -> None:
    """Build a database from articles in PATHS (folders or files).

    Reads .txt, .md, .html, .json and .jsonl. An input that cannot be used is listed in the table `inputs` and
    the build goes on; a build that fails leaves the previous database as it was.
    """
    use_user_folder(lexicon)
    console = Console(stderr=True)
    show = Show(console, quiet)
    reading = ReadOptions(max_bytes=max_bytes, fields=fields)
    options = BuildOptions(jobs or default_jobs(), cache, not no_cache, model, reading)
    began = time.monotonic()
    try:
        with show.bar:
            summary = build(paths, output, options, show)
    except KeyboardInterrupt:
        raise BuildError(f"interrupted; {output} is as it was") from None
    except OSError as error:
        raise DatelineError(f"{error.filename or output}: {error.strerror or error}. {output} is as it was") from error
    if not quiet:
        _summarise(console, summary, output, time.monotonic() - began)


def _summarise(console: Console, summary: Summary, output: Path, seconds: float) -> None:
    parts = [
        f"{summary.articles} articles ({summary.unchanged} unchanged, {summary.duplicates} duplicates)",
        f"{summary.events} events",
        f"{summary.agreements} agreements",
        f"{summary.conflicts} conflicts",
        f"{summary.rejected} rejected",
        f"{seconds:.1f} seconds",
    ]
    console.print(f"{output}: " + ", ".join(parts), highlight=False, soft_wrap=True)
