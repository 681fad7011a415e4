"""`dateline train`: learns the encoder, the event models and the party model again from annotated articles."""

from __future__ import annotations

import json
import tempfile
from importlib.util import find_spec
from pathlib import Path

import click

from ingest.extract.agreements.taking_part import WEIGHTS
from ingest.extract.events.models import MODEL_FILE


@click.command("train")
@click.argument("gold_dir", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--folds", default=3, show_default=True, help="Parts for cross-validation.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=MODEL_FILE,
    help="Where to write the event models; the shipped file by default.",
)
@click.option(
    "--party-output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write the model of who is party to an agreement; the shipped file by default, unless -o is given.",
)
@click.option(
    "--encoders",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder that keeps the encoders of the parts; those found there, which must be of the same articles and "
    "annotations, are not trained again.",
)
@click.option(
    "--texts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    multiple=True,
    help="Folder of further articles or TimeML files, without annotation, for the encoder. May be given again.",
)
@click.option(
    "--timeml",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    multiple=True,
    help="Folder of TimeML files with EVENT and TLINK, from which the encoder learns first. May be given again.",
)
@click.option(
    "--annotated",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    help="JSON Lines with annotations of texts in --texts and --timeml, to learn from as well. May be given again.",
)
@click.option(
    "--beside",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    multiple=True,
    help="Folder of articles like those of GOLD_DIR, to learn from but not to check on. May be given again.",
)
@click.option("--no-encoder", is_flag=True, help="Leave the shipped encoder as it is.")
@click.option("--no-check", is_flag=True, help="Skip the cross-validated figures.")
def train_command(
    gold_dir: Path,
    folds: int,
    output: Path,
    party_output: Path | None,
    encoders: Path | None,
    texts: tuple[Path, ...],
    timeml: tuple[Path, ...],
    annotated: tuple[Path, ...],
    beside: tuple[Path, ...],
    no_encoder: bool,
    no_check: bool,
) -> None:
    """Fit the encoder and the models over it on GOLD_DIR and what is annotated beside; print figures of GOLD_DIR,
    cross-validated.

    GOLD_DIR holds `articles/` and `gold/` with one annotation for each article. Needs the `dev` extra and, for the
    encoder, what `make train` installs. The same articles, versions and processor give the same models.
    """
    _need("sklearn", "onnx", *(() if no_encoder else ("torch", "safetensors")))
    from ingest.train import agreements
    from ingest.train.corpus import add_lessons, load_lessons, load_texts, load_timeml, without
    from ingest.train.encoding import Further, encode_lessons
    from ingest.train.score import report
    from ingest.train.stages import train
    from ingest.train.validate import cross_validate

    own = load_lessons(gold_dir, folds)
    plain, timed = without(load_texts(texts), own), load_timeml(timeml, own)
    readings = [*plain, *(reading for reading, _ in timed)]
    lessons = [
        *own,
        *(lesson for folder in beside for lesson in load_lessons(folder, folds, beside=True)),
        *(lesson for path in annotated for lesson in add_lessons(path, readings, folds)),
    ]
    click.echo(f"{len(lessons)} articles, {sum(len(lesson.gold.events) for lesson in lessons)} annotated events")
    further = Further(without(plain, lessons), timed)
    with tempfile.TemporaryDirectory() as folder:
        kept = encoders or Path(folder)
        kept.mkdir(parents=True, exist_ok=True)
        encode_lessons(lessons, further, folds, kept, click.echo, ship=not no_encoder)
    fitted = train(lessons, folds)
    fitted.models().save(output)
    click.echo(f"wrote {output}, {output.stat().st_size // 1024} KB")
    agreed = agreements.examples(lessons)
    party_output = party_output or (WEIGHTS if output == MODEL_FILE else None)
    if party_output and agreements.can_be_learned(agreed):
        party_output.write_text(json.dumps({"party": agreements.fit(agreed)}, indent=1) + "\n", encoding="utf-8")
        click.echo(f"wrote {party_output}")
    if not no_check:
        for name, figures in report(cross_validate(own, fitted)).items():
            click.echo(f"{name:12} {figures}")
        click.echo(f"parties of matched agreements: {agreements.figures(agreements.check(agreed))}")


def _need(*modules: str) -> None:
    """Say at once what is not installed, before the articles are read."""
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        raise click.ClickException(f"{', '.join(missing)}: not installed. `make train` installs what training needs.")
