"""Names in a parsed article: takes the `Doc`, gives non-overlapping `Name` spans with a kind that fits them all.

The statistical tagger proposes; lexicons of countries and organisations correct it, titles and telling words
("Ministry", "Airport") outvote it, and all occurrences of one name in the article get the kind that most of the
evidence speaks for. What the tagger missed is found where the same name was recognised elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from ingest.extract.participants.countries import capitals
from ingest.extract.participants.descriptions import descriptions
from ingest.extract.participants.gazetteer import Known, gazetteer, uncased_gazetteer
from ingest.extract.participants.phrases import PhraseTable, plain
from ingest.extract.participants.places import regions
from ingest.extract.participants.shapes import (
    PARTICLES,
    SUFFIXES,
    given_names,
    is_capitalised,
    kind_of_last_word,
    looks_like_name,
    stands_for,
)
from ingest.extract.participants.titles import title_before, titles

KIND_OF_LABEL = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "PRODUCT": "organisation",
}
OTHER_LABELS = frozenset({"EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"})
ACTIVE = frozenset({"nsubj", "nsubjpass", "dobj", "poss"})
NAMING_VERBS = frozenset({"name", "identify", "appoint", "nominate", "elect", "marry"})
TITLE_WEIGHT = 3
WORD_WEIGHT = 4
FEW_CAPITALS = 0.02  # share of capitalised words below which a text is taken to have lost its capitals


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `start` to `end` (exclusive) name something; `title_start` is where a title before it begins.

    `kind` is an entity's kind or `place` or `other`; `known` the lexicon's entry, where it has one.
    """

    start: int
    end: int
    title_start: int
    text: str
    kind: str
    rule: str
    known: Known | None = None
    gender: str | None = None

    @property
    def key(self) -> str:
        """The name as it is compared: plain characters, lower case."""
        return plain(self.text).lower()


def find_names(doc: Doc) -> list[Name]:
    """All names of `doc`, in order, none overlapping another."""
    claimed = _Claims(doc)
    proposals = list(_tagged(doc))
    for name in _known_names(doc, proposals):
        claimed.add(name)
    for name in proposals:
        claimed.add(name)
    for name in [*_titled(doc, claimed), *_with_given_name(doc, claimed)]:
        claimed.add(name)
    for name in _unseen(doc, claimed):
        claimed.add(name)
    names = _one_kind_each(doc, claimed.names())
    return _again(doc, names)


class _Claims:
    """Which tokens are taken by which name; who comes first keeps its tokens."""

    def __init__(self, doc: Doc) -> None:
        self.taken: list[Name | None] = [None] * len(doc)

    def add(self, name: Name) -> None:
        if not any(self.taken[name.start : name.end]):
            self.taken[name.start : name.end] = [name] * (name.end - name.start)

    def names(self) -> list[Name]:
        return list(dict.fromkeys(name for name in self.taken if name))


# --- proposals of the tagger ------------------------------------------------------------------------


def _tagged(doc: Doc) -> Iterator[Name]:
    for entity in doc.ents:
        if entity.label_ in KIND_OF_LABEL or entity.label_ in OTHER_LABELS:
            kind = KIND_OF_LABEL.get(entity.label_, "other")
            for start, end in _parts(doc, entity, kind):
                span = _trimmed(doc, start, end, kind)
                if span and looks_like_name(span):
                    yield _name(doc, span.start, span.end, kind, entity.label_)


def _parts(doc: Doc, entity: Span, kind: str) -> Iterator[tuple[int, int]]:
    """The entity in one piece; what the tagger took for one person over a comma or a line end, in several."""
    start = entity.start
    for token in entity:
        splits = token.text in (",", "(", ";", ":", "—", "/") and kind == "person"
        if splits and token.i + 1 < entity.end and doc[token.i + 1].lower_ in SUFFIXES:
            continue
        if splits or "\n" in token.text:
            yield start, token.i
            start = token.i + 1
    yield start, entity.end


def _name(doc: Doc, start: int, end: int, kind: str, rule: str, known: Known | None = None) -> Name:
    before = title_before(doc, start) if kind in ("person", "organisation", "place", "other") and not known else None
    begin, gender = (before[0], before[1].gender) if before else (start, None)
    return Name(start, end, begin, doc[start:end].text, kind, rule, known, gender)


