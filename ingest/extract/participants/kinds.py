"""What names are of: takes the names of an article, gives all of one form the same kind.

Titles, telling words ("Ministry", "Airport"), given names and the words around weigh against the tagger's labels.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from ingest.extract.participants.abbreviations import ends_as_firm, stands_for
from ingest.extract.participants.countries import all_country_forms, capitals
from ingest.extract.participants.descriptions import deeds, describes_someone, description_of, descriptions
from ingest.extract.participants.name import Name, Words
from ingest.extract.participants.places import LOCATING, is_known_place, regions
from ingest.extract.participants.roles import acts
from ingest.extract.participants.runs import EXPLAINED
from ingest.extract.participants.shapes import (
    SUFFIXES,
    gender_of_given,
    given_names,
    is_capitalised,
    kind_of_last_word,
    telling_words,
)
from ingest.extract.participants.tables import words as word_class
from ingest.extract.participants.titles import titles
from ingest.extract.participants.untagged import GUESSED, INTRODUCED
from ingest.extract.speech.verbs import speech_verbs

NAMING_VERBS = frozenset({"name", "identify", "appoint", "nominate", "elect", "marry"})
TITLE_WEIGHT = 3
WORD_WEIGHT = 4
OVER = frozenset({"off", "above", "across", "throughout"})  # prepositions behind which a known place is one
SHORTEST, LONGEST = 3, 5  # letters of most abbreviations; shorter ones are often someone's initials


def one_kind_each(words: Words, names: list[Name]) -> list[Name]:
    """The same names, those of one form all of the kind that most of the evidence speaks for."""
    doc = words.doc
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if not name.known:
            votes[name.key].update(_evidence(words, name))
    titled = {name.key for name in names if name.text.istitle()}
    articled = {name.key for name in names if name.start and doc[name.start - 1].pos_ == "DET"}
    _like_their_last_words(votes, titled)
    _called_by_surname(votes, titled, articled)
    _like_their_firms(votes, Counter(name.key for name in names), {n.key for n in names if _is_personal(doc, n)})
    people = [key.split() for key, counts in votes.items() if " " in key and _decided(counts) == "person"]
    surnames = {parts[-1] for parts in people}
    surnames |= {part for first, *others in people if first not in _of_places() for part in others}
    first_names = {parts[0] for parts in people}
    for key, counts in votes.items():
        if key in surnames and kind_of_last_word(key) is None:
            counts["person"] += counts.total() + 1
        elif key in first_names and key in given_names() and "place" not in counts:
            counts["person"] += TITLE_WEIGHT
    for abbreviation, kind in _abbreviated_kinds(words, names):
        if abbreviation in votes:
            votes[abbreviation][kind] += WORD_WEIGHT
    decided = {key: _decided(counts) for key, counts in votes.items()}
    decided |= {key: "other" for key, kind in decided.items() if kind == "place" and _is_storm(key)}
    return [name if name.known else replace(name, kind=decided[name.key]) for name in names]


def _is_storm(key: str) -> bool:
    """Whether a name, in lower case, is a storm's, in which things happen as in a place: "died in Hurricane Ada"."""
    first, *others = key.removeprefix("tropical ").split()
    called = bool(others) and first in word_class("storm")
    return called and kind_of_last_word(key) is None and not is_known_place(key.title())


def _like_their_last_words(votes: dict[str, Counter[str]], titled: set[str]) -> None:
    """Where "Durand" is a person, so is "Noor Durand", unless its words tell otherwise or another is called so."""
    taken = {key.rpartition(" ")[2] for key, counts in votes.items() if " " in key and _decided(counts) == "person"}
    for key in sorted(titled & votes.keys()):
        first, _, last = key.rpartition(" ")
        if last not in titled - taken or len(first.split()) not in (1, 2) or is_known_place(key.title()):
            continue
        if kind_of_last_word(key) is None and "place" not in votes[key]:
            surname = votes.get(last)
            if surname and _decided(surname) == "person":
                votes[key]["person"] += surname["person"]


