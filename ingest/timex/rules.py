"""The rule table: reads `time_rules*.yml` and compiles each row's pattern over the classes of `time_words.yml`.

A row is `id`, `pattern`, `type`, `resolve` (how, with parameters), `source` and `examples`; `time_rules.yml` explains
the pattern language. Goes out: `Rule`s whose regular expression runs over the class string of a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.errors import DatelineError
from ingest.timex.feasts import names_pattern
from ingest.timex.lexicon import BREAK, LEXICONS, OTHER, Vocabulary, read_table

SYMBOL = re.compile(
    r"""(?P<open>(?:(?P<group>[a-z_]+\d?)=)?\((?![?]))
    |(?P<close>\)(?P<times>[?*+]?))
    |(?P<bar>\|)
    |(?P<look>[<>]?!|[<>])?(?:(?P<name>[a-z_]+\d?)=)?(?P<atom>[A-Z_]{3,}|\.|[^\s()|<>!=?*+]+|\*)(?P<repeat>[?*+]?)""",
    re.VERBOSE,
)
LOOKS = {"!": "(?!", ">!": "(?!", "<!": "(?<!", ">": "(?=", "<": "(?<="}


@dataclass(frozen=True, slots=True)
class Example:
    """A text with one expression in [brackets] and what it must become; the rule table's test."""

    text: str
    published: str | None
    type: str
    value: str
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. `how` names the resolution, `options` are its parameters; `priority` is the row's place in the table."""

    id: str
    pattern: re.Pattern[str]
    type: str
    how: str
    options: Mapping[str, Any]
    guards: tuple[str, ...]
    source: str
    examples: tuple[Example, ...]
    priority: int
    emits: tuple[str, ...] = ()
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class RuleTable:
    """All rules in order, with the vocabulary that their patterns were compiled against."""

    rules: tuple[Rule, ...]
    vocabulary: Vocabulary

    def by_id(self, name: str) -> Rule:
        """The rule of that id. Raises KeyError."""
        return {rule.id: rule for rule in self.rules}[name]


@lru_cache(maxsize=1)
def load_rules() -> RuleTable:
    """Read and compile every `time_rules*.yml`, once a process. Raises DatelineError for a bad row."""
    rows: list[dict[str, Any]] = []
    macros: dict[str, str] = {"feast_name": names_pattern()}
    for path in sorted(LEXICONS.glob("time_rules*.yml")):
        content = read_table(path)
        macros |= content.get("macros", {})
        rows += content["rules"]
    patterns = [expand(row["pattern"], macros) for row in rows]
    vocabulary = Vocabulary(sorted({word for pattern in patterns for word in literals(pattern)}))
    rules = tuple(
        _rule(row, pattern, vocabulary, place) for place, (row, pattern) in enumerate(zip(rows, patterns, strict=True))
    )
    return RuleTable(rules, vocabulary)


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """Replace every {macro}, macros within macros too."""
    while "{" in pattern:
        pattern = re.sub(r"\{(\w+)\}", lambda match: macros[match.group(1)], pattern)
    return pattern


def literals(pattern: str) -> set[str]:
    """The words that a pattern names itself."""
    atoms = (match.group("atom") for match in SYMBOL.finditer(pattern) if match.group("atom"))
    return {word for atom in atoms if not _is_class(atom) for word in atom.split("/") if word != "*"}


def _is_class(atom: str) -> bool:
    return atom.isupper() and len(atom) > 1


def _rule(row: Mapping[str, Any], pattern: str, vocabulary: Vocabulary, place: int) -> Rule:
    try:
        compiled, names = compile_pattern(pattern, vocabulary)
        how, options = _resolution(row["resolve"])
        examples = tuple(Example(*_padded(example)) for example in row.get("examples", ()))
        emits = tuple(name for name in names if re.fullmatch(r"x\d", name.rsplit("__")[0]))
        return Rule(
            row["id"], compiled, row.get("type", "DATE"), how, options, tuple(row.get("guards", ())),
            row.get("source", ""), examples, place, emits, row.get("domain"),
        )  # fmt: skip
    except (KeyError, TypeError, re.error) as error:
        raise DatelineError(
            f"time_rules: row {row.get('id', place)!r} does not compile ({error}): {pattern}"
        ) from error


def _resolution(cell: str | Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    if isinstance(cell, str):
        return cell, {}
    options = dict(cell)
    return str(options.pop("how")), options


def _padded(example: list[Any]) -> list[Any]:
    return [None if cell is None else str(cell) for cell in [*example, *[None] * (6 - len(example))]]


def compile_pattern(pattern: str, vocabulary: Vocabulary) -> tuple[re.Pattern[str], list[str]]:
    """A pattern of the table as a regular expression over class strings, and its group names in order.

    A part name may occur in several branches; the copies are told apart as `name__2`.
    """
    out: list[str] = []
    counts: dict[str, int] = {}

    def group(name: str) -> str:
        counts[name] = counts.get(name, 0) + 1
        return f"(?P<{name}__{counts[name]}>"

    for match in SYMBOL.finditer(pattern):
        if match.group("open"):
            out.append(group(match.group("group")) if match.group("group") else "(?:")
        elif match.group("close"):
            out.append(")" + match.group("times"))
        elif match.group("bar"):
            out.append("|")
        else:
            out.append(_atom(match, vocabulary, group))
    compiled = re.compile("".join(out))
    return compiled, list(compiled.groupindex)


def _atom(match: re.Match[str], vocabulary: Vocabulary, group: Callable[[str], str]) -> str:
    atom, repeat, look, name = match.group("atom", "repeat", "look", "name")
    if atom == "*":
        code = f"[^{BREAK}]"
    elif atom == "OTHER":
        code = OTHER
    else:
        kinds = [atom] if _is_class(atom) else [f"={word}" for word in atom.split("/")]
        code = "[" + "".join(dict.fromkeys("".join(vocabulary.members(kind) for kind in kinds))) + "]"
    if look:
        return f"{LOOKS[look]}{code})"
    if name:
        return f"{group(name)}{code}){repeat}"
    return f"{code}{repeat}"
