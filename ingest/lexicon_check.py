"""A user's own lexicons, looked over before a build: the folder comes in, the first mistake is raised, with its line.

Tables are held against `lexicons/tables.yml`, YAML against our file of the same name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from ingest.errors import DatelineError, InputError
from ingest.lexicon import FOLDER, LOADER, SHAPES, Shape, parsed, shapes, user_folder

PARTICIPANTS = "participants.yml"  # names, which have a reader of their own
ENDINGS = (".tsv", ".yml", ".yaml")


def use_user_folder(folder: Path | None) -> None:
    """Take a folder, else the one that `DATELINE_LEXICON` names, as the user's own, also in processes begun later.

    Raises InputError where a file in it cannot be used, before every article meets the error.
    """
    if folder is not None:
        os.environ["DATELINE_LEXICON"] = str(folder.absolute())
    check_user_folder()


def check_user_folder() -> None:
    """Raise InputError for the first of the user's files that is not as it must be: file, line, problem, remedy."""
    folder = user_folder()
    if folder is None:
        return
    if not folder.is_dir():
        raise InputError(str(folder), "is no folder", "Name the folder that holds your lexicons")
    for path in sorted(folder.iterdir()):
        if path.name == PARTICIPANTS:
            check_participants()
        elif path.suffix in ENDINGS and path.is_file():
            check_file(path)
    own_grammar = sorted(folder.glob("time_*.yml"))
    if own_grammar:
        check_grammar(own_grammar)


def check_file(path: Path) -> None:
    """Raise InputError where a file is no lexicon, or not as ours of that name."""
    if path.name == SHAPES or not (FOLDER / path.name).is_file():
        known = sorted(p.name for p in FOLDER.iterdir() if p.suffix in ENDINGS and p.name != SHAPES)
        raise InputError(str(path), "is the name of no lexicon", f"Take one of: {', '.join([PARTICIPANTS, *known])}")
    (check_table if path.suffix == ".tsv" else check_tree)(path)


def check_participants() -> None:
    """Raise InputError where the user's participants cannot be read."""
    from ingest.extract.participants.gazetteer import users_own

    for _ in users_own():
        pass


