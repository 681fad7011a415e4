"""Whose words: takes a run between marks in a parsed article, gives the words that name its source, and the cue.

Every verb of speech around the run, and every "according to", proposes its subject; the proposal wins that stands
nearest in the usual places (right after the run, right before it, governing it) and names someone who can speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from ingest.extract.speech.speakers import Speakers
from ingest.extract.speech.verbs import DOCUMENTS, speech_verbs

VIEWS = frozenset({"view", "opinion", "words", "estimation", "judgment", "judgement"})  # "in her view"
TURNS = frozenset({"while", "but", "although", "though", "because", "when", "after", "before", "if", "whereas"})
CLIMBING = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "acl", "dep", "parataxis", "prep", "relcl"})
NOBODY = frozenset({"that", "this", "what", "which", "there", "you", "nobody", "none"})  # "that said, ..."
SOMEONE = frozenset({"one", "another", "others", "some", "many", "several"})
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "PART", "CCONJ", "ADP"})
MARKS = frozenset({'"', "“", "'", "‘", "+"})
NEAR = 4  # tokens between a cue and its run, where nothing else comes in between
REACH = 40  # tokens around a run in which a cue is looked for
WEIGHT = {"say": 2.0, "judge": 0.5, "act": 0.5, "other": -1.0}
UNKNOWN_COST, FAR_COST, PARTICIPLE_COST = 3.0, 0.05, 0.7


@dataclass(frozen=True, slots=True)
class Attribution:
    """The head of the words that name a source, and the cue; `beside` where the cue stands right at the run."""

    source: Token
    cue: str
    beside: bool
    sort: str = "say"
    score: float = 0.0


class Reader:
    """Attributions in one document."""

    def __init__(self, doc: Doc, speakers: Speakers) -> None:
        self.doc = doc
        self.cast = speakers.cast
        self.quoted = speakers.quoted

    def find(self, run: Span) -> Attribution | None:
        """The attribution of the run that these tokens make up, or None."""
        proposals = [*self._after(run), *self._before(run), *self._governing(run)]
        return max(proposals, key=lambda proposal: proposal.score, default=None)

    # --- proposals ---

    def _after(self, run: Span) -> Iterator[Attribution]:
        """'..., X said', '..., said X' and '..., according to X' up to the next run or the sentence's end."""
        after = self._outside_from(run.end, run.text.rstrip().endswith(","))
        if not _leads_on(run, after):
            return
        crossed = bool(after) and "\n" in self.doc[run.end : after[-1].i].text
        for distance, token in enumerate(after):
            if token.lower_ in TURNS or (crossed and _says_more(token)):
                return
            yield from self._proposed(token, distance, bonus=4.0)

    def _before(self, run: Span) -> Iterator[Attribution]:
        """'X said: "..."' and what stands farther before the run in its sentence.

        A run that is a sentence of its own goes on with the speaker of the sentence before ('X said ... . "..."'); one
        after "as" is of whom its verb makes speak ('which X said would last, was hailed by Y as "..."'); "according
        to X" at a sentence's beginning names the source of what stands behind its colon.
        """
        words = self._outside_back(run)
        first = next((token for token in words if token.text not in MARKS), None)
        leading = first.text if first is not None else ""
        introduced = leading in (":", ",")
        for distance, token in enumerate(words):
            sort = speech_verbs().get(token.lemma_.lower())
            judged = sort == "judge" and first is not None and leading == "as" and first.head == token
            nearest = judged or (introduced and sort == "say")
            nearest = nearest or (leading == ":" and token.lower_ == "according" and bool(token.is_sent_start))
            cued = list(self._proposed(token, distance, bonus=4.0 if distance < NEAR or nearest else 1.0))
            yield from cued
            introduced = introduced and not cued
        if introduced and leading == ":":
            yield from self._before_colon(words)
        if leading == ",":
            yield from self._view(words)
        if not any(token.is_alpha for token in words):
            for distance, token in enumerate(self._sentence_before(run)):
                if speech_verbs().get(token.lemma_.lower()) == "say" or token.lower_ == "according":
                    leads = token.dep_ == "ROOT" or (token.dep_ == "prep" and token.head.dep_ == "ROOT")
                    yield from self._proposed(token, distance, bonus=1.5 if leads else 0.5)
                elif _puts_it(token):
                    yield from self._proposed(token, distance, bonus=1.5, any_verb=True)

    def _before_colon(self, words: list[Token]) -> Iterator[Attribution]:
        """'X: "..."' and 'The statement on the sale: "..."': the first words before a colon that name a source."""
        source = next((t for t in reversed(words) if t.pos_ in ("NOUN", "PROPN") and self.can_speak(t)), None)
        if source is not None:
            yield Attribution(source, ":", beside=False)

    def _view(self, words: list[Token]) -> Iterator[Attribution]:
        """'In her view, "..."' and 'In the words of X, "..."'."""
        last = next((token for token in words if token.is_alpha), None)
        noun = next((t for t in words if t.lower_ in VIEWS and t.head.lower_ == "in" and t.dep_ == "pobj"), None)
        if last is None or noun is None or last.i > noun.right_edge.i:
            return
        owners = [child for child in noun.lefts if child.dep_ == "poss"]
        owners += [owner for of in noun.rights if of.lower_ == "of" for owner in of.children if owner.dep_ == "pobj"]
        for owner in owners:
            if self.can_speak(owner):
                yield Attribution(owner, f"in the {noun.lower_} of", beside=True, score=3.0)

    def _governing(self, run: Span) -> Iterator[Attribution]:
        """The verbs above the run in the parse."""
        token = run.root
        for height in range(8):
            if token.i not in self.quoted:
                yield from self._proposed(token, 3 * height, bonus=1.5, any_verb=True)
            if token.head == token:
                return
            token = token.head

    def _proposed(self, cue: Token, distance: int, bonus: float, any_verb: bool = False) -> Iterator[Attribution]:
        if cue.lower_ == "according":
            source, sort, words = _according(cue), "say", "according to"
        else:
            sort = "say" if _puts_it_so(cue) else speech_verbs().get(cue.lemma_.lower(), "other" if any_verb else "")
            if not sort or cue.pos_ not in ("VERB", "AUX"):
                return
            source, words = self._source(cue), cue.text
        if source is None or source.i in self.quoted or source.lower_ in NOBODY:
            return
        score = bonus + WEIGHT[sort] - FAR_COST * distance
        score -= 0.0 if self.can_speak(source) else UNKNOWN_COST / (1 + (cue.lower_ == "according"))
        score -= PARTICIPLE_COST if cue.tag_ == "VBN" else 0.0
        yield Attribution(source, words, bonus >= 4.0 and sort != "other", sort, score)

    # --- where to look ---

    def _outside_from(self, start: int, unfinished: bool) -> list[Token]:
        """The tokens after a run, up to the end of its paragraph; after a run that a comma ends, of the next one."""
        found: list[Token] = []
        for token in self.doc[start : start + REACH]:
            if token.i in self.quoted or (found and found[-1].text in (".", "!", "?", ":", ";")):
                break
            if "\n" in token.text:
                if not unfinished or any(other.is_alpha for other in found):
                    break
                continue
            found.append(token)
        return found

    def _outside_back(self, run: Span) -> list[Token]:
        """The tokens before the run, nearest first: those of its sentence, or of the one that a colon ends."""
        found: list[Token] = []
        for token in reversed(self.doc[max(0, run.start - REACH) : run.start]):
            if "\n" in token.text_with_ws and found and found[-1].text != ":":
                break
            if token.text in (".", "!", "?", ";"):
                break
            if token.i not in self.quoted:
                found.append(token)
        return found

    def _sentence_before(self, run: Span) -> list[Token]:
        """The words outside marks of the sentence before the run in its paragraph, nearest first."""
        found: list[Token] = []
        for token in reversed(self.doc[max(0, run.start - REACH) : run.start]):
            if "\n" in token.text_with_ws or (token.text in (".", "!", "?") and any(t.is_alpha for t in found)):
                break
            if token.i not in self.quoted:
                found.append(token)
        return found

    # --- sources ---

    def can_speak(self, token: Token) -> bool:
        """Whether words headed by `token` name someone, someone's office or a document with an author."""
        speaks = token.pos_ == "PRON" or token.lower_ in SOMEONE or token.lemma_.lower() in DOCUMENTS
        if speaks or self.cast.entities_at(token):
            return True
        return any(child.dep_ in ("compound", "nmod", "poss") and self.cast.entities_at(child) for child in token.lefts)

    def _source(self, verb: Token) -> Token | None:
        """The subject of `verb`: its own, else that of the verb that it depends on ("..., adding that")."""
        fallback: Token | None = None
        for _ in range(5):
            quoted_person = _quoted_person(verb)
            if quoted_person is not None:
                return quoted_person
            for source in self._own_sources(verb):
                if self.can_speak(source):
                    return source
                fallback = fallback or source
            if verb.dep_ not in CLIMBING or verb.head == verb:
                break
            told = _told_by(verb)
            if told is not None:
                verb = told
                continue
            if verb.dep_ in ("acl", "relcl") and self.can_speak(verb.head):
                return verb.head
            verb = verb.head.head if verb.head.dep_ == "prep" else verb.head
        return fallback

    def _own_sources(self, verb: Token) -> Iterator[Token]:
        if verb.i and self.doc[verb.i - 1].lower_ == "as" and verb.tag_ == "VBN":
            return  # "as reported by"
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        for child in verb.children:
            if child.dep_ == "agent":
                yield from (grandchild for grandchild in child.children if grandchild.dep_ == "pobj")
            elif child.dep_ == "nsubj" and not passive and child.i not in self.quoted:
                yield verb.head if child.lower_ in ("who", "which", "that") and verb.dep_ == "relcl" else child
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        finite = verb.tag_ in ("VBD", "VBZ", "VBP") or (verb.tag_ == "VBN" and self._follows_speech(verb))
        if finite and (subject is None or subject.i in self.quoted):
            if verb.lemma_.lower() != "tell":
                yield from self._inverted(verb)
            before = self.doc[verb.i - 1] if verb.i else verb
            named = before.pos_ in ("PROPN", "PRON", "INTJ") and self.cast.entities_at(before)
            if named and before.i not in self.quoted and not _is_adverbial(before, verb):
                yield before
            yield from self._between(verb)

    def _follows_speech(self, verb: Token) -> bool:
        """Whether nothing but a mark stands between somebody's words and the verb."""
        i = verb.i - 1
        while i > 0 and self.doc[i].is_punct and i not in self.quoted:
            i -= 1
        return i >= 0 and i in self.quoted

    def _between(self, verb: Token) -> Iterator[Token]:
        """The first noun between the words in marks and the verb ('"...," one fan, Jane Roe, told a reporter')."""
        start = verb.i
        while start and self.doc[start - 1].pos_ in NOMINAL and self.doc[start - 1].i not in self.quoted:
            start -= 1
        if start and self.doc[start - 1].i in self.quoted:
            nouns = (token for token in self.doc[start : verb.i] if token.pos_ in ("NOUN", "PROPN"))
            yield from (noun for noun in nouns if noun.dep_ != "compound" and not _is_adverbial(noun, verb))

    def _inverted(self, verb: Token) -> Iterator[Token]:
        """The name after the verb in '"...," said Jane Roe', which the parser may take for an object."""
        before = self.doc[verb.i - 1] if verb.i else None
        if before is None or (before.i not in self.quoted and before.text not in ('"', "”", "'", "’", ",")):
            return
        for token in self.doc[verb.i + 1 : verb.i + 7]:
            if token.pos_ not in ("DET", "ADJ", "PROPN", "NOUN", "PRON", "NUM"):
                return
            if (token.pos_ in ("PROPN", "NOUN", "PRON") or token.lower_ == "one") and token.head.i <= verb.i:
                yield token
                return


