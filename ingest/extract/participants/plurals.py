"""Several at once: takes the scene, resolves "the two leaders", "both nations", "the countries", "both sides".

The pair is the one last joined by "and", or named together in one sentence before; for countries, failing that, the
two that the article mentions most, apart from those against whom the pair is said to act.
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from ingest.extract.participants.naming import Found
from ingest.extract.participants.roles import governor
from ingest.extract.participants.scene import Scene
from ingest.extract.participants.tables import words

SENTENCES_BACK = 6
TAKING_UP = ("leader", "nation", "anyone")  # classes of words that take up those named before
NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}


def resolve_plural(scene: Scene, token: Token) -> Found | None:
    """The mention that `token` heads, where it is a plural description of entities named before it; else None."""
    lemma = token.lemma_.lower()
    if token.tag_ != "NNS" or token.i in scene.covering or not any(lemma in words(name) for name in TAKING_UP):
        return None
    number = _number(token)
    if number is None or _is_narrowed(token):
        return None
    found = _several(scene, token, lemma, number)
    if found is None:
        return None
    before = (child.i for child in token.lefts if child.dep_ in ("det", "nummod", "predet", "amod"))
    return Found(min(before, default=token.i), token.i + 1, tuple(found[0]), found[1])


def _number(token: Token) -> int | None:
    """How many are meant; 0 for a bare "the leaders", None where the noun is not definite."""
    words = {child.lower_ for child in token.lefts}
    for word in words:
        if word in NUMBERS and words & {"the", "these", "those", "our", "their", "both", "two"}:
            return NUMBERS[word]
    return 0 if words & {"the", "these", "those"} else None


def _is_narrowed(token: Token) -> bool:
    """Whether an adjective, name or clause says which ones ("the Baltic countries", "the countries that signed")."""
    narrowing = ("amod", "compound", "poss", "relcl", "acl", "nmod")
    if any(child.dep_ in narrowing and child.lower_ not in ("our", "their", "other") for child in token.children):
        return True
    return any(child.dep_ == "prep" and child.lower_ in ("of", "in", "from") for child in token.rights)


def _several(scene: Scene, token: Token, lemma: str, number: int) -> tuple[list[int], str] | None:
    want = number or 2
    joined = _joined_before(scene, token, lemma, number)
    if joined:
        return joined, "those joined before"
    together = _together_before(scene, token, lemma, want)
    if together:
        return together, "those named together before"
    if lemma in words("nation") and want == 2:
        main = _main_countries(scene)
        if len(main) == 2:
            return main, "the two countries of the article"
    return None


def _fits(scene: Scene, index: int, lemma: str) -> bool:
    kind, named = scene.draft(index).kind, scene.draft(index).named
    if lemma in words("leader"):
        return named and kind in ("person", "country")
    if lemma in words("nation"):
        return kind == "country"
    return named and kind in ("country", "organisation", "person")


def _joined_before(scene: Scene, token: Token, lemma: str, number: int) -> list[int]:
    """The last coordination of fitting entities before `token`, of the right number where one is told."""
    for mention in reversed(scene.before(token.i)):
        head = scene.head(mention)
        if head.dep_ != "conj":
            continue
        entities = [i for i in scene.coordinated(head) if _fits(scene, i, lemma)]
        entities = _leaders(scene, entities) if lemma in words("leader") else entities
        if len(entities) == number or (not number and len(entities) > 1):
            return entities
    return []


def _leaders(scene: Scene, entities: list[int]) -> list[int]:
    """Countries stand for their leaders only beside a named person ("Mr. Marcos and the Japanese leadership")."""
    return entities if scene.of_kind(entities, "person") else []


def _together_before(scene: Scene, token: Token, lemma: str, want: int) -> list[int]:
    """The fitting entities of the last sentence before that names exactly as many in leading parts."""
    sentence = scene.sentence_of[token.i]
    before = scene.before(token.i)
    for position in range(sentence, max(-1, sentence - SENTENCES_BACK), -1):
        leading = [
            i
            for mention in before
            if scene.sentence_of[mention.start] == position and _leads(scene.head(mention))
            for i in mention.entities
            if _fits(scene, i, lemma) and (lemma not in words("leader") or scene.draft(i).kind == "person")
        ]
        if len(set(leading)) == want:
            return list(dict.fromkeys(leading))
    return []


def _leads(head: Token) -> bool:
    """Whether a mention is subject, object, partner ("with X") or possessor, and not in an aside."""
    first = governor(head)
    if first.dep_ == "pobj":
        return first.head.lower_ in ("with", "between", "and", "by")
    return first.dep_ in ("nsubj", "nsubjpass", "dobj", "poss")


def _main_countries(scene: Scene) -> list[int]:
    counts: Counter[int] = Counter()
    for mention in scene.found:
        for index in scene.of_kind(mention.entities, "country"):
            counts[index] += 1
    for index in _bystanders(scene):
        counts.pop(index, None)
    ranked = counts.most_common(3)
    if len(ranked) == 3 and ranked[1][1] == ranked[2][1]:
        return []
    return [index for index, _ in ranked[:2]]


def _bystanders(scene: Scene) -> set[int]:
    """Countries named in a sentence beside "both nations": these are others than the pair."""
    found: set[int] = set()
    for token in scene.tokens:
        if token.lemma_.lower() in words("nation") and _number(token) == 2:
            sentence = scene.sentence_of[token.i]
            here = {
                index
                for mention in scene.found
                if scene.sentence_of[mention.start] == sentence and mention.start > token.i
                for index in scene.of_kind(mention.entities, "country")
            }
            found |= here
    return found
