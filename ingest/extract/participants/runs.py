"""Names of several words that the tagger does not see: takes the words of an article, gives names from their shape.

What an abbreviation in brackets stands for, capitalised words in a row, and given names that share a surname.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from ingest.extract.participants.abbreviations import SMALL_WORDS
from ingest.extract.participants.countries import all_country_forms
from ingest.extract.participants.descriptions import deeds, descriptions
from ingest.extract.participants.name import Name, Words, named
from ingest.extract.participants.places import AT_OR_LOCATING, is_known_place
from ingest.extract.participants.shapes import (
    HYPHENS,
    gender_of_given,
    given_names,
    is_capitalised,
    kind_of_last_word,
    telling_words,
)
from ingest.extract.participants.tables import words as word_class
from ingest.extract.participants.tagged import past_titles
from ingest.extract.participants.titles import last_words

Taken = list[Name | None]
"""For each token the name that has it, or None."""
EXPLAINED = "explained by an abbreviation"
JOINS = ("and", "&")
BEFORE_HEADS = ("compound", "amod", "nmod")
LONGEST = 8  # words of a name
LONGEST_ACRONYM = 5  # letters; a longer word in capitals is of a heading
LEADING = frozenset({"INTJ", "ADJ", "NOUN", "X"})  # what a name's first word may be taken for
UNLIKE_NAMES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})


def explained_names(words: Words) -> Iterator[Name]:
    """The bodies whose abbreviation follows them in brackets, "Coast and Harbour Guild (CHG)", and where it stands."""
    doc = words.doc
    explained: set[str] = set()
    for start, end, short in words.explanations:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None or any(token.ent_type_ in UNLIKE_NAMES for token in span) or _names_post(span[-1]):
            continue
        if span.text not in all_country_forms() and kind_of_last_word(span.text) in (None, "organisation"):
            yield named(doc, span.start, span.end, "organisation", EXPLAINED)
            explained.add(short)
    standing = (token.i for token in words.tokens if token.text in explained)
    yield from (named(doc, i, i + 1, "organisation", EXPLAINED) for i in standing)


def joined_names(words: Words, names: Iterable[Name]) -> Iterator[Name]:
    """The first of two who share a surname: "the brothers Iker and Jon Etxaniz", "Anna and Carl Roe"."""
    doc = words.doc
    for name in names:
        i = name.start - 2
        parts = name.text.split()
        if name.kind != "person" or len(parts) != 2 or i < 1 or doc[i + 1].lower_ not in JOINS:
            continue
        first, before = doc[i], doc[i - 1]
        if not is_capitalised(first) or not first.is_alpha or (is_capitalised(before) and before.text != "."):
            continue
        if is_known_place(first.text):
            continue
        if first.lower_ in given_names() or before.lemma_.lower() in word_class("kin"):
            yield Name(i, i + 1, i, f"{first.text} {parts[1]}", "person", "shares a surname")


def capitalised_names(words: Words, taken: Taken) -> Iterator[Name]:
    """Two or more capitalised words in a row that nothing else took for a name."""
    doc = words.doc
    begin = 0
    for token in words.tokens:
        if token.i < begin or not _may_begin(token, taken):
            continue
        begin = _end(doc, token.i, taken)
        start = past_titles(doc, token.i, begin)
        if begin - start > 1 and not _names_post(doc[begin - 1]) and not _is_rest(doc, start, taken):
            kind = _kind(doc, start, begin) if _is_cased(doc, start, begin) else None
            if kind is not None:
                yield named(doc, start, begin, kind, "capitalised words")


def _free(token: Token, taken: Taken) -> bool:
    return not taken[token.i] and not token.ent_type_ and is_capitalised(token)


def _may_begin(token: Token, taken: Taken) -> bool:
    """Whether a name of several words can begin here; what begins a sentence must be a proper noun to the tagger."""
    if not _free(token, taken) or token.i + 1 >= len(token.doc) or not token.text[0].isalpha():
        return False
    after = token.nbor()
    if token.pos_ == "PROPN":
        return after.pos_ == "PROPN" or after.text in HYPHENS or after.lower_ in ("of", "for")
    return token.pos_ in LEADING and not token.is_sent_start and token.dep_ == "compound" and _is_proper(after, taken)


def _is_proper(token: Token, taken: Taken) -> bool:
    return token.pos_ == "PROPN" and _free(token, taken)


def _end(doc: Doc, start: int, taken: Taken) -> int:
    """Where the words end that begin a name at `start`, with what "of" and "for" add to a body, and its two topics
    ("House Fleet and Ports Committee").
    """
    end = _row(doc, start, taken)
    if end + 1 < len(doc) and doc[end].lower_ in JOINS and doc[end - 1].dep_ in BEFORE_HEADS:
        whole = _row(doc, end + 1, taken) if _is_proper(doc[end + 1], taken) else end
        end = whole if telling_words().get(doc[whole - 1].lower_) == "organisation" else end
    body = any(telling_words().get(token.lower_) == "organisation" for token in doc[start:end])
    if end < len(doc) and doc[end].lower_ in ("of", "for") and body:
        inside = end + 1
        while inside < len(doc) and doc[inside].lower_ in SMALL_WORDS and inside < end + 3:
            inside += 1
        if inside < len(doc) and _is_proper(doc[inside], taken):
            end = _row(doc, inside, taken)
            if end + 1 < len(doc) and doc[end].lower_ in JOINS and _is_proper(doc[end + 1], taken):
                end = _row(doc, end + 1, taken)
    return min(end, start + LONGEST)


def _row(doc: Doc, start: int, taken: Taken) -> int:
    """The end of the capitalised words in a row, hyphenated ones whole."""
    end = start + 1
    while end < len(doc) and not doc[end].is_sent_start:
        token = doc[end]
        if token.text in HYPHENS and not doc[end - 1].whitespace_ and not token.whitespace_ and end + 1 < len(doc):
            if not doc[end + 1].text.isalpha() or doc[end + 1].pos_ in ("VERB", "ADJ"):
                break
            end += 2
        elif doc[end - 1].whitespace_ == " " and _free(token, taken) and _goes_on(token):
            end += 1
        else:
            break
    return end


def _names_post(last: Token) -> bool:
    """Whether the last word tells that only a post is named: "Finance Minister", "Majority Leader"."""
    described = descriptions().get(last.lemma_.lower())
    post = last.lower_ == "elect" or not {last.lower_, last.lemma_.lower()}.isdisjoint(last_words())
    return post or (described is not None and described.kind == "person")


def _is_rest(doc: Doc, start: int, taken: Taken) -> bool:
    """Whether the words go on with a name: "Institute for Coast | & Harbour Affairs", "Toyota | Land Cruiser"."""
    if start and taken[start - 1] is not None and doc[start - 1].whitespace_:
        return True
    before = taken[start - 2] if start > 1 and doc[start - 1].lower_ in JOINS else None
    if before is None or before.kind != "organisation":
        return False
    return gender_of_given(doc[start].text) is None and gender_of_given(before.text.split()[0]) is None


def _is_cased(doc: Doc, start: int, end: int) -> bool:
    """Whether words are written as a name is: none shouts as a heading does, and two that a hyphen joins are letters
    that stand for something ("CDU-CSU", but not "All-Star").
    """
    if any(token.text.isupper() and len(token) > LONGEST_ACRONYM for token in doc[start:end]):
        return False
    return end - start != 3 or doc[start + 1].text not in HYPHENS or doc[start:end].text.isupper()


def _goes_on(token: Token) -> bool:
    return token.pos_ in ("PROPN", "NOUN") and token.lower_ != "no"  # "Harbours Act No. 9"


def _kind(doc: Doc, start: int, end: int) -> str | None:
    """What the words name: what their last tells; else someone, if they begin with a given name, or a body; None where
    they tell only where something happens, or what.
    """
    span = doc[start:end]
    told = kind_of_last_word(span.text)
    if told is not None:
        return told if told != "other" else None
    before = doc[start - 1] if start else None
    if before is not None and before.lower_ in AT_OR_LOCATING:
        return None
    if len(span[-1]) == 1 or not deeds().isdisjoint((span[0].lower_, span[-1].lower_)):
        return None  # "Class B", "Hurricane Ada"
    if span.root.dep_ in BEFORE_HEADS:
        return None  # "the Big Bang theory"
    article = before is not None and before.pos_ == "DET"
    return "person" if span[0].lower_ in given_names() and not article else "organisation"