def check_grammar(paths: Sequence[Path]) -> None:
    """Raise InputError where the rules of time do not go together with what these files add."""
    from ingest.timex.guards import GUARDS
    from ingest.timex.resolve import READERS
    from ingest.timex.rules import load_rules

    named = ", ".join(map(str, paths))
    remedy = "See the pattern language at the head of ingest/lexicons/time_rules.yml"
    try:
        rules = load_rules().rules
    except (DatelineError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise InputError(named, f"the rules do not compile ({error})", remedy) from error
    for rule in rules:
        unknown = [guard for guard in rule.guards if guard not in GUARDS]
        if rule.how not in READERS or unknown:
            problem = f"row {rule.id!r} names {(unknown or [rule.how])[0]!r}, which does not exist"
            raise InputError(named, problem, remedy)


def check_table(path: Path) -> None:
    """Hold a table against its shape. Raises InputError that names the line."""
    shape = shapes()[path.stem]
    columns = ", ".join(shape.columns)
    lines = _text(path).splitlines()
    told = [(i, line.split("\t")) for i, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    remedy = f"Begin with a line of the column names, tabs between them: {columns}"
    if not told:
        raise InputError(str(path), "is empty", remedy)
    number, header = told[0]
    for column in header:
        if column not in shape.columns or header.count(column) > 1:
            raise InputError(str(path), f"{column!r} is no column of {path.name}, or stands twice", remedy, _at(number))
    needed = [column for column, kind in shape.columns.items() if not _may_be_empty(kind)]
    missing = [column for column in (*needed, *shape.key) if column not in header]
    if missing:
        raise InputError(str(path), f"the column {missing[0]!r} is missing", remedy, _at(number))
    for number, cells in told[1:]:
        _check_row(path, number, header, cells, shape)


def _check_row(path: Path, number: int, header: Sequence[str], cells: Sequence[str], shape: Shape) -> None:
    if len(cells) > len(header):
        problem = f"{len(cells)} cells for {len(header)} columns ({', '.join(header)})"
        raise InputError(str(path), problem, "Separate cells by one tab", _at(number))
    for column, cell in zip(header, [*cells, *[""] * (len(header) - len(cells))], strict=True):
        kind = shape.columns[column]
        if not (cell or _may_be_empty(kind)):
            problem = f"the column {column!r} is empty"
            raise InputError(str(path), problem, f"Write {_wanted(kind)}, a tab before it", _at(number))
        if cell and not _holds(cell, kind):
            problem = f"{cell!r} in the column {column!r} is wrong"
            raise InputError(str(path), problem, f"Write {_wanted(kind)}", _at(number))


def check_tree(path: Path) -> None:
    """Hold a YAML lexicon against ours of that name. Raises InputError, with the line where YAML itself is wrong."""
    remedy = f"Write it as ingest/lexicons/{path.name} is written"
    try:
        own = yaml.load(_text(path), Loader=LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = f"is no YAML ({getattr(error, 'problem', None) or error})"
        raise InputError(str(path), problem, remedy, _at(mark.line + 1) if mark else None) from error
    _check_branch(path, parsed(FOLDER / path.name), own, "the file", remedy)


def _check_branch(path: Path, ours: Any, own: Any, name: str, remedy: str) -> None:
    """The same sort of thing in the same place; only the first two levels have fixed names."""
    for sort, word in ((dict, "a mapping"), (list, "a list"), (str, "text")):
        if isinstance(ours, sort) and not isinstance(own, sort):
            raise InputError(str(path), f"{name} holds {own!r}, not {word}", remedy)
    if isinstance(ours, list) and ours and isinstance(ours[0], dict):
        for row in own:
            if not isinstance(row, dict) or not {"id", "pattern", "resolve"} <= row.keys():
                raise InputError(str(path), f"{row!r} is no row of {name}: id, pattern and resolve are needed", remedy)
    if isinstance(ours, dict) and name == "the file":
        for key, value in own.items():
            if key not in ours:
                raise InputError(str(path), f"{key!r} has no place in it", f"{remedy}: {', '.join(map(str, ours))}")
            _check_branch(path, ours[key], value, f"{key!r}", remedy)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(str(path), "is not UTF-8", "Save it as UTF-8", f"byte {error.start}") from error


def _at(line: int) -> str:
    return f"line {line}"


# --- what a cell may hold ------------------------------------------------------------------------------


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None


def _is_pattern(cell: str) -> bool:
    try:
        re.compile(cell)
    except re.error:
        return False
    return True


KINDS: dict[str, tuple[str, Callable[[str], bool]]] = {
    "text": ("some text", lambda cell: cell == cell.strip()),
    "lower": ("lower case, without blanks around it", lambda cell: cell == cell.lower().strip()),
    "words": ("words in lower case with blanks between them", lambda cell: cell == cell.lower()),
    "code": ("an ISO 3166-1 code of two capitals, as NO", lambda cell: re.fullmatch("[A-Z]{2}", cell) is not None),
    "number": ("a number, as 0.5", _is_number),
    "pattern": ("a regular expression", _is_pattern),
}


def _may_be_empty(kind: str | Sequence[str]) -> bool:
    return kind.endswith("?") if isinstance(kind, str) else "" in kind


def _holds(cell: str, kind: str | Sequence[str]) -> bool:
    return KINDS[kind.removesuffix("?")][1](cell) if isinstance(kind, str) else cell in kind


def _wanted(kind: str | Sequence[str]) -> str:
    return KINDS[kind.removesuffix("?")][0] if isinstance(kind, str) else f"one of {', '.join(filter(None, kind))}"
