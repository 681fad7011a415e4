"""The figures of `dateline evaluate`, on a small annotated article and beside the reference scorer."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from ingest.cli import dateline
from ingest.errors import DatelineError
from ingest.evaluation import Score, evaluate
from ingest.evaluation.names import same_name
from tests.conftest import SHARED

SENTENCES = [
    "The foreign ministers of Norway and Chile met in Oslo on Monday.",
    "“We have waited for this for ten years,” Kari Lund said.",
]
ARTICLE = "---\npublished: 2021-03-09\n---\n" + "\n".join(SENTENCES) + "\n"
GOLD = {
    "id": "visit",
    "published": "2021-03-09",
    "sentences": SENTENCES,
    "events": [
        {
            "type": "CONSULT",
            "mentions": [[1, "met"]],
            "start": "2021-03-08",
            "end": "2021-03-08",
            "status": "occurred",
            "place": "Oslo",
            "participants": ["Norway", "Chile"],
        }
    ],
    "agreements": [],
    "quotations": [[2, "Kari Lund", "We have waited for this"]],
}


@pytest.fixture
def gold_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "visit.json").write_text(json.dumps(GOLD))
    return folder


def test_a_plain_meeting_is_found_whole(build_from: Callable[..., object], gold_dir: Path) -> None:
    report = evaluate(build_from({"visit.txt": ARTICLE}).path, gold_dir)
    assert report.scores["events"].recall == 1.0
    assert report.scores["quotations"].recall == 1.0
    assert report.details["date"] == (1, 1)
    assert report.missing == ()


def test_an_article_that_the_database_lacks_is_all_missed(build_from: Callable[..., object], gold_dir: Path) -> None:
    report = evaluate(build_from({"other.txt": ARTICLE}).path, gold_dir)
    assert report.missing == ("visit",)
    assert report.scores["events"] == Score(0, 0, 1)


def test_a_folder_without_annotations_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="no annotations"):
        evaluate(tmp_path / "dateline.db", tmp_path)


def test_a_file_that_is_no_annotation_is_named(tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text('{"sentences": []}')
    with pytest.raises(DatelineError, match=r"odd\.json"):
        evaluate(tmp_path / "dateline.db", tmp_path)


@pytest.mark.parametrize(
    ("gold", "forms", "same"),
    [
        ("Ferdinand Marcos Jr.", ["President Marcos"], True),
        ("United States", ["U.S."], True),
        ("Chile", ["Peru"], False),
        ("Lund", ["the very long story of how Kari Lund came"], False),
        ("", [""], False),
    ],
)
def test_when_names_are_the_same(gold: str, forms: list[str], same: bool) -> None:
    assert same_name(gold, forms) is same


def test_figures_equal_those_of_the_reference_scorer(build_from: Callable[..., object], tmp_path: Path) -> None:
    if not (SHARED / "evaluation").is_dir():
        pytest.skip("no shared folder beside the checkout")
    stems = [path.stem for path in sorted((SHARED / "data/gold_train/gold").glob("wn*.json"))[:6]]
    source = SHARED / "data" / "gold_train"
    built = build_from({f"{stem}.txt": (source / "articles" / f"{stem}.txt").read_bytes() for stem in stems})
    gold = tmp_path / "gold"
    gold.mkdir()
    for stem in stems:
        (gold / f"{stem}.json").write_bytes((source / "gold" / f"{stem}.json").read_bytes())
    scorer = [sys.executable, str(SHARED / "evaluation" / "score_events.py"), str(built.path), str(gold), "--json"]
    theirs = json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)
    ours = CliRunner().invoke(dateline, ["evaluate", str(built.path), str(gold), "--json"], catch_exceptions=False)
    assert json.loads(ours.stdout) == theirs
