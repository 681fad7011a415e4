"""`dateline train`: learns the event models again from annotated articles."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.extract.events.models import MODEL_FILE


@click.command("train")
@click.argument("gold_dir", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--folds", default=5, show_default=True, help="Parts for cross-validation.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=MODEL_FILE,
    help="Where to write the models; the shipped file by default.",
)
@click.option("--no-check", is_flag=True, help="Skip the cross-validated figures.")
def train_command(gold_dir: Path, folds: int, output: Path, no_check: bool) -> None:
    """Fit the event models on GOLD_DIR and print cross-validated figures.

    GOLD_DIR holds `articles/` and `gold/` with one annotation for each article. Needs scikit-learn (the `dev` extra).
    The same articles and versions give the same models.
    """
    from ingest.train.corpus import load_lessons
    from ingest.train.score import report
    from ingest.train.stages import train
    from ingest.train.validate import cross_validate

    lessons = load_lessons(gold_dir, folds)
    click.echo(f"{len(lessons)} articles, {sum(len(lesson.gold.events) for lesson in lessons)} annotated events")
    fitted = train(lessons, folds)
    fitted.models().save(output)
    click.echo(f"wrote {output}, {output.stat().st_size // 1024} KB")
    if not no_check:
        for name, figures in report(cross_validate(lessons, fitted)).items():
            click.echo(f"{name:12} {figures}")
