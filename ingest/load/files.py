"""A file that appears whole or not at all: a temporary beside its target, renamed over it at the end.

The writer keeps an advisory lock on its temporary for as long as it lives. A temporary that nobody locks
belongs to a process that died, and the next writer removes it; a living writer's is left alone.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

SUFFIX = ".building"


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give the path of a new, empty temporary; rename it over `target` when the block ends without an error.

    Raises OSError where the folder cannot be written to. Whatever stops the block, `target` stays as it was.
    """
    target = Path(os.path.realpath(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    remove_abandoned(target)
    temporary, lock = _open_locked(target)
    try:
        yield temporary
        os.fsync(lock)
        os.replace(temporary, target)
        _sync_folder(target.parent)
    except BaseException:
        _remove(temporary)
        raise
    finally:
        os.close(lock)


def remove_abandoned(target: Path) -> None:
    """Remove the temporaries of writers of `target` that no longer live."""
    for temporary in target.parent.glob(f".{target.name}.*{SUFFIX}"):
        with contextlib.suppress(OSError):
            lock = os.open(temporary, os.O_RDWR)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _remove(temporary)
            finally:
                os.close(lock)


def _open_locked(target: Path) -> tuple[Path, int]:
    """Create and lock a temporary of a new name; a cleaner that was quicker to lock it costs one more try."""
    while True:
        temporary = target.with_name(f".{target.name}.{secrets.token_hex(8)}{SUFFIX}")
        lock = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            continue
        if temporary.exists():
            return temporary, lock
        os.close(lock)


def _remove(temporary: Path) -> None:
    for path in (temporary, temporary.with_name(f"{temporary.name}-journal")):
        path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power failure."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
