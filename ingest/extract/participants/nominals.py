"""Takers-part by description: takes the scene, adds mentions for common nouns ("the gunman", "police", "the court").

A definite description of someone named ("the president", "the company", "the union") stands for that entity; a
government named by its country ("Japanese leadership") for the country; any other description begins an unnamed
entity, called by its own words, which the same words stand for again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from ingest.extract.participants.beside import is_person, named_beside
from ingest.extract.participants.descriptions import Description, broader_posts, deeds, description_of, is_post
from ingest.extract.participants.naming import Found
from ingest.extract.participants.plurals import resolve_plural
from ingest.extract.participants.roles import acts, governor
from ingest.extract.participants.scene import Scene
from ingest.extract.participants.shapes import telling_words
from ingest.extract.participants.tables import words
from ingest.extract.participants.titles import title_of_head
from ingest.extract.participants.unnamed import MODIFIERS, is_definite, unnamed
from ingest.extract.speech.verbs import DOCUMENTS

SUBORDINATE = frozenset({"vice", "deputy", "assistant", "lieutenant", "under"})
PREDICATES = frozenset({"attr", "oprd"})
LONG = 6  # letters of a word that others may be made of
LIVELY = 40  # mentions to look back for the body that "the company" means
BEFORE = ("DET", "PUNCT", "PRON", "CCONJ")  # what no description begins with
QUOTES = ('"', "“", "”")
NATIONAL = ("federal", "national", "central")
ELSEWHERE = ("of", "in", "at", "there", "here")  # behind "the government", say whose it is
OFTEN = 1 / 2  # of how often the country is mentioned that an article tells of most
HEDGES = ("allegedly", "apparently", "possibly", "presumably", "probably", "reportedly", "supposedly")
LINKS = ("of", "for", "on", "against", "in")  # behind what a body is: "Front for a Free Coast"
MEDIA = ("press", "news", "times", "world", "post")  # words of names that mean all newspapers, or no body at all
NO_WORDS_OF_THEIRS = (*HEDGES, "#")  # before a description; the sign marks headings in plain text


def describe(scene: Scene) -> None:
    """Add the descriptions of the article to `scene`, in order of the text."""
    for token in scene.tokens:
        several = resolve_plural(scene, token)
        if several:
            scene.add(several)
            continue
        described = description_of(token) if token.pos_ in ("NOUN", "PROPN") else None
        if described is not None and described.kind == "person":
            _note_trade(scene, token)
        if described is None and (body := _called_short(scene, token)) is not None:
            scene.add(Found(token.i, token.i + 1, (body,), "description by a word of the name"))
        if described is None or _is_taken(scene, token) or is_post(token):
            continue
        if token.dep_ != "compound" and _is_bare(token, described):
            continue
        if token.dep_ in PREDICATES and not _is_there(token):
            _note_predicate(scene, token)
            continue
        _describe(scene, token, described)


def _note_trade(scene: Scene, token: Token) -> None:
    """ "Coroner Jane Roe" tells a role of hers."""
    name = scene.covering.get(token.i + 1)
    if name is not None and name.start == token.i + 1 and token.dep_ == "compound":
        for index in scene.of_kind(name.entities, "person"):
            scene.roles[index].add(token.lemma_.lower())


def count(scene: Scene) -> None:
    """Add "a number of senators" and "dozens of protesters" as mentions of those whom they count."""
    quantities = words("quantity")
    for token in scene.tokens:
        if token.lemma_.lower() in quantities and token.i not in scene.covering:
            counted = [
                child for of in token.rights if of.lower_ == "of" for child in of.children if child.dep_ == "pobj"
            ]
            entities = scene.at(counted[0]) if counted else ()
            if entities:
                scene.add(Found(token.i, token.i + 1, entities, "quantity of those named"))


def _is_taken(scene: Scene, token: Token) -> bool:
    if token.i in scene.covering or token.i in scene.in_names:
        return True
    if token.dep_ == "compound":
        return not _acts_in(token)
    return token.dep_ in ("amod", "nmod")


def _acts_in(token: Token) -> bool:
    """Whether the noun before a noun takes part ("police raid") and does not only say more ("army chief")."""
    if token.head.lemma_.lower() in DOCUMENTS:
        return True
    described = description_of(token)
    collective = described is not None and described.kind != "person"
    return collective and token.head.pos_ == "NOUN" and token.head.lemma_.lower() in deeds()


def _is_there(token: Token) -> bool:
    """Whether the sentence tells that someone is there ("there were four people on board")."""
    return any(child.dep_ == "expl" for child in token.head.children)


def _is_bare(token: Token, described: Description) -> bool:
    """Whether a countable noun stands without article or modifier, as in "on board", "at school", "into force"."""
    if token.tag_ != "NN" or token.dep_ in ("nsubj", "nsubjpass", "agent"):
        return False
    if described.kind != "organisation" and not (described.kind == "group" and token.head.lower_ in ("in", "into")):
        return False
    return not any(child.dep_ in ("det", "poss", *MODIFIERS) for child in token.lefts)


def _describe(scene: Scene, head: Token, described: Description) -> None:
    start = _start(scene, head)
    text = scene.doc[start : head.i + 1].text
    beside = named_beside(scene, start, head)
    if beside is not None:
        scene.roles[beside].add(head.lemma_.lower())
        scene.add(Found(start, head.i + 1, (beside,), "description beside the name"))
        return
    country = _country(scene, head)
    if described.government and country is not None:
        scene.add(Found(start, head.i + 1, (country,), "government for its country"))
        return
    named = _named(scene, head, described) if is_definite(head) or country is not None else None
    if named is None and head.lower_ == "government" and is_definite(head):
        named = _ruled(scene, head)
    if named is not None:
        scene.add(Found(start, head.i + 1, *named))
        return
    index = unnamed(scene, start, head, described, country)
    scene.draft(index).seen(text)
    scene.add(Found(start, head.i + 1, (index,), "description"))


def _start(scene: Scene, head: Token) -> int:
    """Where the description begins: modifiers before the head, possessors too, without article and pronoun."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in MODIFIERS and child.pos_ != "PRON" and child.text not in ('"', "“"):
            start = min(start, child.left_edge.i)
    start = next((i + 1 for i in range(head.i - 1, start, -1) if scene.doc[i].text in QUOTES), start)
    while start < head.i and (scene.doc[start].pos_ in BEFORE or scene.doc[start].lower_ in NO_WORDS_OF_THEIRS):
        start += 1
    return start