def _called_by_surname(votes: dict[str, Counter[str]], titled: set[str], articled: set[str]) -> None:
    """Someone it is who is called by another word than the first, and never with an article: "Imre Halmos Bodor", then
    "Halmos". Of two words ("Banco Alta", then "Alta") something else must speak for someone; names that begin with a
    country, a region, a sort of body or an occasion ("Storm Ada") do not count.
    """
    for key in sorted((titled & votes.keys()) - articled):
        first, *others = key.split()
        if not 1 <= len(others) <= 3 or (len(others) == 1 and not votes[key]["person"]):
            continue
        if first in titled or _tells_otherwise(first) or kind_of_last_word(key) is not None:
            continue
        if any(word in titled - articled and word.isalpha() and not _tells_otherwise(word) for word in others):
            votes[key]["person"] += TITLE_WEIGHT


def _tells_otherwise(word: str) -> bool:
    common = any(known in descriptions() or known in deeds() for known in (word, word.removesuffix("s")))
    return common or word in telling_words() or word in _of_places() or is_known_place(word.title())


@lru_cache(maxsize=1)
def _of_places() -> frozenset[str]:
    """Words that tell where a body is at home: countries, their adjectives and regions."""
    forms = [*map(str.lower, all_country_forms()), *regions()]
    return frozenset(word for form in forms for word in form.split())


def _decided(counts: Counter[str]) -> str:
    return counts.most_common(1)[0][0]


def _like_their_firms(votes: dict[str, Counter[str]], counts: Counter[str], titled: set[str]) -> None:
    """Where "Durand Textiles Inc." is a firm, so are "Durand Textiles" and "Durand", unless they have a title, begin
    with a given name, or more than the tagger speaks for someone ("Durand, who is 60").
    """
    firms = [key.split() for key in votes if ends_as_firm(key)]
    for key, found in votes.items():
        parts = key.split()
        someone = key in titled or (len(parts) > 1 and parts[0] in given_names())
        if "person" in found and not someone and any(parts == firm[: len(parts)] != firm for firm in firms):
            found["organisation"] += counts[key] + 1


def _is_body_called_like_a_site(words: Words, name: Name) -> bool:
    """ "National Weather Center (NWC)", where the tagger takes it for a body."""
    like_a_site = name.rule == "ORG" and kind_of_last_word(name.text) == "place"
    return like_a_site and any(stands_for(short, name.text) for short in words.explained)


def _abbreviated_kinds(words: Words, names: list[Name]) -> Iterator[tuple[str, str]]:
    """Abbreviations, lower case, with the kind that the last word of what they stand for tells. What is explained by an
    abbreviation is a body, and so is the abbreviation: the National Weather Center (NWC) is no site.
    """
    for abbreviation, last_word in words.explained.items():
        kind = kind_of_last_word(f"the {last_word}")
        if kind:
            yield abbreviation.lower(), "organisation" if kind == "place" else kind
    telling = {name.text: kind for name in names if (kind := kind_of_last_word(name.text))}
    for name in names:
        if name.text.isupper() and name.text not in words.explained:
            for full, kind in telling.items():
                if stands_for(name.text, full):
                    yield name.key, kind


def _evidence(words: Words, name: Name) -> Counter[str]:
    doc = words.doc
    counts = Counter({name.kind: 1})
    by_word = kind_of_last_word(name.text)
    if by_word == "place" and name.rule == "PERSON" and (_is_personal(doc, name) or _beside_person_noun(doc, name)):
        by_word = None  # "the bank's director, Jane Lake, said"
    if name.rule == EXPLAINED or _is_body_called_like_a_site(words, name):
        counts["organisation"] += WORD_WEIGHT + 1
    if by_word:
        counts[by_word] += WORD_WEIGHT
    elif _begins_with_given_name(name) or _is_personal(doc, name):
        counts["person"] += TITLE_WEIGHT
    elif name.rule in ("GPE", "FAC") and _acts_like_person(doc, name):
        counts["person"] += 2
    elif name.kind == "other" and _speaks_like_person(doc, name):
        counts["person"] += TITLE_WEIGHT
    if name.rule == "PERSON" and _is_abbreviation(doc, name):
        counts["organisation"] += 2
    if name.text in capitals():
        counts["place"] += 2
    counts["place"] += _located(doc, name)
    if name.key in regions():
        counts["place"] += WORD_WEIGHT
    counts.update(_company(doc, name))
    if not by_word and _beside_person_noun(doc, name):
        counts["person"] += TITLE_WEIGHT
    if name.text.split()[-1].lower() in SUFFIXES:
        counts["person"] += TITLE_WEIGHT
    behind = [token.text for token in doc[name.end : name.end + 3]]
    if behind[:1] == [","] and len(behind) > 1 and behind[1].isdigit() and len(behind[1]) == 2:
        counts["person"] += TITLE_WEIGHT if behind[2:] == [","] else 1  # "Ada Roe, 38, denied"
    return +counts


