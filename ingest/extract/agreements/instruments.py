"""Named pacts: takes a parsed article, gives each name of a treaty, pact or memorandum with its abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ingest.extract.agreements.lexicon import words
from ingest.extract.agreements.syntax import is_programme
from ingest.nlp import text_of

ABBREVIATED = re.compile(
    r"\s*(?:,\s*(?:also\s+|commonly\s+)?(?:known|abbreviated|referred to)\s+as|,?\s*or|\(|,)"
    r"\s*(?:the\s+)?([A-Z][A-Za-z]*[A-Z])\b"
)
JOINERS = frozenset({"of", "on", "and", "for", "the", "/", "-", "–", "&"})
LONGEST = 9  # words of a name


@dataclass(frozen=True, slots=True)
class Instrument:
    """A named pact; `head` is the token index of its last word ("Agreement"), `first` to `last` those of the name."""

    name: str
    head: int
    first: int
    last: int
    short: str | None = None

    @property
    def key(self) -> str:
        """What tells the name from others: "louvre" for "the Louvre pact" and "Louvre agreement"."""
        telling = [word for word in self.name.lower().split() if word not in words("title") and word != "the"]
        return " ".join(telling) or self.name.lower()


def find_instruments(doc: Doc) -> list[Instrument]:
    """All named pacts of an article, in text order. A name is capitalised, or a place or date before "pact"."""
    heads = [token for token in doc if token.lower_ in words("title") and token.pos_ in {"NOUN", "PROPN"}]
    found = [instrument for head in heads if (instrument := _around(head)) is not None]
    found = [instrument for instrument in found if not is_programme(doc[instrument.head])]
    return [
        i for i in found if not any(o is not i and o.first <= i.head <= o.last and o.first < i.first for o in found)
    ]


def instrument_at(named: Sequence[Instrument], token: int) -> Instrument | None:
    """The pact whose name holds a token."""
    return next((i for i in named if i.first <= token <= i.last), None)


def _around(head: Token) -> Instrument | None:
    doc, first = head.doc, head.i
    while first > head.sent.start and head.i - first < LONGEST and _belongs(doc[first - 1], head):
        first -= 1
    while first < head.i and not _is_capital(doc[first]):
        first += 1
    last = _right_end(head) if head.text[:1].isupper() else head.i
    telling = [t for t in doc[first : last + 1] if _is_capital(t) and t.i != head.i]
    if not telling or not _is_title(head, telling):
        return None
    after = ABBREVIATED.match(text_of(doc), doc[last].idx + len(doc[last].text))
    name = doc[first : last + 1].text
    short = after.group(1) if after and _abbreviates(after.group(1), name) else None
    return Instrument(name, head.i, first, last, short)


def _is_title(head: Token, telling: Sequence[Token]) -> bool:
    """A capitalised head, or one lower-case head right after the place or person that it is named for."""
    if head.text[:1].isupper():
        return True
    before = head.nbor(-1)
    named_for = before.ent_type_ in {"GPE", "FAC", "LOC", "PERSON", "ORG"} and before.tag_ in {"NNP", "NNPS"}
    return len(telling) == 1 and telling[0].i == before.i and named_for and head.lower_ != "deal"


def _right_end(head: Token) -> int:
    """ "Treaty on the Non-Proliferation of Nuclear Weapons": capitals joined on to the head from the right."""
    doc, last, i = head.doc, head.i, head.i + 1
    if i >= len(doc) or doc[i].lower_ not in {"of", "on", "for"}:
        return last
    for token in doc[i : min(head.sent.end, i + LONGEST)]:
        if token.text[:1].isupper():
            last = token.i
        elif token.lower_ not in JOINERS:
            break
    return last


def _belongs(token: Token, head: Token) -> bool:
    if token.lower_ in {"and", "the"} and not head.text[:1].isupper():
        return False
    return _is_capital(token) or token.lower_ in JOINERS


def _is_capital(token: Token) -> bool:
    opens_sentence = token.is_sent_start and (token.is_stop or token.pos_ in {"DET", "ADP", "PRON", "ADV"})
    return token.text[:1].isupper() and token.pos_ not in {"PRON", "DET", "SCONJ", "VERB"} and not opens_sentence


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of an abbreviation come in order in the name, from the first on."""
    return short[:1] == name[:1].upper() and _in_order(short.lower(), iter(name.lower()))


def _in_order(letters: str, text: Iterator[str]) -> bool:
    return all(letter in text for letter in letters)