def _trimmed(doc: Doc, start: int, end: int, kind: str) -> Span | None:
    """The span without article, title, possessive and stray marks, stretched over the rest of a broken name."""
    while start < end and not is_capitalised(doc[start]) and doc[start].lower_ not in PARTICLES:
        start += 1
    while start < end and doc[start].lower_ in ("the", "a", "an"):
        start += 1
    while start < end and not (
        is_capitalised(doc[end - 1]) or doc[end - 1].text[:1].isdigit() or _is_joined(doc, end - 1)
    ):
        end -= 1
    if kind == "person":
        start, end = _stretched(doc, _past_titles(doc, start, end), end)
    elif start < end:
        start, end = _hyphenated(doc, start, end)
    return doc[start:end] if start < end else None


def _past_titles(doc: Doc, start: int, end: int) -> int:
    """Where the name proper begins in "President Obama" or "Mr. Baker"."""
    for cut in range(end - 1, start, -1):
        if doc[start:cut].text.lower() in titles():
            return cut
    return start


def _stretched(doc: Doc, start: int, end: int) -> tuple[int, int]:
    start, end = _hyphenated(doc, start, end)
    while end < len(doc) and _continues(doc, end):
        end += 1
    start, end = _hyphenated(doc, start, end)
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in SUFFIXES:
        end += 2
    elif end < len(doc) and doc[end].lower_ in SUFFIXES:
        end += 1
    return start, end


def _continues(doc: Doc, i: int) -> bool:
    token = doc[i]
    if doc[i - 1].whitespace_ != " " or token.is_sent_start or token.ent_type_ not in ("", "PERSON"):
        return False
    if token.lower_ in PARTICLES:
        return i + 1 < len(doc) and is_capitalised(doc[i + 1]) and doc[i + 1].pos_ == "PROPN"
    return token.pos_ == "PROPN" and is_capitalised(token) and token.text.isalpha() and token.lower_ not in titles()


