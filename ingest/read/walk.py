"""Finds what is offered: takes the files and folders that a user names, gives every file in a fixed order.

Folders are walked recursively, names in sorted order, hidden ones left out, links to a folder above not followed.
A path that is not there or cannot be listed is offered too, with its problem, so that nothing is dropped in silence.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from ingest.errors import InputError
from ingest.read import manifest
from ingest.read.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Offered:
    """One file: where it lies, the path by which rows and messages call it, the manifests that may tell of it.

    `problem` (what is wrong, what to do) is set for what is no readable file.
    """

    file: Path
    path: str
    manifests: tuple[Manifest, ...] = ()
    problem: tuple[str, str] | None = None


def discover(paths: Sequence[Path]) -> Iterator[Offered]:
    """All files under the paths given, each once. Two of one relative path are told apart by their folder's name."""
    seen: set[str] = set()
    names: set[str] = set()
    for given in paths:
        root = Path(os.path.abspath(given))
        for offered in _under(root, given):
            if str(offered.file) in seen:
                continue
            seen.add(str(offered.file))
            path = _unique(offered.path, root if root.is_dir() else root.parent, names)
            names.add(path)
            yield replace(offered, path=path)


def _under(root: Path, given: Path) -> Iterator[Offered]:
    if root.is_dir():
        yield from _folder(root, PurePosixPath(), (), frozenset())
    elif os.path.lexists(root):
        manifests, broken = _manifests_in(root.parent, PurePosixPath())
        yield from (b for b in broken if b.file.parent == root.parent)  # its entries tell of files not given here
        yield Offered(root, shown(root.name), manifests)
    else:
        yield Offered(root, shown(str(given)), problem=("there is no such file or folder", "Check the path"))


def _folder(
    folder: Path, relative: PurePosixPath, known: tuple[Manifest, ...], above: frozenset[str]
) -> Iterator[Offered]:
    name = shown(str(relative)) if relative.parts else shown(folder.name)
    here = os.path.realpath(folder)
    if here in above:
        yield Offered(folder, name, problem=("is a link to a folder above it", "Remove the link"))
        return
    try:
        entries = sorted(os.listdir(folder))
    except OSError as error:
        yield Offered(folder, name, problem=(f"cannot be listed ({error.strerror})", "Check its permissions"))
        return
    manifests, broken = _manifests_in(folder, relative)
    yield from broken
    for entry in entries:
        if entry.startswith(".") or entry in manifest.NAMES:
            continue
        if (folder / entry).is_dir():
            yield from _folder(folder / entry, relative / entry, manifests + known, above | {here})
        else:
            yield Offered(folder / entry, shown((relative / entry).as_posix()), manifests + known)


def _manifests_in(folder: Path, relative: PurePosixPath) -> tuple[tuple[Manifest, ...], list[Offered]]:
    """The manifests of a folder, and what is wrong with them."""
    loaded: list[Manifest] = []
    broken: list[Offered] = []
    for file in (folder / name for name in manifest.NAMES):
        if not file.is_file():
            continue
        name = shown((relative / file.name).as_posix())
        try:
            found = manifest.load(file, name)
        except InputError as error:
            where = f"{error.position}: " if error.position else ""
            broken.append(Offered(file, name, problem=(where + error.problem, error.remedy)))
            continue
        loaded.append(found)
        for key in found.without_file():
            problem = ("the manifest tells of this file, which is not there", "Correct or remove the entry")
            broken.append(Offered(file / key, f"{name}#{shown(key)}", problem=problem))
    return tuple(loaded), broken


def _unique(path: str, root: Path, names: set[str]) -> str:
    """`path`, or with as many folders before it as it takes to be another than those before."""
    unique, above = path, root
    while unique in names and above.name:
        unique, above = f"{shown(above.name)}/{unique}", above.parent
    return unique


def shown(name: str) -> str:
    """A file name that can be printed and stored also where its bytes are no UTF-8."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
