"""Names that the tagger does not see or sees wrongly: takes the words of an article, gives names from elsewhere.

From lexicons (countries, organisations, seats), after titles and given names, and capitalised words that act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.extract.participants.descriptions import description_of, descriptions
from ingest.extract.participants.gazetteer import Known, gazetteer, uncased_gazetteer
from ingest.extract.participants.name import Name, Words, named
from ingest.extract.participants.places import AT_OR_LOCATING, is_known_place
from ingest.extract.participants.runs import EXPLAINED, LONGEST, UNLIKE_NAMES, Taken
from ingest.extract.participants.shapes import (
    PARTICLES,
    given_names,
    is_capitalised,
    is_surname_like,
    kind_of_last_word,
)
from ingest.extract.participants.tagged import stretched
from ingest.extract.participants.titles import title_before, titles

SELF_NAMING = (
    ("calling", "itself"),
    ("which", "calls", "itself"),
    ("that", "calls", "itself"),
    ("known", "as"),
    ("called",),
)
INSIDE = ("of", "for", "the")  # between the words of a name
GUESSED = "capitalised taker-part"
INTRODUCED = "introduced by a noun"
ACTIVE = frozenset({"nsubj", "nsubjpass", "dobj", "poss"})
NICKNAMED = re.compile(
    r"(?:\b[A-Z][\w'’-]+ ){1,2}[\"“'‘][A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}[\"”'’] "
    r"(?:(?:van|von|de|al|bin) ){0,2}[A-Z][\w'’-]+"
)
NAME_GIVEN = re.compile(
    r"\b(?P<words>(?:give|gave|giving|given) (?:only )?(?:his|her|their) (?:first |last )?names?"
    r"|(?:identified|introduced) (?:himself|herself)(?: (?:on|over|by|in) [a-z ]{3,30}?)?)"
    r" (?:(?:only|simply|just) )?as (?:(?:only|simply|just) )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})"
)
LOWER = re.compile(r"\b[a-z]\w*")
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
FEW_CAPITALS = 0.01  # share of capital letters below which a text is taken to have lost its capitals


def known_names(words: Words, proposals: list[Name]) -> Iterator[Name]:
    """Lexicon names that stand alone; one inside a longer proper name ("Bank of China") is left to that name."""
    doc = words.doc
    spans = {i: name for name in reversed(proposals) for i in range(name.start, name.end)}
    table = uncased_gazetteer() if _lacks_capitals(words) else gazetteer()
    abbreviations = words.explained
    for match in table.find(doc, words.text):
        last = abbreviations.get(doc[match.start : match.end].text)
        if last is not None and not (match.value.kind == "country" and last in match.value.name.split()):
            continue  # the article tells what it stands for; "United Kingdom (UK)" is the country all the same
        over = [spans[i] for i in range(match.start, match.end) if i in spans]
        known = match.value
        if _is_part_of_longer(doc, match.start, match.end, known, over):
            continue
        yield Name(
            match.start, match.end, match.start, doc[match.start : match.end].text, known.kind, known.rule, known
        )


def _is_part_of_longer(doc: Doc, start: int, end: int, known: Known, over: list[Name]) -> bool:
    for name in over:
        if name.start < start or name.end > end:
            if name.kind == "person":
                return True
            if name.kind in ("organisation", "other") and not (known.rule == "demonym" and name.end == end):
                return name.rule == EXPLAINED or _is_proper_whole(doc, name)
            if name.kind == "place" and kind_of_last_word(name.text) == "place":
                return True
    return _follows_given_name(doc, start, end)


def _is_proper_whole(doc: Doc, name: Name) -> bool:
    return all(is_capitalised(token) or len(token) <= 3 for token in doc[name.start : name.end])


def _follows_given_name(doc: Doc, start: int, end: int) -> bool:
    """Whether a lone country name is someone's surname ("Michael Jordan") that the tagger cut in two."""
    return (
        end - start == 1
        and start > 0
        and doc[start - 1].ent_type_ == "PERSON"
        and doc[start].ent_type_ in ("PERSON", "")
        and doc[start - 1].whitespace_ == " "
        and doc[start - 1].pos_ == "PROPN"
    )


def _lacks_capitals(words: Words) -> bool:
    letters = sum(map(str.isalpha, words.text))
    return letters > 100 and sum(map(str.isupper, words.text)) < FEW_CAPITALS * letters


def nicknamed_names(words: Words) -> Iterator[Name]:
    """Persons with a by-name in quotation marks between their names ('Anna "Annie" Berg'), one of them tagged."""
    doc = words.doc
    for match in NICKNAMED.finditer(words.text):
        span = doc.char_span(match.start(), match.end())
        if span is not None and (span[0].lower_ in given_names() or any(token.ent_type_ == "PERSON" for token in span)):
            start, end = stretched(doc, span.start, span.end)
            yield named(doc, start, end, "person", "by-name")


def given_out_names(words: Words, taken: Taken) -> Iterator[Name]:
    """What someone is told to be called: "a man who gave his name only as Hamid"."""
    for match in NAME_GIVEN.finditer(words.text):
        span = words.doc.char_span(match.start("name"), match.end("name"))
        if span is None or any(taken[span.start : span.end]):
            continue
        end = next((token.i for token in span if token.lower_ in DAYS or token.tag_ != "NNP"), span.end)
        sure = end > span.start + 1 or span[0].lower_ in given_names() or "name" in match.group("words")
        if end > span.start and sure and span[0].lower_ not in titles():
            yield named(words.doc, span.start, end, "person", "name given")


