"""Guards against names and other words: "May" the minister, "Sunday Times", "fall" in prices, "Today" the programme."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.timex.guards.base import capital, following, guard, previous, token_of
from ingest.timex.lexicon import cue, value_of, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ingest.timex.recognise import Reach

NAME_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "WORK_OF_ART", "FAC", "PRODUCT", "NORP", "EVENT"})


@lru_cache(maxsize=1)
def ambiguous() -> frozenset[str]:
    """Month and weekday words that are also names, verbs or nouns."""
    return frozenset(words()["ambiguous"])


@guard
def calendar_name(reach: Reach) -> bool:
    """A lone month or weekday that is not a person, a verb or part of a longer name."""
    place = reach.last - 1 if reach.lexemes[reach.last - 1].lower != "." else reach.last - 2
    token = token_of(reach, place)
    word, before_it = reach.lexemes[place].lower, previous(reach)
    if capital(reach, reach.first - 1) and before_it in names()["before"]:
        return False
    if capital(reach, reach.last) and following(reach) in names()["after"]:
        return False
    if word == "may" and (token.tag_ == "MD" or (token.dep_ == "nsubj" and token.ent_type_ != "DATE")):
        return False
    if word in ambiguous() and names_a_person(reach, before_it):
        return False
    if word == "march" and before_it in ("the", "a", "his", "their", "this", '"', "long", "'s"):
        return False
    if token.ent_type_ in NAME_ENTITIES and in_name(token):
        return before_it in ("on", "last", "next") or token.dep_ == "pobj"
    if word not in ambiguous():
        return True
    if token.ent_type_ == "DATE" or before_it in cue("before_time"):
        return token.ent_type_ != "PERSON"
    return token.tag_ == "NNP" and token.ent_type_ in ("", "DATE")


def names_a_person(reach: Reach, before_it: str) -> bool:
    """ "Theresa May": a capitalised word stands before it that is neither a time word nor a preposition."""
    if reach.last - reach.first > 1 or not capital(reach, reach.first - 1) or before_it in cue("before_time"):
        return False
    gap = reach.text[reach.lexemes[reach.first - 1].end : reach.lexemes[reach.first].start]
    return gap == " " and value_of("WEEKDAY", before_it) is None and value_of("MONTH", before_it) is None


@lru_cache(maxsize=1)
def names() -> dict[str, frozenset[str]]:
    """Words that make a name of a weekday or month: before it ("Black Friday") and after it ("Sunday Times")."""
    return {side: frozenset(members) for side, members in words()["names"].items()}


def in_name(token: Token) -> bool:
    """True inside a run of capitalised words of one named entity: "Sunday Times", "Black Friday"."""
    for other in (token.i - 1, token.i + 1):
        if 0 <= other < len(token.doc):
            near = token.doc[other]
            if near.ent_type_ == token.ent_type_ and near.text[:1].isupper() and near.ent_type_:
                return True
    return False


@guard
def season_noun(reach: Reach) -> bool:
    """ "spring", "fall" as seasons, not as verbs or a fall in prices."""
    place = next(i for i in range(reach.last - 1, reach.first - 1, -1) if reach.lexemes[i].lower)
    token = token_of(reach, place)
    word = reach.lexemes[place].lower
    if token.pos_ == "VERB":
        return False
    if token.dep_ in ("compound", "amod", "nmod") and token.head.i == token.i + 1 and token.pos_ != "ADJ":
        return True
    if word in ("fall", "spring") and reach.last - reach.first == 1:
        return previous(reach) in ("in", "during", "since", "until", "by", "through")
    return not (word == "fall" and following(reach) in ("in", "of", "from"))


@guard
def not_compound(reach: Reach) -> bool:
    """The season stands by itself: of "the spring offensive" only "spring" is the expression."""
    token = token_of(reach, reach.last - 1)
    return reach.last - reach.first == 1 or not (
        token.dep_ in ("compound", "amod", "nmod") and token.head.i == token.i + 1
    )


@guard
def no_programme(reach: Reach) -> bool:
    """ "today", not "Today", the programme or newspaper: "the BBC's Today", "USA Today"."""
    if not capital(reach, reach.last - 1) or token_of(reach, reach.last - 1).is_sent_start:
        return True
    return (
        not capital(reach, reach.first - 1) and previous(reach) not in ("'s", "’s") and not capital(reach, reach.last)
    )


@guard
def not_month_year(reach: Reach) -> bool:
    """The month is a month: "May 5", not "may 5"; and the number its day, not a count."""
    place = next((i for i in range(reach.first, reach.last) if reach.lexemes[i].lower in ambiguous()), None)
    if place is not None and token_of(reach, place).tag_ == "MD":
        return False
    return following(reach) not in ("percent", "%", "million", "billion", "people", "/")


@guard
def abbreviated(reach: Reach) -> bool:
    """A short form that is also a word or a name ("Sun", "Sat", "Mar") needs its full stop or "on", "next", "last"."""
    word = reach.lexemes[reach.last - 1].lower
    if word not in ("sun", "sat", "mon", "mar", "wed", "dec", "jan"):
        return True
    return previous(reach) in ("on", "next", "last", "this") or reach.last - reach.first > 1


@guard
def time_adjective(reach: Reach) -> bool:
    """ "daily", "weekly": an adverb or an adjective, not part of a name ("Daily Mail").

    A "quarterly loss" is that of one quarter: it does not come back.
    """
    token = token_of(reach, reach.first)
    if token.lower_ == "quarterly" and token.dep_ in ("amod", "compound") and token.head.i > token.i:
        return token.head.lemma_ not in cue("of_a_quarter")
    return token.text[:1].islower() or (token.ent_type_ == "" and token.is_sent_start is True)


@guard
def lower_case(reach: Reach) -> bool:
    """Written small: "noon", not "High Noon"."""
    text = reach.text[reach.lexemes[reach.first].start]
    return text.islower() and previous(reach) != "high"


@guard
def no_title(reach: Reach) -> bool:
    """ "Monday Night Football", "Good Friday Agreement": a longer name goes on after it."""
    if not capital(reach, reach.last - 1) or not capital(reach, reach.last):
        return True
    gap = reach.text[reach.lexemes[reach.last - 1].end : reach.lexemes[reach.last].start]
    return (
        gap != " "
        or reach.text[reach.lexemes[reach.last].start :][:2].isupper()
        or following(reach) in calendar_words()
    )


@lru_cache(maxsize=1)
def calendar_words() -> frozenset[str]:
    """Names of months, weekdays and parts of the day, small."""
    return frozenset(word for name in ("MONTH", "WEEKDAY", "DAYPART") for word in words()["classes"][name])


@guard
def own_country(reach: Reach) -> bool:
    """ "Independence Day" is that of the United States, unless another country's name stands before it."""
    if reach.lexemes[reach.first].lower not in cue("national_days"):
        return True
    owner = reach.first - (2 if previous(reach) in ("'s", "’s") else 1)
    return not capital(reach, owner) or reach.lexemes[owner].lower in cue("american") | cue("before_time")


@guard
def no_festive_thing(reach: Reach) -> bool:
    """ "The Christmas lights" are no day, unlike "the Christmas Eve attack"."""
    return following(reach) not in cue("festive")


@guard
def capitalised(reach: Reach) -> bool:
    """A holiday bears capitals: "Election Day", not "on election day"."""
    words_ = [
        reach.text[lexeme.start]
        for lexeme in reach.lexemes[reach.first : reach.last]
        if lexeme.lower not in cue("uncapped")
    ]
    return bool(words_) and not any(letter.islower() for letter in words_)