def _note_predicate(scene: Scene, head: Token) -> None:
    """ "X is a lawyer" tells a role of X; no second participant."""
    for subject in (child for child in head.head.children if child.dep_ == "nsubj"):
        for index in scene.of_kind(scene.at(subject), "person"):
            scene.roles[index].add(head.lemma_.lower())


def _country(scene: Scene, head: Token) -> int | None:
    """The country whose adjective or possessive stands before the head, or after "of" behind it."""
    for child in head.lefts:
        if child.dep_ in MODIFIERS:
            for token in child.subtree:
                for index in scene.of_kind(scene.at(token), "country"):
                    return index
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            for owner in child.children:
                for index in scene.of_kind(scene.at(owner), "country"):
                    return index
    return None


def _ruled(scene: Scene, head: Token) -> tuple[tuple[int, ...], str] | None:
    """ "The government" for the country last told of, among those that the article tells of often."""
    apart = [child for child in head.lefts if child.dep_ in MODIFIERS and child.pos_ != "PRON"]
    apart += [child for child in head.rights if child.lower_ in ELSEWHERE]
    if any(child.lower_ not in NATIONAL for child in apart):
        return None
    counts = Counter(i for mention in scene.found for i in scene.of_kind(mention.entities, "country"))
    most = max(counts.values(), default=0)
    often = [i for i in counts if counts[i] >= most * OFTEN]
    told_of = _subject_country(scene, head, often) or [i for i in _before(scene, head) if i in often]
    if not told_of and len(often) == 1:
        told_of = often
    return ((told_of[0],), "government of the country told of") if told_of else None


def _subject_country(scene: Scene, head: Token, often: Sequence[int]) -> list[int]:
    """The country, if it is one of these, that the sentence before says something of."""
    sentence = scene.sentence_of[head.i]
    for mention in reversed(scene.before(head.i)):
        if scene.sentence_of[mention.start] < sentence - 1:
            break
        word = scene.head(mention)
        is_subject = word.dep_ in ("nsubj", "nsubjpass") and word.head.dep_ == "ROOT"
        if is_subject and scene.sentence_of[mention.start] < sentence:
            return [i for i in mention.entities if i in often]
    return []


# --- definite descriptions of the named --------------------------------------------------------------


def _named(scene: Scene, head: Token, described: Description) -> tuple[tuple[int, ...], str] | None:
    before = _before(scene, head)
    if described.kind == "person" and head.tag_ in ("NN", "NNP"):
        return _holder(scene, head, before)
    if described.kind in ("organisation", "group") and head.tag_ in ("NN", "NNP"):
        return _body(scene, head, before)
    return None


def _before(scene: Scene, head: Token) -> list[int]:
    """Entities mentioned before `head`, nearest first, each once."""
    near = scene.before(head.i)[-LIVELY:]
    return list(dict.fromkeys(i for mention in reversed(near) for i in mention.entities))


