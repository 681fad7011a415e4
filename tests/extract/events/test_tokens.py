"""The plain words of a parse say what the parse says."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from ingest.extract.events.syntax import clause_of, objects, predicate, subjects
from ingest.extract.events.tokens import words_of

TEXT = (
    "France and Spain signed a treaty in Lisbon on Monday. The envoys, who had met twice, "
    "agreed to open a joint office and to review the accord."
)


def test_words_hang_together_as_in_the_parse(parse: Callable[[str], Doc]) -> None:
    doc = parse(TEXT)
    words = words_of(doc)
    for token, word in zip(doc, words, strict=True):
        assert word.head.i == token.head.i
        assert [c.i for c in word.children] == [c.i for c in token.children]
        assert [c.i for c in word.conjuncts] == sorted(c.i for c in token.conjuncts)
        assert [a.i for a in word.ancestors] == [a.i for a in token.ancestors]
        assert (word.n_lefts, word.n_rights) == (token.n_lefts, token.n_rights)


def test_subjects_are_found_through_a_relative_clause_and_control(parse: Callable[[str], Doc]) -> None:
    words = words_of(parse(TEXT))
    by_text = {word.text: word for word in words}
    assert [s.text for s, _ in subjects(by_text["met"])] == ["envoys"]
    assert [s.text for s, _ in subjects(by_text["open"])] == ["envoys"]


def test_a_noun_belongs_to_the_verb_above_it(parse: Callable[[str], Doc]) -> None:
    words = words_of(parse(TEXT))
    by_text = {word.text: word for word in words}
    assert predicate(by_text["treaty"]).text == "signed"
    assert clause_of(by_text["open"]).text == "agreed"
    assert "treaty" in [o.text for o in objects(by_text["signed"])]
