"""The command line: `dateline COMMAND`. Each command is a module of `ingest.commands`, imported when it is called."""

from __future__ import annotations

import signal
import sys
from importlib import import_module
from types import FrameType

import click

import ingest
from ingest.errors import DatelineError

# name: module of ingest.commands; a command's function is called NAME_command
COMMANDS = ("build", "explain", "evaluate", "metadata", "serve", "timex", "train")


class Commands(click.Group):
    """Loads a command only when it is called, so that `dateline --version` does not load a language model."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in alphabetical order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"ingest.commands.{cmd_name}"), f"{cmd_name}_command")
        return found


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(ingest.__version__, prog_name="dateline")
def dateline() -> None:
    """Build an event-timeline database from news articles, and publish it.

    \b
    dateline build articles/ -o build/dateline.db
    dateline serve build/dateline.db
    """


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def main() -> None:
    """Run the command line; an error that is the user's to mend is one line on stderr, exit code 1."""
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        dateline()
    except DatelineError as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(1)