def _is_abbreviation(doc: Doc, name: Name) -> bool:
    """Whether a name of one word is all capitals in a sentence that is not ("told SABC")."""
    alone = name.text.isalpha() and name.text.isupper() and SHORTEST <= len(name.text) <= LONGEST
    alone = alone and name.key not in given_names()
    return alone and any(token.text.islower() and len(token) > 1 for token in doc[name.start].sent)


def _located(doc: Doc, name: Name) -> int:
    """How much the words around say for a place: "in Bergen", "off Bergen", "the mayor of Bergen", "went to Bergen",
    "Bergen, a port".
    """
    root = doc[name.start : name.end].root
    apposed = any(child.dep_ == "appos" and child.lemma_.lower() in word_class("populated") for child in root.children)
    if apposed and name.end < len(doc) and doc[name.end].text == ",":
        return WORD_WEIGHT
    if not name.start or root.dep_ != "pobj":
        return 0
    before = doc[name.start - 1]
    known = is_known_place(name.text)
    if before.lower_ in LOCATING or before.lower_ in OVER:
        if known:
            return TITLE_WEIGHT
        alone = before.lower_ in LOCATING or before.lower_ == "off"
        alone = alone and before.head.lemma_.lower() not in word_class("venturing")
        return 2 if alone and (name.kind == "person" or _may_be_site(name, before)) else 0
    if before.lower_ == "at":
        staff = description_of(before.head)  # "workers at Nokia"
        there = name.kind != "person" or before.head.lemma_.lower() in word_class("staying")
        return 2 if known and there and not (staff and staff.kind == "person") else 0
    if before.lower_ in ("to", "from"):
        return TITLE_WEIGHT if known and _moves(before.head) else 0
    behind_of = before.nbor(-1) if before.lower_ == "of" and before.i else None
    of_place = behind_of is not None and (
        behind_of.lower_ in word_class("populated") or behind_of.lemma_.lower() in word_class("sited")
    )
    return TITLE_WEIGHT if of_place else 0


