"""`dateline evaluate`: prints how well a database agrees with annotated articles."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ingest.evaluation import Report, evaluate


@click.command("evaluate")
@click.argument("database", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("gold_dir", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def evaluate_command(database: Path, gold_dir: Path, as_json: bool) -> None:
    """Score DATABASE against the annotations in GOLD_DIR.

    GOLD_DIR holds one JSON file for each article, named like the article's file. CONTRIBUTING.md documents the format.
    """
    report = evaluate(database, gold_dir)
    for stem in report.missing:
        click.echo(f"{stem}: not in the database; all of it is missed", err=True)
    click.echo(json.dumps(_plain(report), indent=2) if as_json else _table(report))


def _plain(report: Report) -> dict[str, object]:
    scores: dict[str, object] = {
        name: {
            "p": round(score.precision, 4),
            "r": round(score.recall, 4),
            "f1": round(score.f1, 4),
            "tp": score.true_positives,
            "system": score.system,
            "gold": score.gold,
        }
        for name, score in report.scores.items()
    }
    return scores | {"on matched events": {name: f"{a}/{b}" for name, (a, b) in report.details.items()}}


def _table(report: Report) -> str:
    lines = [
        f"{name:24} P {s.precision:.3f}  R {s.recall:.3f}  F1 {s.f1:.3f}"
        f"  ({s.true_positives} of {s.system} said, {s.gold} true)"
        for name, s in report.scores.items()
    ]
    details = "  ".join(f"{name} {a}/{b}" for name, (a, b) in report.details.items())
    return "\n".join([*lines, f"{'on matched events':24} {details}"])