def _is_adverbial(noun: Token, verb: Token) -> bool:
    """Whether a noun says where or when the verb happens: "on Twitter called it"."""
    return bool(noun.dep_ == "pobj" and noun.head.head == verb)


def _puts_it(verb: Token) -> bool:
    """Whether a verb leads to what someone says next: "his colleague put it more bluntly"."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    return verb.lemma_.lower() == "put" and len(after) == 2 and after[0].lower_ == "it" and after[1].pos_ == "ADV"


def _puts_it_so(verb: Token) -> bool:
    """Whether a verb tells that the words are someone's own: "as one of them put it"."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    told = verb.lemma_.lower() == "put" and len(after) == 2 and after[0].lower_ == "it"
    spoken = told and (after[1].is_punct or after[1].pos_ in ("ADV", "NOUN", "PROPN"))  # not "put it in a bag"
    return spoken and any(child.lower_ == "as" and child.i < verb.i for child in verb.children)


def _told_by(participle: Token) -> Token | None:
    """The verb of speech behind whose object a participle goes on: "wrote to parents saying"."""
    if participle.dep_ != "acl" or participle.tag_ != "VBG" or speech_verbs().get(participle.lemma_.lower()) != "say":
        return None
    told = participle.head
    verb = told.head.head if told.dep_ == "pobj" else told.head if told.dep_ in ("dobj", "dative") else told
    return verb if verb != told and speech_verbs().get(verb.lemma_.lower()) == "say" else None


