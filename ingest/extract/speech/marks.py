"""Quotation marks: takes a text and its paragraphs, gives the runs between marks.

Curly, straight and single marks, and the "+" of old wires. What is unbalanced never fails: a run whose mark stays
open ends with its paragraph, unless the next paragraph goes on (it begins with an opening mark, as the custom is, or
its first mark closes), and a closing mark that nothing opened is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

DOUBLE = '"“”'
BEFORE_OPENING = " \t([{—–-/'‘“\""
FEWEST_BLANKS = 5  # of a paragraph that is taken for speech from its opening single mark alone
ENDING = ".,!?…;:"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` between marks; `single` for a run in single marks, `left_open` where it has no
    closing one.
    """

    start: int
    end: int
    single: bool = False
    left_open: bool = False


def find_runs(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Run]:
    """All runs in `paragraphs` (character ranges), in order, none inside another."""
    runs: list[Run] = []
    carried: int | None = None  # where a run begun in an earlier paragraph starts
    begun: int | None = None  # the same of a run in single marks
    for number, (start, end) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        found, left_open = _double(text, start, end, carried)
        runs.extend(found)
        carried = None
        if left_open is not None:
            if following and _goes_on(text, *following):
                carried = left_open
            else:
                runs.append(Run(left_open, _without_blanks(text, left_open, end)))
        goes_on = (
            following is not None
            and text[following[0] : following[0] + 1] in ("'", "‘")
            and _opens_single(text, following[0], *following)
        )
        single = _single(text, start, end, goes_on, begun)
        outside = list(_outside(found, left_open, end, [*single, *_crossed(text, start, end)]))
        open_run = next((run for run in outside if run.left_open), None) if goes_on else None
        begun = open_run.start if open_run else None
        runs.extend(run for run in outside if run is not open_run)
    return sorted((run for run in runs if run.start < run.end), key=lambda run: run.start)


def _outside(found: list[Run], left_open: int | None, end: int, others: list[Run]) -> Iterator[Run]:
    """Those of `others` that lie in no double run."""
    taken = [(run.start, run.end) for run in found] + ([(left_open, end)] if left_open is not None else [])
    for run in others:
        if not any(start <= run.end and run.start <= stop for start, stop in taken):
            taken.append((run.start, run.end))
            yield run


# --- double marks ------------------------------------------------------------------------------------


def _double(text: str, start: int, end: int, carried: int | None) -> tuple[list[Run], int | None]:
    """The closed runs of a paragraph, and where the run starts that is still open at its end."""
    runs: list[Run] = []
    begun, i = carried, start
    if carried is not None and start < end and _opens(text, start, start, end):
        i += 1
    while i < end:
        if text[i] in DOUBLE:
            if begun is None:
                begun = i + 1 if _opens(text, i, start, end) else None
            elif text[i] == "“" or (text[i] == '"' and _only_opens(text, i, start, end)):
                runs.append(Run(begun, _without_blanks(text, begun, i)))
                begun = i + 1
            else:
                runs.append(Run(begun, i))
                begun = None
        i += 1
    return runs, begun


def _opens(text: str, i: int, start: int, end: int) -> bool:
    """Whether a mark can open: something follows it at once, and it is the curly kind or nothing stands before it."""
    if i + 1 >= end or text[i + 1].isspace():
        return False
    return text[i] == "“" or i == start or text[i - 1] in BEFORE_OPENING or text[i - 1].isspace()


def _only_opens(text: str, i: int, start: int, end: int) -> bool:
    """A straight mark after a blank and before a letter, which cannot close the run that is open."""
    before_blank = i > start and text[i - 1].isspace()
    return before_blank and i + 1 < end and not text[i + 1].isspace() and text[i + 1] not in ENDING


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a paragraph continues a run that the one before left open."""
    if start < end and text[start] in DOUBLE and text[start] != "”":
        return True
    first = next((i for i in range(start, end) if text[i] in DOUBLE), None)
    return first is not None and text[first] == "”" and not text[first - 1].isspace()


def _without_blanks(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


# --- single marks and crosses ------------------------------------------------------------------------


def _single(text: str, start: int, end: int, goes_on: bool, carried: int | None) -> list[Run]:
    """Runs in single marks; an apostrophe after "s" closes only where no better mark follows.

    One that nothing closes ends with its paragraph, if it begins there or behind a colon and the next goes on;
    the first goes on with what an earlier paragraph began at `carried`.
    """
    runs: list[Run] = []
    i = start
    while i < end:
        if text[i] in "'‘" and _opens_single(text, i, start, end):
            close = _closing_single(text, i + 1, start, end)
            left_open = close is None and (
                (i == start and (carried is not None or text.count(" ", start, end) >= FEWEST_BLANKS))
                or (goes_on and text[start:i].rstrip()[-1:] == ":")
            )
            if left_open:
                close = _without_blanks(text, i + 1, end)
            if close is not None:
                begun = carried if i == start and carried is not None else i + 1
                runs.append(Run(begun, close, True, left_open))
                i = close
        i += 1
    return runs


def _opens_single(text: str, i: int, start: int, end: int) -> bool:
    before = i == start or text[i - 1].isspace() or text[i - 1] in "([{—–"
    return before and i + 1 < end and (text[i + 1].isalpha() or text[i + 1] in "[.…")


def _closing_single(text: str, begin: int, start: int, end: int) -> int | None:
    weak: int | None = None
    for i in range(begin, end):
        if text[i] not in "'’":
            if text[i] == "‘":
                break
            continue
        if _opens_single(text, i, start, end):
            break
        if i + 1 < end and text[i + 1].isalnum():
            continue
        if text[i - 1] in ENDING or text[i - 1].lower() != "s":
            return i
        weak = i if weak is None else weak
    return weak


CROSSED = re.compile(r"(?<!\S)\+(?=\w)([^+\n]*\S)\+(?!\w)")


def _crossed(text: str, start: int, end: int) -> list[Run]:
    return [Run(match.start(1), match.end(1)) for match in CROSSED.finditer(text, start, end)]