def titled_names(words: Words, taken: Taken) -> Iterator[Name]:
    """Capitalised words after a capitalised title, which the tagger did not see."""
    doc = words.doc
    for i, token in enumerate(words.tokens):
        if taken[i] or token.pos_ != "PROPN" or token.is_sent_start or not is_capitalised(token):
            continue
        before = title_before(doc, i)
        if not before or not is_capitalised(doc[before[0]]) or token.lower_ in titles():
            continue
        if doc[before[0] : i + 1].text.lower() in titles():
            continue
        start, end = stretched(doc, i, i + 1)
        if not any(taken[start:end]):
            yield Name(start, end, before[0], doc[start:end].text, "person", "after a title", gender=before[1].gender)


def names_after_given(words: Words, taken: Taken) -> Iterator[Name]:
    """A known given name and the capitalised word after it, which the tagger took for another kind ("Theresa May")."""
    doc = words.doc
    for token in words.tokens[:-1]:
        after = doc[token.i + 1]
        if token.lower_ not in given_names() or taken[token.i] or taken[after.i]:
            continue
        if is_capitalised(token) and is_surname_like(after) and not after.is_sent_start:
            start, end = stretched(doc, token.i, token.i + 2)
            yield named(doc, start, end, "person", "given name")


def acting_names(words: Words, taken: Taken) -> Iterator[Name]:
    """Capitalised words that act or are acted on, which nothing else took for a name ("Barclays expects ...")."""
    doc, common = words.doc, set(LOWER.findall(words.text))
    for token in words.tokens:
        if token.ent_type_ or token.tag_ not in ("NNP", "NNPS") or token.dep_ not in ACTIVE or taken[token.i]:
            continue
        if not is_capitalised(token) or token.lower_ in common or token.lower_ in titles() or token.lower_ in DAYS:
            continue
        start = _first(doc, token.i, token.sent.start, taken)
        if token.lemma_.lower() not in descriptions() and len(token) > 2:
            yield named(doc, start, token.i + 1, "organisation", GUESSED)


def introduced_names(words: Words, taken: Taken, cued: bool) -> Iterator[Name]:
    """What a noun for a body or several people introduces: "the website Alba24" or, `cued`, "a group calling itself
    Dawn of Ida", "a gang known as Los Albos".
    """
    doc = words.doc
    for token in words.tokens:
        described = description_of(token) if token.pos_ == "NOUN" and token.text.islower() else None
        if described is None or described.kind == "person" or token.tag_ != "NN":
            continue
        start = after_cue(doc, token.i + 1)
        if (start > token.i + 1) != cued:
            continue
        end = _end_of_introduced(doc, start, taken)
        if end > start and (cued or doc[start].pos_ == "PROPN"):
            yield named(doc, start, end, "organisation", INTRODUCED)


def after_cue(doc: Doc, start: int) -> int:
    """Where the name begins behind "calling itself" or "known as the"; `start` where no such words stand."""
    for cue in SELF_NAMING:
        end = start + len(cue)
        if tuple(token.lower_ for token in doc[start:end]) == cue:
            return end + 1 if end < len(doc) and doc[end].lower_ == "the" else end
    return start


def _end_of_introduced(doc: Doc, start: int, taken: Taken) -> int:
    """The end of capitalised words from `start` on, with small words between them; `start` where there are none."""
    end = i = start
    while i < min(len(doc), start + LONGEST) and not taken[i] and doc[i].ent_type_ not in UNLIKE_NAMES:
        if is_capitalised(doc[i]) and doc[i].text[-1].isalnum():
            end = i + 1
        elif i == start or doc[i].lower_ not in (*INSIDE, *PARTICLES):
            break
        i += 1
    return end


def located_names(words: Words, taken: Taken) -> Iterator[Name]:
    """Known cities and regions behind a preposition of place ("in Valencia")."""
    doc = words.doc
    for token in words.tokens[1:]:
        if token.dep_ != "pobj" or token.pos_ != "PROPN" or taken[token.i] or not is_capitalised(token):
            continue
        start = _first(doc, token.i, token.sent.start, taken)
        if doc[start - 1].lower_ in AT_OR_LOCATING and is_known_place(doc[start : token.i + 1].text):
            yield named(doc, start, token.i + 1, "place", "known place")


def _first(doc: Doc, start: int, border: int, taken: Taken) -> int:
    """Where a name begins of which `start` is the last word: capitalised words before it, also by a hyphen."""
    while start > border:
        hyphenated = start - 2 >= border and doc[start - 1].text == "-" and not doc[start - 1].whitespace_
        if hyphenated and is_capitalised(doc[start - 2]) and not doc[start - 2].whitespace_ and not taken[start - 2]:
            start -= 2
        elif _joins(doc[start - 1], taken):
            start -= 1
        else:
            break
    return start


def _joins(before: Token, taken: Taken) -> bool:
    capital = is_capitalised(before) and before.pos_ == "PROPN" and before.whitespace_ == " "
    return capital and not taken[before.i] and before.lower_ not in titles()