def _hyphenated(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The whole of "Kim Jong-un" and "al-Assad", whose hyphens the tokenizer cuts at."""
    while (
        end + 1 < len(doc) and doc[end].text in ("-", "‑") and not doc[end - 1].whitespace_ and not doc[end].whitespace_
    ):
        if not doc[end + 1].text.isalpha() or doc[end + 1].pos_ in ("VERB", "ADJ"):
            break
        end += 2
    while start >= 2 and doc[start - 1].text in ("-", "‑") and not doc[start - 1].whitespace_:
        if doc[start - 2].whitespace_ or not (doc[start - 2].lower_ in PARTICLES or is_capitalised(doc[start - 2])):
            break
        start -= 2
    return start, end


def _spaced(doc: Doc, hyphen: int) -> bool:
    return bool(doc[hyphen - 1].whitespace_ or doc[hyphen].whitespace_)


def _can_end(doc: Doc, i: int) -> bool:
    return is_capitalised(doc[i]) or doc[i].text[:1].isdigit() or _is_joined(doc, i)


def _is_joined(doc: Doc, i: int) -> bool:
    """Whether token `i` is the lower-case rest of a hyphenated name ("un" in "Jong-un")."""
    return i >= 2 and doc[i - 1].text == "-" and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_


# --- names from lexicons -----------------------------------------------------------------------------


def _known_names(doc: Doc, proposals: list[Name]) -> Iterator[Name]:
    """Lexicon names that stand alone; one inside a longer proper name ("Bank of China") is left to that name."""
    spans = {i: name for name in proposals for i in range(name.start, name.end)}
    table = uncased_gazetteer() if _lacks_capitals(doc) else gazetteer()
    abbreviations = _explained(doc)
    for match in table.find(doc):
        if doc[match.start : match.end].text in abbreviations:
            continue
        over = [spans[i] for i in range(match.start, match.end) if i in spans]
        known = match.value
        if _is_part_of_longer(doc, match.start, match.end, known, over):
            continue
        yield Name(
            match.start, match.end, match.start, doc[match.start : match.end].text, known.kind, known.rule, known
        )


def _explained(doc: Doc) -> dict[str, str]:
    """Abbreviations that the article itself explains, with their last word: "Economic Partnership Agreement (EPA)"."""
    found = {}
    for token in doc[1:-1]:
        if token.text.isupper() and doc[token.i - 1].text == "(" and doc[token.i + 1].text == ")":
            before = [t.text for t in doc[max(0, token.i - 10) : token.i - 1] if is_capitalised(t)]
            initials = "".join(word[0] for word in before[-len(token.text) :])
            if len(token.text) > 1 and initials.upper() == token.text.replace(".", ""):
                found[token.text] = before[-1]
    return found


def _is_part_of_longer(doc: Doc, start: int, end: int, known: Known, over: list[Name]) -> bool:
    for name in over:
        if name.start < start or name.end > end:
            if name.kind == "person":
                return True
            if name.kind in ("organisation", "other") and not (known.rule == "demonym" and name.end == end):
                return _is_proper_whole(doc, name)
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


def _lacks_capitals(doc: Doc) -> bool:
    words = [token for token in doc if token.is_alpha and not token.is_sent_start]
    return len(words) > 20 and sum(is_capitalised(token) for token in words) < FEW_CAPITALS * len(words)


# --- names after titles ------------------------------------------------------------------------------


def _titled(doc: Doc, claimed: _Claims) -> Iterator[Name]:
    """Capitalised words after a capitalised title, which the tagger did not see."""
    for i, token in enumerate(doc):
        if claimed.taken[i] or not is_capitalised(token) or token.pos_ != "PROPN" or token.is_sent_start:
            continue
        before = title_before(doc, i)
        if not before or not is_capitalised(doc[before[0]]) or token.lower_ in titles():
            continue
        start, end = _stretched(doc, i, i + 1)
        if not any(claimed.taken[start:end]):
            yield Name(start, end, before[0], doc[start:end].text, "person", "after a title", gender=before[1].gender)


def _with_given_name(doc: Doc, claimed: _Claims) -> Iterator[Name]:
    """A known given name and the capitalised word after it, which the tagger took for another kind ("Theresa May")."""
    for token in doc[:-1]:
        after = doc[token.i + 1]
        if token.lower_ not in given_names() or claimed.taken[token.i] or claimed.taken[after.i]:
            continue
        if is_capitalised(token) and is_capitalised(after) and after.is_alpha and not after.is_sent_start:
            start, end = _stretched(doc, token.i, token.i + 2)
            yield _name(doc, start, end, "person", "given name")


def _unseen(doc: Doc, claimed: _Claims) -> Iterator[Name]:
    """Capitalised words that act or are acted on, which nothing else took for a name ("Barclays expects ...")."""
    common = {token.lower_ for token in doc if token.text.islower()}
    for token in doc:
        if token.tag_ not in ("NNP", "NNPS") or token.dep_ not in ACTIVE or claimed.taken[token.i]:
            continue
        if token.ent_type_ or not is_capitalised(token) or token.lower_ in common or token.lower_ in titles():
            continue
        start = token.i
        while start > token.sent.start and _joins(doc[start - 1], claimed):
            start -= 1
        if token.lemma_.lower() not in descriptions() and len(token) > 2:
            yield _name(doc, start, token.i + 1, "organisation", "capitalised taker-part")


def _joins(before: Token, claimed: _Claims) -> bool:
    capital = is_capitalised(before) and before.pos_ == "PROPN" and before.whitespace_ == " "
    return capital and not claimed.taken[before.i] and before.lower_ not in titles()


# --- one kind for one name ---------------------------------------------------------------------------


def _one_kind_each(doc: Doc, names: list[Name]) -> list[Name]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if not name.known:
            votes[name.key].update(_evidence(doc, name))
    surnames = {
        key.split()[-1] for key, counts in votes.items() if " " in key and counts.most_common(1)[0][0] == "person"
    }
    for key, counts in votes.items():
        if key in surnames and kind_of_last_word(key) is None:
            counts["person"] += counts.total()
    for abbreviation, kind in _abbreviated_kinds(doc, names):
        if abbreviation in votes:
            votes[abbreviation][kind] += WORD_WEIGHT
    decided = {key: counts.most_common(1)[0][0] for key, counts in votes.items()}
    return [name if name.known else replace(name, kind=decided[name.key]) for name in names]


def _abbreviated_kinds(doc: Doc, names: list[Name]) -> Iterator[tuple[str, str]]:
    """Abbreviations, lower case, with the kind that the last word of what they stand for tells."""
    for abbreviation, last_word in _explained(doc).items():
        kind = kind_of_last_word(f"the {last_word}")
        if kind:
            yield abbreviation.lower(), kind
    telling = {name.text: kind for name in names if (kind := kind_of_last_word(name.text))}
    for name in names:
        if name.text.isupper():
            for text, kind in telling.items():
                if stands_for(name.text, text):
                    yield name.key, kind


def _evidence(doc: Doc, name: Name) -> Counter[str]:
    counts = Counter({name.kind: 1})
    by_word = kind_of_last_word(name.text)
    if by_word:
        counts[by_word] += WORD_WEIGHT
    elif _begins_with_given_name(name) or _is_personal(doc, name):
        counts["person"] += TITLE_WEIGHT
    if name.text in capitals():
        counts["place"] += 2
    if name.key in regions():
        counts["place"] += WORD_WEIGHT
    counts.update(_company(doc[name.start : name.end]))
    if name.text.split()[-1].lower() in SUFFIXES:
        counts["person"] += TITLE_WEIGHT
    if name.end + 1 < len(doc) and doc[name.end].text == "," and doc[name.end + 1].text.isdigit():
        counts["person"] += 1 if len(doc[name.end + 1]) == 2 else 0
    return counts


def _company(span: Span) -> Counter[str]:
    """What the words around say of the kind: "naming X", "X, who ...", "X, a lawyer", "the newspaper X"."""
    counts: Counter[str] = Counter()
    head = span.root
    before = descriptions().get(span.doc[span.start - 1].lower_) if span.start else None
    if before and before.kind == "organisation":
        counts["organisation"] += TITLE_WEIGHT
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is not None and after.lower_ in titles() and after.pos_ == "NOUN":
        counts["organisation"] += 2
    if head.dep_ == "dobj" and head.head.lemma_.lower() in NAMING_VERBS:
        counts["person"] += TITLE_WEIGHT
    for child in head.children:
        if not span.end <= child.left_edge.i <= span.end + 1:
            continue
        if child.dep_ == "relcl" and any(token.lower_ in ("who", "whom") for token in child.children):
            counts["person"] += 2
        if child.dep_ == "relcl" and any(token.lower_ == "which" for token in child.children):
            counts["organisation"] += 1
        if child.dep_ == "appos":
            described = descriptions().get(child.lemma_.lower())
            counts[described.kind if described else "other"] += 2 if described else 0
    return +counts


def _is_personal(doc: Doc, name: Name) -> bool:
    """Whether the words before are a title of this name and not a subject of their own ("the minister Tuesday")."""
    if name.title_start == name.start:
        return False
    return is_capitalised(doc[name.title_start]) or doc[name.start].pos_ == "PROPN"


def _begins_with_given_name(name: Name) -> bool:
    return " " in name.text and name.key.split()[0] in given_names()


# --- the same names again ----------------------------------------------------------------------------


def _again(doc: Doc, names: list[Name]) -> list[Name]:
    """Adds the occurrences of recognised names, and of the persons' surnames, that were not seen as names."""
    taken = {i for name in names for i in range(name.start, name.end)}
    found: dict[str, tuple[str, Known | None]] = {}
    for name in names:
        if name.kind != "other" and is_capitalised(doc[name.start]):
            found.setdefault(name.text, (name.kind, name.known))
    for name in names:
        last = name.text.split()[-1]
        if name.kind == "person" and " " in name.text and len(last) > 2 and last[0].isupper():
            found.setdefault(last, ("person", None))
    table = PhraseTable(found.items())
    missed: list[Name] = []
    for match in table.find(doc):
        span = range(match.start, match.end)
        if taken.isdisjoint(span) and _can_be_name(doc[match.start]):
            kind, known = match.value
            missed.append(_name(doc, match.start, match.end, kind, "same name elsewhere", known))
    return sorted([*names, *missed], key=lambda name: name.start)


def _can_be_name(token: Token) -> bool:
    return is_capitalised(token) and (token.pos_ in ("PROPN", "NOUN", "ADJ", "X") or not token.is_sent_start)
