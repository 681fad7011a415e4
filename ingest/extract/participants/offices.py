"""Posts: takes the scene and the names of an article, gives for each person the posts and roles stated of him or her.

"Niger's president Mahamadou Issoufou", "AU trade commissioner Albert Muchanga", "Jane Roe, the foreign minister of
Chad", "the Japanese Prime Minister, with some naming A and others naming B": the country comes from a possessive, an
adjective or an "of" beside the post, else from the only country that the article names. A post that someone held
before ("former president") is a role, but no post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from ingest.extract.participants.name import Name
from ingest.extract.participants.scene import Scene
from ingest.extract.participants.tables import words
from ingest.extract.participants.titles import Title, last_words, title_before, title_of_head
from ingest.model import Office

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
REACH = 8  # tokens beside a name in which its post is looked for
NAMING = frozenset({"name", "identify", "call", "cite", "list", "give"})


@dataclass(frozen=True, slots=True)
class Post:
    """A post as words beside a name say it; `organisation` is the index of the body that it belongs to."""

    words: tuple[str, ...]
    title: Title
    code: str | None = None
    organisation: int | None = None
    past: bool = False


def find_offices(scene: Scene, names: Iterable[Name], published: str | None) -> dict[int, list[Office]]:
    """The posts of each person, in order of the text; roles are noted in `scene.roles`.

    A sentence that names a year before that of `published` (an ISO day) tells of the past and states no post of today.
    """
    offices: dict[int, list[Office]] = {}
    for name in names:
        entities = scene.of_kind(scene.at(scene.doc[name.end - 1]), "person")
        if name.kind != "person" or not entities:
            continue
        title = title_before(scene.doc, name.start)
        if title and title[1].sort == "honorific":
            scene.roles[entities[0]].add(title[1].form)
        for post in (_post_before(scene, name.title_start, name.start), _post_after(scene, name.end)):
            if post:
                _note(scene, offices, entities[0], post, name.start)
    for index, post, at in _disputed(scene):
        scene.disputed.setdefault(post.title.form, []).append(index)
        _note(scene, offices, index, post, at)
    past = _past_sentences(scene, published)
    current = {i: [office for office in stated if office.sentence not in past] for i, stated in offices.items()}
    return {index: _settled(scene, stated) for index, stated in current.items()}


def _past_sentences(scene: Scene, published: str | None) -> set[int]:
    year = int(published[:4]) if published else None
    past = (token for token in scene.tokens if year and YEAR.fullmatch(token.text) and int(token.text) < year)
    return {scene.sentence_of[token.i] for token in past}


def _note(scene: Scene, offices: dict[int, list[Office]], index: int, post: Post, at: int) -> None:
    if not post.past:
        scene.roles[index].add(post.title.form)
    person = scene.draft(index).person
    if person and post.title.gender:
        person.gender = person.gender or post.title.gender
    if post.title.sort == "office" and not post.past:
        office = " ".join(word if word.isupper() or word == "of" else word.capitalize() for word in post.words)
        if post.organisation is not None:
            office = f"{scene.draft(post.organisation).name} {office}"
        offices.setdefault(index, []).append(Office(office, post.code, scene.sentence_of[at]))


# --- before the name ---------------------------------------------------------------------------------


def _post_before(scene: Scene, title_start: int, start: int) -> Post | None:
    """The post that ends right before token `start`, a comma between them allowed."""
    doc = scene.doc
    end = start
    if end and doc[end - 1].text == "," and title_start == start and _may_be_apposition(doc, end - 2):
        end -= 1
    begin = end
    while begin > 0 and end - begin < REACH and _belongs(scene, doc[begin - 1], doc[begin]):
        begin -= 1
    return _post(scene, begin, end)


def _may_be_apposition(doc: Doc, i: int) -> bool:
    return i >= 0 and doc[i].pos_ in ("NOUN", "PROPN") and title_of_head(doc[i]) is not None


def _belongs(scene: Scene, token: Token, after: Token) -> bool:
    if after.is_sent_start or token.text in (",", ";", ":", '"', "”", "(", ")"):
        return False
    if token.text.islower() and after.text.istitle() and token.i not in scene.covering:
        return token.text in ("'s", "-")  # "to impeach | President ..."
    return token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text in ("'s", "’s", "-", "'") or token.i in scene.covering


# --- after the name ----------------------------------------------------------------------------------


def _post_after(scene: Scene, end: int) -> Post | None:
    """The post in "X, the foreign minister of Y" and "X, Y's foreign minister"."""
    doc = scene.doc
    if end >= len(doc) or doc[end].text != ",":
        return None
    begin = end + 1
    while begin < len(doc) and doc[begin].pos_ == "DET":
        begin += 1
    stop = begin
    while stop < min(len(doc), begin + REACH) and _belongs(scene, doc[stop], doc[stop - 1]):
        stop += 1
    post = _post(scene, begin, stop)
    if post and stop < len(doc) and doc[stop].lower_ in ("of", "for", "to", "at"):
        return _with_owner(scene, post, stop + 1)
    return post


def _with_owner(scene: Scene, post: Post, at: int) -> Post:
    while at < len(scene.doc) and scene.doc[at].pos_ == "DET":
        at += 1
    owners = scene.at(scene.doc[at]) if at < len(scene.doc) else ()
    for index in owners:
        draft = scene.draft(index)
        if draft.kind == "country":
            return Post(post.words, post.title, post.code or draft.code, post.organisation, post.past)
        if draft.kind == "organisation":
            return Post(post.words, post.title, post.code, index, post.past)
    return post


# --- reading the words -------------------------------------------------------------------------------


def _post(scene: Scene, begin: int, end: int) -> Post | None:
    """The post that tokens `begin` to `end` spell, its country and body taken from the names among them."""
    doc = scene.doc
    if begin >= end:
        return None
    title = title_of_head(doc[end - 1])
    if title is None or title.sort == "honorific":
        return None
    told: list[str] = []
    code, organisation, past = None, None, False
    for token in doc[begin:end]:
        owners = scene.at(token) if token.i in scene.covering else ()
        owners = tuple(i for i in owners if scene.draft(i).kind != "person" and token.lower_ not in title.form.split())
        if owners:
            draft = scene.draft(owners[0])
            code = draft.code if draft.kind == "country" else code
            organisation = owners[0] if draft.kind == "organisation" else organisation
            told.clear()
        elif token.lower_ in words("past"):
            past = True
        elif _specifies(token, doc[end - 1]):
            told.append(token.lower_ if not token.text.isupper() else token.text)
    known = title.form.split()
    if [word.lower() for word in told[-len(known) :]] != known:
        told = known
    return Post(tuple(told), title, code, organisation, past)


def _specifies(token: Token, head: Token) -> bool:
    if token.text in ("'s", "’s", "-", "'"):
        return False
    return token == head or token.pos_ in ("NOUN", "PROPN") or token.lower_ in words("specifying")


# --- posts in dispute --------------------------------------------------------------------------------


def _disputed(scene: Scene) -> Iterable[tuple[int, Post, int]]:
    """Persons whom a sentence says that others "name" for a post that it tells without a name."""
    for verb in scene.tokens:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in NAMING:
            continue
        named = list(_named_by(scene, verb))
        post = next((post for token in verb.sent if (post := _open_post(scene, token))), None) if named else None
        if post:
            yield from ((index, post, at) for index, at in named)


def _open_post(scene: Scene, head: Token) -> Post | None:
    """A post without its holder beside it ("the identity of the Japanese Prime Minister")."""
    title = title_of_head(head) if head.lower_ in last_words() and head.i not in scene.covering else None
    if title is None or title.sort != "office":
        return None
    begin = head.i
    while begin > 0 and _belongs(scene, scene.doc[begin - 1], scene.doc[begin]):
        begin -= 1
    return _post(scene, begin, head.i + 1)


def _named_by(scene: Scene, verb: Token) -> Iterable[tuple[int, int]]:
    for child in verb.subtree:
        if child.i > verb.i and child.i in scene.heads and child.dep_ in ("dobj", "oprd", "conj", "attr", "appos"):
            for index in scene.of_kind(scene.at(child), "person"):
                yield index, child.i


# --- settling ----------------------------------------------------------------------------------------


def _settled(scene: Scene, stated: list[Office]) -> list[Office]:
    """One office once; where the same post is told with and without its country, the country holds for both."""
    codes = {office.office: office.country_code for office in stated if office.country_code}
    only = _only_country(scene)
    settled: dict[tuple[str, str | None], Office] = {}
    for office in stated:
        national = office.office.split()[-1].lower() in words("national") and len(office.office.split()) <= 3
        code = office.country_code or codes.get(office.office) or (only if national else None)
        settled.setdefault((office.office, code), Office(office.office, code, office.sentence))
    return list(settled.values())


def _only_country(scene: Scene) -> str | None:
    codes = {draft.code for draft in scene.register.drafts if draft.kind == "country" and draft.forms}
    return next(iter(codes)) if len(codes) == 1 else None
