"""The errors that reach a user: each names the file, the position, what is wrong and what to do."""

from __future__ import annotations


class DatelineError(Exception):
    """Base of all errors that the command line prints without a traceback."""


class InputError(DatelineError):
    """One input cannot be used; the build lists it in `inputs` as rejected and goes on.

    `path` is the file as the user named it, `position` a line, item or byte ("line 3"), or None.
    """

    def __init__(self, path: str, problem: str, remedy: str, position: str | None = None) -> None:
        self.path, self.problem, self.remedy, self.position = path, problem, remedy, position
        super().__init__(str(self))

    def __str__(self) -> str:
        where = f"{self.path}, {self.position}" if self.position else self.path
        return f"{where}: {self.problem}. {self.remedy}"


class BuildError(DatelineError):
    """The build as a whole cannot go on (no input at all, a failed check, a disk that is full)."""
