"""Who the words for a source stand for: takes the head of those words, gives the entity that speaks, or None.

A name beside a description wins over the description ("her counterpart, Jane Roe", "study co-author and fellow Jane
Roe"); a document speaks for its author; "the 30-year-old" and other descriptions of nobody told before stand for whom
the sentence before is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from ingest.extract.cast import Cast
from ingest.extract.participants.descriptions import description_of
from ingest.extract.participants.titles import title_of_head
from ingest.extract.speech.authors import is_passed_on, publisher_of, speaker_behind
from ingest.extract.speech.verbs import DOCUMENTS, UTTERANCES, speech_verbs

UNNAMED = frozenset({"description", "quantity of those named"})
REACH = 14  # tokens behind the head of a description in which its name is looked for
CLOSING = frozenset({",", ".", ";", ":", ")", "—", "–"})
CALLED, KNOWN = frozenset({"called", "named"}), frozenset({"known", "identified", "introduced"})
NAMES_AFTER = frozenset({"oprd", "appos", "attr", "dobj", "pobj"})
LINKS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "CCONJ", "NUM", "PART", "ADP"})
OF_ALL = ("s", "ese", "ch", "sh", "men")  # endings of nationalities that can mean a whole people
THIRD = frozenset({"he", "she", "they", "it"})
DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})


class Speakers:
    """The speakers of one article; `quoted` are the tokens that are somebody's words."""

    def __init__(self, cast: Cast, quoted: set[int]) -> None:
        self.cast = cast
        self.quoted = quoted
        self.demonyms = {m.start for m in cast.mentions if m.rule == "demonym"}
        self.named = {i for m in cast.mentions if m.rule not in UNNAMED and "pronoun" not in m.rule for i in m.entities}

    def behind(self, source: Token, last: int | None) -> int | None:
        """The entity that `source` heads the words for; `last` is who spoke last."""
        beside = self._named_beside(source)
        if beside is not None:
            return beside
        if self._is_of_a_people(source):
            person = self.subject_before(source)
            if person is not None:
                return person
        author = source if self._person(source) is not None else speaker_behind(self.cast, source)
        found = next(iter(self.cast.entities_at(author)), None)
        if found in self.named or (found is not None and author is not source):
            return found
        if source.pos_ == "PRON":
            if found is None and source.lower_ == "it":
                return self._body_before(source) if source.head.lemma_ != "read" else self._writer_before(source)
            return found if found is not None or source.lower_ not in THIRD else last
        if source.lemma_.lower() in DOCUMENTS:
            again = source.lemma_.lower() in UTTERANCES and not is_passed_on(source)
            return last if found is None and again else found
        if found is None and self._is_back_reference(source):
            return self.subject_before(source, last)
        return found

    def _is_of_a_people(self, source: Token) -> bool:
        """Whether one person is meant by a nationality: "the Italian said", but not "the Chinese said"."""
        alone = source.i and source.nbor(-1).lower_ == "the" and source.tag_ not in ("NNS", "NNPS")
        return bool(alone) and source.idx in self.demonyms and not source.text.endswith(OF_ALL)

    # --- names beside descriptions ---

    def _named_beside(self, source: Token) -> int | None:
        """The person whose name ends the noun phrase of `source`, or follows it between commas."""
        noun = source.tag_ in ("NN", "NNP", "CD", "JJ", "JJS") or source.lower_ == "another"
        noun = noun or title_of_head(source) is not None
        if not noun or self._person(source) is not None:
            return None
        for token in self._phrase(source):
            person = self._person(token)
            if person is None:
                continue
            before = source.doc[token.i - 1]
            if before.text == ",":
                return person if self._closes(token, person) else None
            if before.pos_ != "ADP" and token.dep_ not in ("poss", "pobj"):
                return person
            return None
        apposed = self._apposed(source)
        return self._so_called(source) if apposed is None else apposed

    def _so_called(self, source: Token) -> int | None:
        """Whose name is given behind a description: "the guard, a man known to all as Roe", "a nurse who gave her name
        as Ada".
        """
        for token in source.doc[source.i + 1 : source.i + REACH]:
            if token.i in self.quoted or "\n" in token.text or token.is_sent_start:
                return None
            names = [child for child in token.children if child.dep_ in NAMES_AFTER and child.i > token.i]
            if names and (_is_called(token, source) or (token.lower_ == "as" and _gives_name(token.head, source))):
                return self._person(names[0])
        return None

    def _apposed(self, source: Token) -> int | None:
        """Who stands behind a comma with a title or as one of several: "the host, Minister Jane Roe", "one of them, Roe
        Ltd".
        """
        doc = source.doc
        for name in (child for child in source.children if child.dep_ == "appos" and child.i not in self.quoted):
            behind_comma = name.left_edge.i > 0 and doc[name.left_edge.i - 1].text == ","
            for index in self.cast.entities_at(name) if behind_comma else ():
                fits = self.cast.entities[index].kind == "person" or source.lower_ == "one"
                if fits and index in self.named and self._closes(name, index):
                    return index
        return None

    def _phrase(self, source: Token) -> Iterator[Token]:
        """The tokens behind `source` that can still belong to its noun phrase; what a comma begins ends with a name."""
        doc = source.doc
        for token in doc[source.i + 1 : source.i + REACH]:
            if token.i in self.quoted or "\n" in token.text or token.is_sent_start:
                return
            after_comma = doc[token.i - 1].text == ","
            if after_comma and self._person(token) is None:
                return
            if token.pos_ not in LINKS and token.lower_ not in (",", "-", "them", "those"):
                return
            yield token

    def _person(self, token: Token) -> int | None:
        for index in self.cast.entities_at(token):
            if self.cast.entities[index].kind == "person" and index in self.named:
                return index
        return None

    def _closes(self, token: Token, person: int) -> bool:
        """Whether a name behind a comma is an apposition: another comma, the end or a mark follows it."""
        doc, i = token.doc, token.i
        while i < len(doc) and person in self.cast.entities_at(doc[i]):
            i += 1
        return i >= len(doc) or doc[i].text in CLOSING or doc[i].is_space

    # --- descriptions of nobody told before ---

    def _is_back_reference(self, source: Token) -> bool:
        """Whether one person told before can be meant: "the 30-year-old", "the Oslo professor"."""
        described = description_of(source)
        title = title_of_head(source)
        doc, first = source.doc, source.left_edge.i
        aged = source.i > 2 and doc[source.i - 3 : source.i].text == "-year-"
        if source.lower_ == "year" and doc[source.i : source.i + 3].text.lower() == "year-old":
            aged, first = True, max(0, first - 1)  # the parser may hang "the" on the verb
        person = title is not None or (described is not None and described.kind == "person")
        if not aged and not (person and source.tag_ in ("NN", "NNP")):
            return False
        return any(token.lower_ in DEFINITE for token in doc[first : source.i])

    def subject_before(self, source: Token, last: int | None = None) -> int | None:
        """The named person that the words before, back to the sentence before, are about; else who spoke last."""
        for sentence in self._sentences_back(source):
            for token in reversed(sentence):
                if token.i < source.i and token.dep_ in ("nsubj", "nsubjpass") and token.i not in self.quoted:
                    beside = (child for child in token.children if child.dep_ == "appos")
                    person = next((p for t in (token, *beside) if (p := self._person(t)) is not None), None)
                    if person is not None:
                        return person
        return last if last is not None and self.cast.entities[last].kind == "person" else None

    def _body_before(self, source: Token) -> int | None:
        """The body or country that the words before make speak: "the board said in a tweet. '...,' it added"; or the
        author of the one document that they tell of: "the bank's report blames the weather. It says '...'".

        None where those tell of a second thing that "it" may be.
        """
        *_, sentence = self._sentences_back(source)
        subjects = [t for t in sentence if t.dep_ in ("nsubj", "nsubjpass") and t.i < source.i]
        told = [t for t in subjects if t.i not in self.quoted and t.pos_ != "PRON"]
        speaking = [t for t in told if t.head.dep_ == "ROOT" and t.head.lemma_.lower() in speech_verbs()]
        bodies = [i for t in speaking for i in self.cast.entities_at(t) if self.cast.entities[i].kind != "person"]
        others = [t for t in told if t not in speaking and t.tag_ in ("NN", "NNP") and self._may_be_it(t)]
        if others:
            is_alone = len(others) == 1 and not bodies and others[0].head.dep_ == "ROOT"
            return self._author(others[0]) if is_alone else None
        return bodies[0] if bodies else None

    def _writer_before(self, source: Token) -> int | None:
        """Who wrote what "it read" means: the document last told of in the words before."""
        for sentence in self._sentences_back(source):
            for token in reversed(sentence):
                if token.i < source.i and token.i not in self.quoted and token.lemma_.lower() in DOCUMENTS:
                    return self._author(token)
        return None

    def _author(self, document: Token) -> int | None:
        """Who issued a document, if the words tell."""
        if document.lemma_.lower() not in DOCUMENTS:
            return None
        author: Token | None = speaker_behind(self.cast, document)
        if author == document or (author is not None and author.dep_ == "nsubj" and author.head in document.ancestors):
            author = publisher_of(self.cast, document)
        return None if author is None else next(iter(self.cast.entities_at(author)), None)

    def _may_be_it(self, token: Token) -> bool:
        """Whether "it said" can mean what a noun does: a body, a country or a document."""
        bodies = [i for i in self.cast.entities_at(token) if self.cast.entities[i].kind != "person"]
        return bool(bodies) or token.lemma_.lower() in DOCUMENTS

    def subject_right_before(self, run: Span) -> Token | None:
        """The named subject of the last words before `run` that are nobody's speech, or None."""
        doc = run.doc
        before = next((t for t in reversed(doc[: run.start]) if t.is_alpha or t.i in self.quoted), None)
        if before is None or before.i in self.quoted:
            return None
        for token in before.sent:
            leads = token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT" and token.i < run.start
            if leads and self.quoted.isdisjoint((token.i, token.head.i)) and self._has_name(token):
                return token
        return None

    def _has_name(self, token: Token) -> bool:
        entities = self.cast.entities_at(token)
        return len(entities) == 1 and entities[0] in self.named

    def _sentences_back(self, source: Token) -> Iterator[Span]:
        """The sentence of `source` and the nearest before it that is not all speech."""
        sentence = source.sent
        yield sentence
        while sentence.start:
            sentence = source.doc[sentence.start - 1].sent
            yield sentence
            if any(token.is_alpha and token.i not in self.quoted for token in sentence):
                return


def _is_called(verb: Token, source: Token) -> bool:
    """Whether a participle names who is described: "a school inspector called Roe", not "who called Roe"."""
    return verb.lower_ in CALLED and verb.tag_ == "VBN" and verb.dep_ == "acl" and _is_of(verb.head, source)


def _gives_name(verb: Token, source: Token) -> bool:
    """Whether "as" behind a verb gives a name: "known as", "who is known as", "who gave her name as"."""
    if (
        verb.dep_ not in ("acl", "relcl")
        or not _is_of(verb.head, source)
        or any(c.dep_ == "neg" for c in verb.children)
    ):
        return False
    if verb.lower_ in KNOWN:
        return verb.dep_ == "acl" or any(child.dep_ == "nsubjpass" for child in verb.children)
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.lower_ == "name"]
    return verb.lemma_ == "give" and any(c.dep_ == "poss" for name in objects for c in name.children)


def _is_of(noun: Token, source: Token) -> bool:
    """Whether a noun is the description itself, or stands beside it or within it ("one of the nurses")."""
    return noun == source or (noun.dep_ in ("appos", "pobj", "conj") and source in noun.ancestors)
