"""Where the files that are not Python live: a name goes in, a path comes out.

`sql/`, `metadata.yml`, `plugins/`, `templates/` and `static/` stand beside the package in a checkout and
inside it, under `_resources/`, in an installed wheel. The packaged copy is looked up first.
"""

from __future__ import annotations

from pathlib import Path

from ingest.errors import DatelineError

PACKAGE = Path(__file__).resolve().parent
ROOTS = (PACKAGE / "_resources", PACKAGE.parent)


def resource(*parts: str) -> Path:
    """The path of a file or folder, as `resource("sql", "schema")`. Raises DatelineError where it is missing."""
    for root in ROOTS:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise DatelineError(f"{'/'.join(parts)} is missing from this installation of dateline. Install it again")