def _quoted_person(verb: Token) -> Token | None:
    """Whom "quoted" quotes: "the newspaper quoted him as saying", "he was quoted as saying"."""
    if verb.lemma_.lower() != "quote":
        return None
    return next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)


def _leads_on(run: Span, after: list[Token]) -> bool:
    """Whether what follows a run can attribute it: a comma goes between them, or a verb of speech follows at once."""
    text = run.text.rstrip()
    words = [token for token in after if token.text not in ('"', "”", "'", "’")]
    if not words:
        return False
    if words[0].lower_ == "according" or (words[0].lemma_.lower() in speech_verbs() and words[0].pos_ == "VERB"):
        return True
    return text[-1:] in ",?!—…" or words[0].text in (",", "—") or (text[-1:] != "." and words[0].pos_ == "PRON")


def _says_more(cue: Token) -> bool:
    """Whether what someone says follows the verb: "X said the road was open"."""
    return any(child.dep_ == "ccomp" and child.i > cue.i for child in cue.children)


def _according(token: Token) -> Token | None:
    doc = token.doc
    if token.i + 2 >= len(doc) or token.nbor().lower_ != "to":
        return None
    for child in token.nbor().children:
        if child.dep_ == "pobj":
            return child
    return next((t for t in doc[token.i + 2 : token.i + 10] if t.pos_ in ("PROPN", "NOUN", "PRON")), None)


def _is_no_part(token: Token) -> bool:
    """Whether a token at the beginning of the words for a source does not belong to them."""
    cue = token.pos_ == "VERB" and token.lemma_.lower() in speech_verbs()
    return cue or token.pos_ in ("DET", "PUNCT", "SPACE", "CCONJ", "SCONJ")


def words_of(source: Token) -> Span:
    """The words that name a source, without what a comma or a relative clause adds."""
    start, end = source.left_edge.i, source.i + 1
    for child in source.rights:
        if child.dep_ != "prep" or child.i != end:
            break
        end = child.right_edge.i + 1
    for token in source.doc[source.i + 1 : end]:
        if token.text in (",", '"', "“", "'", ":", "(") or token.dep_ in ("relcl", "acl"):
            end = token.i
            break
    for token in reversed(source.doc[start : source.i]):
        if token.text in (",", '"', "“", "”", ":", "(", ")", ";") or "\n" in token.text:
            start = token.i + 1
            break
    while start < source.i and _is_no_part(source.doc[start]):
        start += 1
    return source.doc[start:end]
