"""Pronouns: takes the scene, adds mentions for "he", "she", "it", "they" and their forms, where a rule is safe.

He and she are the fitting person of the same or the three sentences before (for the narrator, sentences that are all
somebody's speech do not count), a subject rather than an object, the nearer rather than the farther; gender comes from
titles, describing nouns and given names. "It" and "they" are resolved to the subject before only.
"""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Token

from ingest.extract.participants.descriptions import described_gender
from ingest.extract.participants.identity import likely_gender
from ingest.extract.participants.naming import Found
from ingest.extract.participants.roles import governor
from ingest.extract.participants.scene import Scene
from ingest.extract.participants.tables import words
from ingest.extract.speech.verbs import speech_verbs

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
THING = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "themselves"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ARGUMENTS = SUBJECTS | {"dobj", "dative"}
SENTENCES_BACK = 3
SUBJECT_BONUS = 1.5
FIRST_BONUS = 0.5
AGENT_BONUS = 1.0  # "was founded by her"
MAIN_BONUS = 0.5  # for the subject of a main clause
SPEECH_BONUS = 1.0
GENDER_BONUS = 0.6  # for who is known to be a man or a woman
CHAIN_BONUS = 1.75  # for whom a pronoun stood before in the sentence: "his lawyer said he would appeal"
QUOTED_COST = 3.0
SENTENCE_COST = 1.0
ADDRESSING = frozenset({"to", "about", "against", "by"})  # lead to whom a verb does something, and not to where
NO_ONE = frozenset({"no", "any", "every", "each", "neither", "either"})  # before a noun for nobody in particular
EXPLETIVE_VERBS = frozenset({"be", "seem", "appear", "take", "rain", "snow", "become", "happen", "turn"})


def resolve_pronouns(scene: Scene) -> None:
    """Add a mention for each pronoun that can be resolved, in order of the text; the narrator's "he" and "she" first,
    which tell who of those named is a man and who a woman.
    """
    _learn_genders(scene)
    pronouns = [token for token in scene.tokens if token.pos_ == "PRON"]
    for token in sorted(pronouns, key=lambda token: token.i in scene.quoted or token.lower_ not in GENDER):
        if token.i in scene.covering:
            continue
        word = token.lower_
        if word in GENDER:
            _personal(scene, token, GENDER[word])
        elif word in THING:
            _thing(scene, token)
        elif word in SEVERAL:
            _several(scene, token)


def _learn_genders(scene: Scene) -> None:
    nouns = {"m": {"man", "boy", "son", "father", "brother", "husband", "king", "spokesman", "businessman"}}
    nouns["f"] = {"woman", "girl", "daughter", "mother", "sister", "wife", "queen", "spokeswoman", "actress", "widow"}
    for index in scene.register.people():
        person = scene.draft(index).person
        if person is None or person.gender:
            continue
        told = {gender for gender, words in nouns.items() if words & scene.roles[index]}
        if len(told) == 1:
            person.gender = told.pop()
        else:
            person.gender = likely_gender(person)


# --- he and she --------------------------------------------------------------------------------------


def _personal(scene: Scene, token: Token, gender: str) -> None:
    best = _best(scene, token, gender)
    if best is None:
        return
    person = scene.draft(best).person
    if person and not person.gender:
        person.gender = gender
    scene.add(Found(token.i, token.i + 1, (best,), "pronoun"))
    _name_kin(scene, token, best)


def _name_kin(scene: Scene, pronoun: Token, owner: int) -> None:
    """ "His daughter", who has no name of her own, is called by his: "Park Won-soon's daughter"."""
    if pronoun.dep_ != "poss" or pronoun.head.lemma_.lower() not in words("kin"):
        return
    for index in scene.at(pronoun.head):
        draft = scene.draft(index)
        if not draft.named and "'s " not in draft.name and index != owner:
            draft.name = f"{scene.draft(owner).name}'s {draft.name}"


def _speaks(token: Token) -> bool:
    first = governor(token)
    return first.dep_ in SUBJECTS and speech_verbs().get(first.head.lemma_.lower()) == "say"


def _bearer(head: Token) -> Token:
    """The token whose role a name has, or the description that it stands beside."""
    first = governor(head)
    while first.dep_ == "appos":
        first = governor(first.head)
    return first


def _leads(subject: Token) -> bool:
    """Whether a subject is that of the main clause."""
    return governor(subject.head).dep_ == "ROOT"


def _begins(name: Token) -> bool:
    """Whether the parser takes the name that begins a sentence for all of it ("Roe, who was freed, ...")."""
    return name.dep_ == "ROOT" and name.pos_ == "PROPN" and name.left_edge.is_sent_start is True


def _best(scene: Scene, token: Token, gender: str) -> int | None:
    scores: dict[int, float] = {}
    others = _spoken_of(scene, token) | _told_by_relative(scene, token) | _of_its_clause(scene, token)
    for mention in reversed(scene.before(token.i)):
        if scene.sentences_told_between(mention.start, token.i) > SENTENCES_BACK:
            break
        distance = scene.sentence_of[token.i] - scene.sentence_of[mention.start]
        if others & set(mention.entities):
            continue
        if len(mention.entities) != 1 or not _can_be(scene, mention.entities[0], gender):
            continue
        head = scene.head(mention)
        if any(child.lower_ in NO_ONE for child in head.lefts):
            continue
        bearer = _bearer(head)
        score = -SENTENCE_COST * distance
        if bearer.dep_ in SUBJECTS or _begins(bearer):
            score += SUBJECT_BONUS + (MAIN_BONUS if _leads(bearer) else 0.0)
        elif bearer.dep_ == "pobj" and bearer.head.dep_ == "agent":
            score += AGENT_BONUS
        score += SPEECH_BONUS if _speaks(head) and _speaks(token) else 0.0
        score += CHAIN_BONUS if not distance and GENDER.get(head.lower_) == gender else 0.0
        score -= QUOTED_COST if head.i in scene.quoted and token.i not in scene.quoted else 0.0
        score += FIRST_BONUS if mention.rule != "description" else -FIRST_BONUS
        index = mention.entities[0]
        person = scene.draft(index).person
        score += GENDER_BONUS if person is not None and person.gender == gender else 0.0
        scores[index] = max(score, scores.get(index, score))
    return max(scores, key=lambda index: scores[index]) if scores else None


