"""The rule table: every row's examples are its tests, and every row has one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from ingest.model import Publication
from ingest.timex import annotate
from ingest.timex.guards import GUARDS
from ingest.timex.resolve import READERS
from ingest.timex.rules import Example, Rule, load_rules

RULES = load_rules().rules
CASES = [pytest.param(rule, example, id=f"{rule.id}-{n}") for rule in RULES for n, example in enumerate(rule.examples)]


def published(day: str | None) -> Publication:
    return Publication(day, day, day, "metadata") if day else Publication()


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_an_example_becomes_what_its_row_says(rule: Rule, example: Example, parse: Callable[[str], Doc]) -> None:
    start, end = example.text.index("["), example.text.index("]") - 1
    text = example.text.replace("[", "").replace("]", "")
    found = {(e.start, e.end): e for e in annotate(parse(text), published(example.published))}
    assert (start, end) in found, f"found {[e.text for e in found.values()]}"
    expression = found[start, end]
    told = (expression.type, expression.value, expression.earliest, expression.latest, expression.rule)
    assert told == (example.type, example.value, example.earliest, example.latest, rule.id)


def test_every_rule_has_an_example_a_source_and_known_functions() -> None:
    narrative = {rule.id for rule in RULES if rule.domain == "narrative"}  # their tests are in test_narrative.py
    assert not [rule.id for rule in RULES if not rule.examples and rule.id not in narrative]
    assert not [rule.id for rule in RULES if not rule.source]
    assert not [rule.id for rule in RULES if rule.how not in READERS]
    assert not [rule.id for rule in RULES if not set(rule.guards) <= set(GUARDS)]
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_every_guard_and_every_reader_is_used_by_some_rule() -> None:
    assert set(GUARDS) == {guard for rule in RULES for guard in rule.guards}
    assert set(READERS) == {rule.how for rule in RULES}


def test_no_pattern_repeats_without_end_so_that_cost_grows_with_the_text() -> None:
    assert not [rule.id for rule in RULES if "+" in rule.pattern.pattern or "*" in rule.pattern.pattern]
