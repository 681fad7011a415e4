"""All accuracy figures, by the scorers in the shared folder: `python -m benchmarks.accuracy --shared ../shared`.

Builds one database for each annotated set and annotates the TimeML files, then prints what each scorer says.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

EVENT_SETS = ("gold_dev", "gold_train")
TIMEX_SETS = {"timebank": "news", "aquaint": "news", "wikiwars": "narrative"}


def run(*command: str | Path) -> str:
    """Run a command and give what it printed; what it says on stderr goes to ours."""
    return subprocess.run([str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True).stdout


def dateline(*arguments: str | Path) -> str:
    """Run `dateline` as it is installed beside this Python."""
    return run(sys.executable, "-m", "ingest", *arguments)


def score_events(shared: Path, work: Path, name: str) -> str:
    """Events, facts, agreements and quotations of one annotated set."""
    database = work / name / "dateline.db"
    dateline("build", "--quiet", shared / "data" / name / "articles", "-o", database)
    return run(sys.executable, shared / "evaluation" / "score_events.py", database, shared / "data" / name / "gold")


def score_clusters(shared: Path, work: Path) -> str:
    """Joining of articles that tell one story."""
    data, database = shared / "data" / "clusters_dev", work / "clusters_dev" / "dateline.db"
    dateline("build", "--quiet", data / "articles", "-o", database)
    return run(sys.executable, shared / "evaluation" / "score_clusters.py", database, data / "gold.json")


def score_timex(shared: Path, work: Path, name: str, domain: str) -> str:
    """Time expressions of one TimeML set."""
    data, out = shared / "data" / "timex_dev" / name, work / "timex" / name
    dateline("timex", data / "input", "--domain", domain, "-o", out)
    return run(sys.executable, shared / "evaluation" / "score_timex.py", data / "gold", out, "--by-type")


@click.command()
@click.option(
    "--shared", type=click.Path(path_type=Path, exists=True), required=True, help="Where data/ and evaluation/ are."
)
@click.option("--work", type=click.Path(path_type=Path), required=True, help="Where databases go.")
def main(shared: Path, work: Path) -> None:
    """Print every accuracy figure."""
    work.mkdir(parents=True, exist_ok=True)
    for name in EVENT_SETS:
        click.echo(f"== {name}\n{score_events(shared, work, name)}")
    click.echo(f"== clusters_dev\n{score_clusters(shared, work)}")
    for name, domain in TIMEX_SETS.items():
        click.echo(f"== {name}, time expressions\n{score_timex(shared, work, name, domain)}")


if __name__ == "__main__":
    main()
