"""What the statistical tagger takes for names: takes the `Doc`, gives its entities with their borders put right.

Articles, titles and possessives are cut off, several names in one are parted, broken ones ("Kim Jong" + "-un") made
whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from ingest.extract.participants.descriptions import description_of, descriptions
from ingest.extract.participants.name import Name, named
from ingest.extract.participants.places import LOCATING, is_known_place
from ingest.extract.participants.shapes import (
    HYPHENS,
    PARTICLES,
    SUFFIXES,
    given_names,
    is_capitalised,
    is_surname_like,
    kind_of_last_word,
    looks_like_name,
    telling_words,
)
from ingest.extract.participants.tables import words as word_class
from ingest.extract.participants.titles import titles

KIND_OF_LABEL = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "PRODUCT": "organisation",
}
MINISTERS = frozenset({"Minister", "Ministers", "Secretary"})
DASHES = ("-", "–", "—")
OTHER_LABELS = frozenset({"EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"})


def tagged_names(doc: Doc) -> Iterator[Name]:
    """The tagger's entities as names, with the borders that a name has."""
    for entity in doc.ents:
        if entity.label_ in KIND_OF_LABEL or entity.label_ in OTHER_LABELS:
            honoured = doc[entity.start].lower_ in titles() and titles()[doc[entity.start].lower_].sort == "honorific"
            kind = "person" if honoured and len(entity) > 1 else KIND_OF_LABEL.get(entity.label_, "other")
            label = entity.label_
            region, apposed = _region_before_person(doc, entity), _apposed_person(doc, entity)
            if apposed is not None:
                kind, label, entity = "person", "PERSON", doc[apposed : entity.end]
            elif region:
                yield named(doc, entity.start, region, "place", "GPE")
                kind, label, entity = "person", "PERSON", doc[region : entity.end]
            for start, end in _parts(doc, entity, kind):
                span = _trimmed(doc, start, end, kind)
                if span and looks_like_name(span) and not _is_of_title(doc, span):
                    yield named(doc, span.start, span.end, kind, label)


def _region_before_person(doc: Doc, entity: Span) -> int:
    """Where a person's name begins behind a region in "Senator from Vermont Bernie Sanders"; 0 where none does."""
    behind = entity.start and doc[entity.start - 1].lower_ in ("from", "for", "of")
    if not behind or doc[entity.start].lower_ in given_names():
        return 0
    for begin in range(entity.start + 1, entity.end - 1):
        if doc[begin].lower_ in given_names() and is_known_place(doc[entity.start : begin].text):
            return begin
    return 0


def _apposed_person(doc: Doc, entity: Span) -> int | None:
    """Where a name begins of which the tagger saw but the end, for no person's: "the chief clerk, Ada Roe, said"."""
    root = entity.root
    if entity.label_ == "PERSON" or root.dep_ != "appos" or len(entity) > 1:
        return None
    described = description_of(root.head)
    if root.head.tag_ not in ("NN", "NNP") or described is None or described.kind != "person":
        return None
    start = entity.start
    while start > root.sent.start and _is_loose_name(doc[start - 1], root):
        start -= 1
    return start if start < entity.start and doc[start - 1].text == "," else None


def _is_loose_name(token: Token, head: Token) -> bool:
    loose = token.pos_ == "PROPN" and not token.ent_type_ and token.whitespace_ == " "
    return loose and token.head == head and is_surname_like(token) and token.lower_ not in titles()


def _is_of_title(doc: Doc, span: Span) -> bool:
    """Whether the words are but part of a title ("Finance" in "Finance Minister", "Executive" in "Chief Executive",
    "State" in "Secretary of State").
    """
    earlier, before, after = max(0, span.start - 2), max(0, span.start - 1), span.end
    borders = ((span.start, after), (span.start, after + 1), (span.start, after + 2), (before, after), (earlier, after))
    return any(doc[start:end].text.lower() in titles() for start, end in borders) or _is_portfolio(doc, span)


def _is_portfolio(doc: Doc, span: Span) -> bool:
    """Whether one word, which the tagger took for a body, says of what someone is minister ("Labour Minister",
    "Minister for Energy"), and is no letters that stand for one ("UN Secretary-General").
    """
    if len(span) > 1 or not span.text.istitle() or doc[span.start].ent_type_ != "ORG":
        return False
    if span.start > 1 and doc[span.start - 2].text in MINISTERS and doc[span.start - 1].lower_ in ("for", "of"):
        return True
    return (
        span.end + 1 < len(doc)
        and doc[span.end].text in MINISTERS
        and doc[span.end + 1].text not in ("-", "General", "of")
    )