def _spoken_of(scene: Scene, token: Token) -> set[int]:
    """Whom the speech names that `token` is said to speak: people seldom call themselves by name."""
    if token.i in scene.quoted or not _speaks(token):
        return set()
    sentence = scene.sentence_of[token.i]
    here = (m for m in reversed(scene.before(token.i)) if m.start in scene.quoted)
    named = takewhile(lambda mention: scene.sentence_of[mention.start] == sentence, here)
    return {i for m in named if scene.doc[m.start].pos_ == "PROPN" for i in m.entities}


def _told_by_relative(scene: Scene, token: Token) -> set[int]:
    """Who does something to whom a pronoun stands for, told by a relative clause: "Roe, who raised him"."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ADDRESSING else token.head
    acting = any(child.lower_ in ("who", "that") and child.dep_ in SUBJECTS for child in verb.children)
    if verb.dep_ != "relcl" or not acting or (token.dep_ != "pobj" and token.dep_ not in ("dobj", "dative")):
        return set()
    return set(scene.at(verb.head))


def _can_be(scene: Scene, index: int, gender: str) -> bool:
    draft = scene.draft(index)
    if draft.kind != "person":
        return False
    known = draft.person.gender if draft.person else described_gender(draft.name)
    return known in (gender, None)


def _of_its_clause(scene: Scene, pronoun: Token) -> set[int]:
    """Who is an argument of the pronoun's own verb."""
    sentence = scene.sentence_of[pronoun.i]
    here = takewhile(lambda m: scene.sentence_of[m.start] == sentence, reversed(scene.before(pronoun.i)))
    return {m.entities[0] for m in here if len(m.entities) == 1 and _shares_clause(pronoun, scene.head(m))}


def _shares_clause(pronoun: Token, head: Token) -> bool:
    """Whether both are arguments of one verb, so that they cannot be the same ("Roe met him", "Roe spoke to him",
    "Roe refused to see him").
    """
    addressed = pronoun.dep_ == "pobj" and pronoun.head.lower_ in ADDRESSING
    if not addressed and pronoun.dep_ not in ARGUMENTS:
        return False
    verb = pronoun.head.head if addressed else governor(pronoun).head
    bearer = _bearer(head)
    if verb == bearer.head:
        return bearer.dep_ in (*SUBJECTS, "dobj")
    return bearer.dep_ in SUBJECTS and _subject_of(verb) == bearer


def _subject_of(verb: Token) -> Token | None:
    """The subject of an infinitive that has none of its own: that of the verb above it, if nobody is told to do it."""
    while verb.dep_ == "xcomp" and not SUBJECTS & {child.dep_ for child in verb.children}:
        verb = verb.head
        if any(child.dep_ in ("dobj", "dative") for child in verb.children):
            return None
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if subject is not None:
            return subject
    return None


# --- it and they -------------------------------------------------------------------------------------


def _thing(scene: Scene, token: Token) -> None:
    if token.lower_ == "it" and (token.dep_ not in SUBJECTS or token.head.lemma_.lower() in EXPLETIVE_VERBS):
        return
    index = _subject_before(scene, token, ("organisation", "country"))
    if index is not None:
        scene.add(Found(token.i, token.i + 1, (index,), "pronoun for the subject before"))


def _subject_before(scene: Scene, token: Token, kinds: tuple[str, ...]) -> int | None:
    """The single entity that is the nearest subject in this sentence or the one before; None if of another kind."""
    sentence = scene.sentence_of[token.i]
    for mention in reversed(scene.before(token.i)):
        if sentence - scene.sentence_of[mention.start] > 1:
            return None
        head = scene.head(mention)
        if governor(head).dep_ not in SUBJECTS or len(mention.entities) != 1 or _shares_clause(token, head):
            continue
        if (head.i in scene.quoted and token.i not in scene.quoted) or (_speaks(token) and not _speaks(head)):
            continue
        if scene.draft(mention.entities[0]).kind in kinds:
            return mention.entities[0]
    return None


def _several(scene: Scene, token: Token) -> None:
    """ "They" for joined subjects, for a plural description, or for a body that is the subject before."""
    sentence = scene.sentence_of[token.i]
    for mention in reversed(scene.before(token.i)):
        if sentence - scene.sentence_of[mention.start] > 1:
            return
        head = scene.head(mention)
        if governor(head).dep_ not in SUBJECTS or _shares_clause(token, head):
            continue
        joined = scene.coordinated(head)
        kinds = {scene.draft(i).kind for i in joined}
        if len(joined) > 1 or len(mention.entities) > 1:
            entities = tuple(joined) if len(joined) > 1 else mention.entities
            scene.add(Found(token.i, token.i + 1, entities, "pronoun for the joined subjects"))
            return
        if kinds & {"group", "organisation"} and scene.sentence_of[mention.start] >= sentence - 1:
            scene.add(Found(token.i, token.i + 1, tuple(joined), "pronoun for the group before"))
            return