def _moves(word: Token) -> bool:
    """Whether "to" behind a word can tell where someone goes: "flew to Alta", not "the prize went to Roe"."""
    if word.lemma_.lower() not in word_class("moving"):
        return False
    subject = next((child for child in word.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or subject.pos_ != "NOUN":
        return True
    return description_of(subject) is not None


def _may_be_site(name: Name, before: Token) -> bool:
    """Whether an alleged body of few words can be a place: "near Alta", "held in Alta", not "a role in Nokia" nor
    "invested in Nokia".
    """
    plain = len(name.text.split()) < 3 and not name.text.isupper() and name.rule != GUESSED
    return plain and (before.lower_ not in ("in", "around") or before.head.pos_ == "VERB")


def _company(doc: Doc, name: Name) -> Counter[str]:
    """What the words around say of the kind: "naming X", "X, who ...", "X, a lawyer", "the newspaper X", "X's
    grandmother".
    """
    span = doc[name.start : name.end]
    counts: Counter[str] = Counter()
    head = span.root
    before = description_of(span.doc[span.start - 1]) if span.start else None
    if name.rule == INTRODUCED or (before and before.kind == "organisation"):
        relative = head.dep_ in ("nsubj", "nsubjpass") and head.head.dep_ == "relcl"  # "the company Roe founded"
        counts["organisation"] += 0 if relative else WORD_WEIGHT
    elif before and before.kind == "person" and span.doc[span.start - 1].tag_ == "NN":
        counts["person"] += 2
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is not None and after.lower_ in titles() and after.pos_ == "NOUN":
        counts["organisation"] += 2
    if head.dep_ == "poss" and head.head.lemma_.lower() in word_class("kin"):
        counts["person"] += 2  # "Moore's grandmother"
    if _is_identified(head) or (head.dep_ == "dobj" and head.head.lemma_.lower() in NAMING_VERBS):
        counts["person"] += TITLE_WEIGHT
    for child in head.children:
        if not span.end <= child.left_edge.i <= span.end + 1:
            continue
        if child.dep_ == "relcl" and any(token.lower_ in ("who", "whom") for token in child.children):
            counts["person"] += TITLE_WEIGHT if name.rule == GUESSED else 2
        if child.dep_ == "relcl" and any(token.lower_ == "which" for token in child.children):
            counts["organisation"] += 1
        if child.dep_ == "appos":
            described = description_of(child)
            if described:
                counts[described.kind] += TITLE_WEIGHT if described.kind == "organisation" else 2
    return +counts


def _is_identified(name: Token) -> bool:
    """Whether someone is told to be of that name: "the driver was identified as X"."""
    if name.dep_ != "pobj" or name.head.lower_ != "as" or name.head.head.lemma_.lower() != "identify":
        return False
    verb = name.head.head
    nouns = [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")] + ([verb.head] if verb.dep_ == "acl" else [])
    return any((described := description_of(noun)) is not None and described.kind == "person" for noun in nouns)


def _is_personal(doc: Doc, name: Name) -> bool:
    """Whether the words before are a title of this name and not a subject of their own ("the minister Tuesday")."""
    if name.title_start == name.start:
        return False
    return is_capitalised(doc[name.title_start]) or doc[name.start].pos_ == "PROPN"


def _beside_person_noun(doc: Doc, name: Name) -> bool:
    """Whether commas set the name beside a noun for one person: "a spokesman for the bank, X, said", "X, a lawyer"."""
    if name.end < len(doc) and doc[name.end].text == ",":
        if _first_noun(doc, range(name.end + 1, min(len(doc), name.end + 6))) == "person":
            return True
        if name.start > 1 and doc[name.start - 1].text == ",":
            before = range(name.start - 2, max(doc[name.start].sent.start, name.start - 8) - 1, -1)
            return any(describes_someone(doc[i]) for i in before)
    return False


def _first_noun(doc: Doc, positions: range) -> str | None:
    """The kind of the first noun phrase's head among `positions`, if an article or adjective leads to it."""
    for i in positions:
        token = doc[i]
        if token.pos_ == "NOUN" and (token.i + 1 >= len(doc) or token.nbor().pos_ not in ("NOUN", "PROPN")):
            closed = token.i + 1 < len(doc) and (token.nbor().pos_ == "ADP" or token.nbor().text in (",", ".", ")"))
            return "person" if closed and describes_someone(doc[i]) else "other"
        if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT") or token.text == ",":
            return None
    return None


def _acts_like_person(doc: Doc, name: Name) -> bool:
    """Whether an alleged place that no gazetteer knows is the subject of a deed ("Adele posted a photo"); an alleged
    site only where it is some country's ("Japan's Shota Minagawa finished first").
    """
    head = doc[name.start : name.end].root
    if head.dep_ != "nsubj" or not acts(head) or is_known_place(name.text):
        return False
    owned = name.start > 1 and doc[name.start - 1].tag_ == "POS" and doc[name.start - 2].text in all_country_forms()
    return name.rule == "GPE" or (_is_plain(name) and owned)


def _speaks_like_person(doc: Doc, name: Name) -> bool:
    """Whether an alleged work's title says something ('..." Ada Roe told reporters')."""
    head = doc[name.start : name.end].root
    return _is_plain(name) and head.dep_ == "nsubj" and speech_verbs().get(head.head.lemma_.lower()) == "say"


def _is_plain(name: Name) -> bool:
    return len(name.text.split()) in (2, 3) and name.text.replace("-", " ").replace(" ", "").isalpha()


def _begins_with_given_name(name: Name) -> bool:
    return " " in name.text and gender_of_given(name.key.split()[0]) is not None