def _parts(doc: Doc, entity: Span, kind: str) -> Iterator[tuple[int, int]]:
    """The entity in one piece; in several what the tagger took for one person over a comma or a line end, two bodies
    that "and" joins, an occasion with its place, and a row of a table ("Harbour Party - 203").
    """
    start = entity.start
    for token in entity:
        splits = token.text in (",", "(", ";", ":", "—", "/") and kind == "person"
        if splits and token.i + 1 < entity.end and doc[token.i + 1].lower_ in SUFFIXES:
            continue
        splits = (
            splits
            or token.text == "("
            or (token.lower_ in ("on", "via") and kind_of_last_word(doc[start : token.i].text) is None)
        )
        splits = splits or (kind == "other" and _locates(token, entity))
        splits = splits or _leads_to_number(token, start, entity.end)
        if splits or "\n" in token.text or _joins_bodies(token, start, entity.end):
            yield start, token.i
            start = token.i + 1
    yield start, entity.end


def _leads_to_number(token: Token, start: int, end: int) -> bool:
    """Whether a dash parts a name from its number in a table."""
    return token.text in DASHES and start < token.i < end - 1 and bool(token.whitespace_) and token.nbor().like_num


def _locates(token: Token, entity: Span) -> bool:
    """Whether a preposition parts an occasion from its place ("Test in Adelaide"), outside of quotation marks."""
    inside = entity.start < token.i < entity.end - 1 and token.lower_ in LOCATING
    quoted = entity.start > 0 and entity.doc[entity.start - 1].is_quote
    return inside and not quoted and is_known_place(entity.doc[token.i + 1 : entity.end].text)


def _joins_bodies(token: Token, start: int, end: int) -> bool:
    """Whether "and" or a comma parts a body from another name ("Port Guild and Coast Office", "Port Guild, Jo Ray")."""
    if token.lower_ not in ("and", ",") or not start + 1 < token.i < end - 1:
        return False
    before, after = token.nbor(-1), token.doc[token.i + 1 : end]
    if telling_words().get(before.lower_) != "organisation":
        return False
    if token.text == ",":
        return after[0].lower_ not in telling_words()
    return kind_of_last_word(after.text) == "organisation"


def _trimmed(doc: Doc, start: int, end: int, kind: str) -> Span | None:
    """The span without article, title, possessive and stray marks, stretched over the rest of a broken name."""
    while start < end and (doc[start].lower_ in ("the", "a", "an") or not _begins_name(doc[start])):
        start += 1
    while start < end and not (
        is_capitalised(doc[end - 1]) or doc[end - 1].text[:1].isdigit() or _is_joined(doc, end - 1)
    ):
        end -= 1
    if kind == "person":
        while start < end and (doc[end - 1].text in DASHES or any(c.isdigit() for c in doc[end - 1].text)):
            end -= 1  # "Ada Roe 6-4"
        start = past_titles(doc, start, end)
        start, end = stretched(doc, start, _without_home(doc, start, end))
    elif start < end:
        start, end = _from_first_topic(doc, *_hyphenated(doc, start, end))
    return doc[start:end] if start < end else None


def _begins_name(token: Token) -> bool:
    return is_capitalised(token) or token.lower_ in PARTICLES


def _without_home(doc: Doc, start: int, end: int) -> int:
    """Where "Malee Suwan of Thailand" ends as a name; monarchs keep their realm ("Albert II of Belgium")."""
    of = next((i for i in range(start + 2, end - 1) if doc[i].lower_ == "of"), None)
    if of is None or not is_known_place(doc[of + 1 : end].text) or doc[of - 1].text.isupper():
        return end
    return end if start and doc[start - 1].lower_ in word_class("monarch") else of


