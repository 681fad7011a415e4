"""`dateline timex`: finds and resolves time expressions in text and TimeML files, without building a database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import click

from ingest.errors import InputError
from ingest.model import Publication, TimeExpression
from ingest.nlp import load_model, pipe
from ingest.timex import explain
from ingest.timex.tml import TimeMLText, new_timeml, publication_of, read_timeml, unwrapped, write_timeml

SUFFIXES = (".tml", ".txt", ".md")
Explained = list[tuple[TimeExpression, tuple[str, ...]]]


def files_of(paths: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Each file with its name relative to the folder it was found in. Raises InputError for a missing path."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.suffix in SUFFIXES and file.is_file():
                    yield file, file.relative_to(path)
        elif path.is_file():
            yield path, Path(path.name)
        else:
            raise InputError(str(path), "there is no such file or folder", "Check the path")


def read(file: Path, name: Path, dct: str | None) -> TimeMLText:
    """The file as TimeML; plain text becomes one. `dct` wins over the file's own. Raises InputError."""
    try:
        content = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(str(file), "the file is not UTF-8", "Convert it to UTF-8", f"byte {error.start}") from error
    except OSError as error:
        raise InputError(str(file), f"cannot be read ({error.strerror})", "Check its permissions") from error
    if file.suffix != ".tml":
        content = new_timeml(name.stem, content, dct)
    return read_timeml(content)


def annotated(sources: Iterable[TimeMLText], dct: str | None, domain: str) -> Iterator[tuple[TimeMLText, Explained]]:
    """Parse in small batches and annotate; offsets are those of `TimeMLText.text`."""
    nlp = load_model()
    pairs = ((unwrapped(source.text), source) for source in sources)
    for doc, source in pipe(nlp, pairs):
        yield source, explain(doc, publication_of(dct or source.dct), domain)


def as_json(name: Path, publication: Publication, found: Explained) -> str:
    """One file's expressions as a JSON document."""
    expressions = [asdict(expression) for expression, _ in found]
    return json.dumps(
        {"file": name.as_posix(), "published": publication.value, "expressions": expressions},
        ensure_ascii=False,
        indent=1,
    )


def as_explanation(name: Path, found: Explained) -> str:
    """For people: each expression, what it became, and the steps that led there."""
    lines = [f"{name.as_posix()}: {len(found)} expressions"]
    for expression, steps in found:
        days = f"{expression.earliest} to {expression.latest}" if expression.earliest else "no days"
        mod = f" {expression.mod}" if expression.mod else ""
        lines.append(
            f"  {expression.text!r} {expression.type} {expression.value}{mod} ({days}; anchor {expression.anchor})"
        )
        lines += [f"    {step}" for step in steps]
    return "\n".join(lines)


def _checked_dct(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and publication_of(value) == Publication():
        raise click.BadParameter("write a day as 2019-07-10, or a month as 2019-07")
    return value


@click.command("timex")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--dct", callback=_checked_dct, metavar="DATE", help="Publication date; wins over the one in a .tml file."
)
@click.option("--domain", type=click.Choice(["news", "narrative"]), default="news", show_default=True)
@click.option("--format", "form", type=click.Choice(["tml", "json"]), default="tml", show_default=True)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Folder to write to.  [default: stdout]"
)
@click.option("--explain", "explaining", is_flag=True, help="Say which rule fired, against which anchor, step by step.")
def timex_command(
    paths: tuple[Path, ...], dct: str | None, domain: str, form: str, output: Path | None, explaining: bool
) -> None:
    """Find time expressions in PATHS (text or TimeML files, or folders of them) and resolve them.

    A .tml file is written back with inline TIMEX3 tags, other markup and text untouched; text becomes TimeML.
    With --domain narrative, incomplete dates hang on the last date told, not on the publication.
    """
    names: list[Path] = []
    failed = False

    def sources() -> Iterator[TimeMLText]:
        nonlocal failed
        for file, name in files_of(paths):
            try:
                source = read(file, name, dct)
            except InputError as error:
                failed = True
                click.echo(f"dateline: {error}", err=True)
                continue
            names.append(name)
            yield source

    for place, (source, found) in enumerate(annotated(sources(), dct, domain)):
        name = names[place]
        if explaining:
            click.echo(as_explanation(name, found))
            continue
        if form == "json":
            content, suffix = as_json(name, publication_of(dct or source.dct), found) + "\n", ".json"
        else:
            content, suffix = write_timeml(source, [expression for expression, _ in found]), ".tml"
        _write(content, output, name.with_suffix(suffix))
    if failed:
        sys.exit(1)


def _write(content: str, output: Path | None, name: Path) -> None:
    if output is None:
        click.echo(content, nl=False)
        return
    target = output / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode("utf-8"))
