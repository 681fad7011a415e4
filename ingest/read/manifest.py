"""`manifest.yml` and `manifest.csv`: what the files beside them do not say. Takes a folder, gives fields by file.

YAML maps a path to fields (`a/story.txt: {published: 2019-07-10, source: Reuters}`) or lists mappings with a `path`;
CSV has a header with a `path` column. Paths are relative to the manifest; an item of a list is `feed.jsonl#3`, and
what stands under `feed.jsonl` goes for all its items. What a file says itself wins; of two manifests the nearer one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml

from ingest.errors import InputError
from ingest.read import frontmatter
from ingest.read.encoding import Undecodable, decode

NAMES = ("manifest.yml", "manifest.yaml", "manifest.csv")
MOST_BYTES = 50_000_000
REMEDY = "Give each file its fields: `story.txt: {published: 2019-07-10}`, or a CSV with a `path` column"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The manifests of one folder: `name` as messages give it, `entries` by path relative to `folder`."""

    folder: Path
    name: str
    entries: Mapping[str, Mapping[str, object]]

    def fields_for(self, file: Path, item: str = "") -> dict[str, object]:
        """What it says of a file, or of its item `#3`, in the names of `ingest.read.fields.FIELDS`."""
        try:
            key = file.relative_to(self.folder).as_posix()
        except ValueError:
            return {}
        return {**self.entries.get(key, {}), **(self.entries.get(key + item, {}) if item else {})}

    def without_file(self) -> list[str]:
        """Entries that name no file that is there."""
        return [key for key in self.entries if not (self.folder / key.partition("#")[0]).is_file()]


def load(file: Path, name: str) -> Manifest:
    """Read a manifest; `name` is how messages call it. Raises InputError."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise InputError(name, "is too large for a manifest", "Split it over the folders")
        text, _ = decode(file.read_bytes())
    except OSError as error:
        raise InputError(name, f"cannot be read ({error.strerror})", "Check its permissions") from error
    except Undecodable as error:
        raise InputError(name, str(error), "Save it as UTF-8") from error
    rows = _from_csv(text, name) if file.suffix == ".csv" else _from_yaml(text, name)
    return Manifest(file.parent, name, _by_path(rows))


def _from_yaml(text: str, name: str) -> list[Mapping[str, object]]:
    try:
        loaded = yaml.load(text, Loader=frontmatter.LOADER)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "nested too deeply"
        raise InputError(
            name, f"is not valid YAML ({problem})", "Quote values that hold a colon", mark and f"line {mark.line + 1}"
        ) from error
    if isinstance(loaded, Mapping):
        loaded = [{"path": key, **value} for key, value in loaded.items() if isinstance(value, Mapping)]
    if isinstance(loaded, list) and loaded and all(isinstance(row, Mapping) and row.get("path") for row in loaded):
        return loaded
    raise InputError(name, "names no files", REMEDY)


def _from_csv(text: str, name: str) -> list[Mapping[str, object]]:
    sample = text[: text.find("\n") + 1] or text
    delimiter = max(",;\t", key=sample.count)
    try:
        rows: list[Mapping[str, object]] = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise InputError(name, f"is not valid CSV ({error})", "Export it again") from error
    if not rows or "path" not in {str(k).strip().lower() for k in rows[0]}:
        raise InputError(name, "has no column `path`, or no row", REMEDY)
    return rows


def _by_path(rows: Iterable[Mapping[str, object]]) -> dict[str, Mapping[str, object]]:
    entries: dict[str, Mapping[str, object]] = {}
    for row in rows:
        named = {str(key).strip().lower(): value for key, value in row.items() if key and value not in (None, "")}
        path = PurePosixPath(str(named.pop("path", "")).strip().replace("\\", "/")).as_posix()
        if path != ".":
            entries[path] = named
    return entries