def _from_first_topic(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The whole of "House Fleet and Ports Committee", of which the tagger saw what stands behind "and"."""
    if start < 2 or doc[start - 1].lower_ != "and" or telling_words().get(doc[end - 1].lower_) != "organisation":
        return start, end
    first = doc[start - 1].head
    if first.i != start - 2 or first.head.i != end - 1 or not is_capitalised(first) or first.ent_type_:
        return start, end
    return first.i - _capitalised_before(doc, first.i), end


def _capitalised_before(doc: Doc, i: int) -> int:
    """How many capitalised words in a row stand before token `i`, on its line and in its sentence."""
    count = 0
    while i - count > 0 and not doc[i - count].is_sent_start and is_capitalised(doc[i - count - 1]):
        count += 1
    return count


def past_titles(doc: Doc, start: int, end: int) -> int:
    """Where the name proper begins in "President Obama", "Mr. Baker", "State Coroner Ada Lee" or, beginning a sentence,
    "Fisherman Tovo Lee".
    """
    for cut in range(end - 1, start, -1):
        if doc[start:cut].text.lower() in titles():
            return cut
    if end - start < 3 or doc[start].lower_ in given_names():
        return start
    first, second = descriptions().get(doc[start].lower_), doc[start + 1]
    if not doc[start].is_sent_start and second.lower_ not in given_names():
        return start
    named = second.text.isalpha() and len(second) > 1 and second.lower_ not in PARTICLES
    return start + 1 if named and first is not None and first.kind == "person" else start


def stretched(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The borders of a person's name with hyphenated parts, further names and suffixes."""
    start, end = _hyphenated(doc, start, end)
    if 0 < start < end and not doc[start].is_sent_start and _is_first_name(doc[start - 1], doc[end - 1]):
        start -= 1
    while end < len(doc) and _continues(doc, end):
        end += 1
    start, end = _hyphenated(doc, start, end)
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in SUFFIXES:
        end += 2
    elif end < len(doc) and doc[end].lower_ in SUFFIXES:
        end += 1
    return start, end


def _is_first_name(token: Token, last: Token) -> bool:
    """Whether a given name, which the tagger left out, belongs to the person's name that ends in `last`."""
    joined = token.whitespace_ == " " and token.dep_ == "compound" and token.head in (last, last.head)
    if not joined or token.pos_ != "PROPN" or token.ent_type_:
        return False
    return token.lower_ in given_names() or _begins_apposition(token)


def _begins_apposition(token: Token) -> bool:
    """Whether a comma parts a word from one that describes a person: "the director, Wycliffe Roe"."""
    if token.i < 2 or token.doc[token.i - 1].text != "," or not is_surname_like(token) or token.lower_ in titles():
        return False
    described = description_of(token.doc[token.i - 2])
    return described is not None and described.kind == "person"


def _continues(doc: Doc, i: int) -> bool:
    token = doc[i]
    mistagged = token.ent_type_ not in ("", "PERSON") and doc[i - 1].lower_ not in PARTICLES
    mistagged = mistagged and not _is_cut_off(doc[i - 1], token)
    if doc[i - 1].whitespace_ != " " or token.is_sent_start or mistagged:
        return False
    if token.lower_ in PARTICLES:
        while i + 1 < len(doc) and doc[i].lower_ in PARTICLES and doc[i].text.islower():
            i += 1
        return is_capitalised(doc[i]) and doc[i].pos_ == "PROPN"
    return token.pos_ == "PROPN" and is_surname_like(token) and token.lower_ not in titles()


def _is_cut_off(given: Token, surname: Token) -> bool:
    """Whether the tagger takes the surname behind a known given name for something else; the parser joins them."""
    alone = surname.ent_iob_ == "B" and (surname.i + 1 == len(surname.doc) or surname.nbor().ent_iob_ != "I")
    return alone and given.dep_ == "compound" and given.head == surname and given.lower_ in given_names()


def _hyphenated(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The whole of "Kim Jong-un" and "al-Assad", whose hyphens the tokenizer cuts at."""
    while end + 1 < len(doc) and doc[end].text in HYPHENS and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        if not doc[end + 1].text.isalpha() or doc[end + 1].pos_ in ("VERB", "ADJ"):
            break
        end += 2
    while start >= 2 and doc[start - 1].text in HYPHENS and not doc[start - 1].whitespace_:
        if doc[start - 2].whitespace_ or not (doc[start - 2].lower_ in PARTICLES or is_capitalised(doc[start - 2])):
            break
        start -= 2
    return start, end


def _is_joined(doc: Doc, i: int) -> bool:
    """Whether token `i` is the lower-case rest of a hyphenated name ("un" in "Jong-un")."""
    return i >= 2 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_
