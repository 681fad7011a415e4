"""The wheel carries all that the product needs, so that an installed `dateline` works outside the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

VISIT = "---\npublished: 2021-03-09\n---\nThe foreign ministers of Norway and Chile met in Oslo on Monday.\n"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's contents, as an installer lays them out."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_sql_pages_and_lexicons_travel(unpacked: Path) -> None:
    package = unpacked / "ingest"
    names = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    assert "_resources/metadata.yml" in names
    for folder in ("_resources/sql/schema/", "_resources/sql/checks/", "_resources/templates/", "_resources/plugins/"):
        assert any(name.startswith(folder) for name in names), folder
    assert any(name.startswith("lexicons/") for name in names)
    assert {"extract/events/model.npz", "extract/events/words.npz", "extract/agreements/weights.json"} <= names
    assert not any("tests" in name or name.endswith(".pyc") for name in names)


def test_it_builds_away_from_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text(VISIT)
    where = "import ingest, ingest.resources as r; print(ingest.__file__, r.resource('metadata.yml'))"
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    said = subprocess.run(
        [sys.executable, "-c", where], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    ).stdout.split()
    assert all(path.startswith(str(unpacked)) for path in said)
    command = [sys.executable, "-m", "ingest", "build", "visit.txt", "-o", "out/dateline.db", "-j1"]
    result = subprocess.run(command, cwd=tmp_path, env=environment, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "out" / "dateline.db").is_file()