def _holder(scene: Scene, head: Token, before: Iterable[int]) -> tuple[tuple[int, ...], str] | None:
    """The only person of whom the article tells this post or role, or the one last mentioned among several."""
    title = title_of_head(head)
    form = title.form if title else head.lemma_.lower()
    if form in scene.disputed:
        return tuple(dict.fromkeys(scene.disputed[form])), "post whose holder is disputed"
    holders = [i for i in scene.register.people() if any(_is_role(form, role) for role in scene.roles[i])]
    if not holders and not _is_begun(scene, head):
        holders = [i for i in scene.register.people() if any(form in broader_posts(role) for role in scene.roles[i])]
    country = _country(scene, head)
    if country is not None and len(holders) > 1:
        code = scene.draft(country).code
        holders = [i for i in holders if _acts_for(scene, i) in (code, None)]
    if not holders and (head.lemma_.lower() in words("epithet") or _is_parent(head)):
        return _subject_before(scene, head)
    if len(holders) == 1:
        return (holders[0],), "title for its only holder"
    recent = next((i for i in before if i in holders), None)
    return ((recent,), "title for its last named holder") if recent is not None and len(holders) <= 3 else None


def _is_parent(head: Token) -> bool:
    """Whether the noun says how many children someone has: "the father of two"."""
    after = head.doc[head.i + 1 : head.i + 4]
    if head.lower_ not in ("father", "mother") or len(after) < 2 or after[0].lower_ != "of" or after[1].pos_ != "NUM":
        return False
    return len(after) == 2 or after[2].pos_ not in ("ADJ", "NOUN", "PROPN", "ADP")


def _subject_before(scene: Scene, head: Token) -> tuple[tuple[int, ...], str] | None:
    """ "The teenager" for the person who was the subject of the sentence before, where no teenager was told of."""
    if _is_begun(scene, head):
        return None
    sentence = scene.sentence_of[head.i]
    verb = governor(head).head  # "Bell beat the champion" tells of two
    beside = {i for token in verb.children if token.i < head.i for i in scene.at(token)}
    for mention in reversed(scene.before(head.i)):
        if scene.sentence_of[mention.start] < sentence - 1:
            break
        if beside.intersection(mention.entities) or (mention.start in scene.quoted and head.i not in scene.quoted):
            continue
        if scene.head(mention).dep_ == "nsubj" and is_person(scene, mention) and mention.rule != "description":
            return mention.entities, "epithet for the subject before"
    return None


def _is_begun(scene: Scene, head: Token) -> bool:
    """Whether someone without a name was told of by the same noun."""
    return any(key.startswith(f"{head.lemma_.lower()}/") for _, key in scene.register.by_key)


def _is_role(form: str, role: str) -> bool:
    """Whether "the minister" can mean someone told to be "foreign minister"; a vice president is no president."""
    words = role.split()
    return role == form or (words[-1] == form and words[0] not in SUBORDINATE)


def _acts_for(scene: Scene, index: int) -> str | None:
    return scene.draft(index).code


def _body(scene: Scene, head: Token, before: Iterable[int]) -> tuple[tuple[int, ...], str] | None:
    """The organisation last mentioned whose name has the describing word, or that can be an enterprise."""
    word = head.lemma_.lower()
    bodies = [i for i in before if scene.draft(i).kind == "organisation" and scene.draft(i).named]
    for index in bodies:
        if word in scene.roles[index] or _is_word_of(word, scene.draft(index).name):
            return (index,), "description by a word of the name"
    if (word in words("enterprise") or word in words("body")) and not _has_own_modifier(head):
        firm = word in words("enterprise")
        last = next((i for i in bodies if scene.draft(i).code is None and not (firm and _is_public(scene, i))), None)
        return ((last,), "description of the last named body") if last is not None else None
    return None


def _called_short(scene: Scene, token: Token) -> int | None:
    """The body told of before that is called what a noun says: "the front" for the "Front for a Free Coast"."""
    word = token.lower_
    if token.tag_ != "NN" or token.i in scene.covering or token.i in scene.in_names or word in MEDIA:
        return None
    bare = [child.lower_ for child in token.lefts] == ["the"] and all(child.tag_ == "POS" for child in token.rights)
    if not bare or telling_words().get(word) != "organisation" or not (acts(token) or token.dep_ == "poss"):
        return None
    bodies = (i for i in _before(scene, token) if scene.draft(i).kind == "organisation" and scene.draft(i).named)
    return next((i for i in bodies if word == _sort_of(scene.draft(i).name)), None)


def _sort_of(name: str) -> str | None:
    """What kind of body a name of several words says it is: "Front for a Free Coast", "Palm Island Forum"."""
    parts = name.lower().split()
    link = next((i for i, part in enumerate(parts) if part in LINKS and i), len(parts))
    return parts[link - 1] if len(parts) > 1 else None


def _is_word_of(word: str, name: str) -> bool:
    """Whether a name has a word or, if that is long, one that it begins ("regulator", "Regulatory Authority")."""
    return any(part == word or (len(word) > LONG and part.startswith(word)) for part in name.lower().split())


def _is_public(scene: Scene, index: int) -> bool:
    """Whether the last word of a body's name tells that it is no enterprise ("Ports Authority")."""
    return scene.draft(index).name.split()[-1].lower() in words("public")


def _has_own_modifier(head: Token) -> bool:
    return any(child.dep_ in MODIFIERS and child.pos_ != "PRON" for child in head.lefts)
