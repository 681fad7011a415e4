"""`dateline serve`: takes a built database, replaces itself by a Datasette that publishes it.

Two modes. *Local* is for one's own machine: anyone who can open the page can run SQL. *Public* is for others:
the file is opened as immutable, arbitrary SQL and facet suggestions are off. Both send a content security policy.
"""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from pathlib import Path

import click

from ingest.errors import DatelineError
from ingest.resources import resource

DATABASE_NAME = "dateline.db"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@click.command("serve")
@click.argument("database", type=click.Path(path_type=Path), default=Path("build") / DATABASE_NAME)
@click.option("--public", is_flag=True, help="For others to use: read-only file, no arbitrary SQL.")
@click.option("--port", default=8001, show_default=True, help="Port to listen on.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
def serve_command(database: Path, public: bool, port: int, host: str) -> None:
    """Publish DATABASE with Datasette, opening on the timeline."""
    check_database(database)
    if host not in LOOPBACK and not public:
        click.echo(f"Note: {host} is open to others, and so is arbitrary SQL. Consider --public.", err=True)
    arguments = datasette_arguments(database, public=public, port=port, host=host)
    click.echo(f"Datasette on http://{_bracketed(host)}:{port}, opening on the timeline (stop with Ctrl-C)")
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", "datasette", *arguments])


def check_database(database: Path) -> None:
    """Raise DatelineError where there is no database, or one whose name the pages do not know."""
    if not database.is_file():
        raise DatelineError(f"{database} does not exist. Build it first: dateline build FOLDER -o {database}")
    if database.name != DATABASE_NAME:
        raise DatelineError(
            f"{database}: pages and saved queries know the database as {DATABASE_NAME}. Rename the file, "
            "or keep each corpus in a folder of its own"
        )


def datasette_arguments(database: Path, *, public: bool, port: int, host: str) -> list[str]:
    """The command line of `datasette`: from version 1.0 on, saved queries are read from its configuration file."""
    metadata = str(resource("metadata.yml"))
    arguments = ["serve", *(["-i"] if public else []), str(database), "-m", metadata]
    if not version("datasette").startswith("0."):
        arguments += ["-c", metadata]
    arguments += ["--plugins-dir", str(resource("plugins")), "--template-dir", str(resource("templates"))]
    arguments += ["--static", f"static:{resource('static')}", "--host", host, "--port", str(port)]
    for name, value in settings(public).items():
        arguments += ["--setting", name, value]
    return arguments


def settings(public: bool) -> dict[str, str]:
    """Datasette's settings for each mode."""
    if public:
        return {
            "default_allow_sql": "off",
            "suggest_facets": "off",
            "allow_download": "off",
            "sql_time_limit_ms": "3000",
        }
    return {"default_allow_sql": "on", "sql_time_limit_ms": "10000"}


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
