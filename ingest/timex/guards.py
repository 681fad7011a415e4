"""Guards: what a match must besides be, where words alone do not tell ("May" the minister, "second" the ordinal).

Each takes the match's reach (document, lexemes, first, last) and says whether it may stand. Rules name their guards.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.timex.lexicon import cue, value_of, words
from ingest.timex.tense import before, tense_at

if TYPE_CHECKING:
    from spacy.tokens import Token

if TYPE_CHECKING:
    from ingest.timex.recognise import Reach

Guard = Callable[["Reach"], bool]
NAME_ENTITIES = frozenset({"PERSON", "ORG", "GPE", "WORK_OF_ART", "FAC", "PRODUCT", "NORP", "EVENT"})


GUARDS: dict[str, Guard] = {}


def guard(function: Guard) -> Guard:
    """Register a guard under its name, as rules call it."""
    GUARDS[function.__name__] = function
    return function


@lru_cache(maxsize=1)
def ambiguous() -> frozenset[str]:
    """Month and weekday words that are also names, verbs or nouns."""
    return frozenset(words()["ambiguous"])


def previous(reach: Reach) -> str:
    """The lower-case lexeme before the match, empty at the start."""
    return reach.lexemes[reach.first - 1].lower if reach.first else ""


def following(reach: Reach) -> str:
    """The lower-case lexeme after the match, empty at the end."""
    return reach.lexemes[reach.last].lower if reach.last < len(reach.lexemes) else ""


def token_of(reach: Reach, lexeme: int) -> Token:
    """The spaCy token of a lexeme."""
    return reach.doc[reach.token(lexeme)]


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


def capital(reach: Reach, place: int) -> bool:
    """True where the lexeme at that place begins with a capital."""
    return 0 <= place < len(reach.lexemes) and reach.text[reach.lexemes[place].start].isupper()


def in_name(token: Token) -> bool:
    """True inside a run of capitalised words of one named entity: "Sunday Times", "Black Friday"."""
    for other in (token.i - 1, token.i + 1):
        if 0 <= other < len(token.doc):
            near = token.doc[other]
            if near.ent_type_ == token.ent_type_ and near.text[:1].isupper() and near.ent_type_:
                return True
    return False


@guard
def bare_year(reach: Reach) -> bool:
    """A four-digit number that is a year: no count, price, address or measure."""
    place = reach.last - 1
    before, after = previous(reach), following(reach)
    begin = reach.lexemes[reach.first].start
    if begin and reach.text[begin - 1].isalnum():
        return False  # part of a code: "J1131"
    if before in ("$", "£", "€", "#", "no", "number", "room", "flight", "route", "page", "/", "+", "*", "dlrs"):
        return False
    if after in cue("counted") or after in ("%", "/", "+"):
        return False
    token = token_of(reach, place)
    if token.text[:1] in "$£€#" or token.ent_type_ in ("MONEY", "PERCENT", "QUANTITY"):
        return False
    text, lexeme = reach.text, reach.lexemes[place]
    if before == "-" and text[reach.lexemes[reach.first].start - 1] == "-" and reach.first > 1:
        return reach.lexemes[reach.first - 2].lower in ("post", "pre") or reach.lexemes[reach.first - 2].lower.isdigit()
    if text[lexeme.end : lexeme.end + 1] in (",", ".", ":") and text[lexeme.end + 1 : lexeme.end + 2].isdigit():
        return False
    return not (counts_plural(token) and before not in cue("before_time") and token.ent_type_ != "DATE")


def counts_plural(token: Token) -> bool:
    """A number that counts a plural noun right after it, without an article: "1500 people"."""
    if token.dep_ != "nummod" or token.head.tag_ not in ("NNS", "NNPS") or token.head.i <= token.i:
        return False
    return not any(child.dep_ in ("det", "poss") for child in before(token.head))


@guard
def short_year(reach: Reach) -> bool:
    """ "'98" after a word that years follow."""
    return previous(reach) in cue("before_time") | {"class"} or reach.last - reach.first > 1


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
def not_age(reach: Reach) -> bool:
    """No age: "33-year-old", "five years old"."""
    return following(reach) not in ("old", "olds") and not (
        following(reach) in ("-", "–")
        and reach.last + 1 < len(reach.lexemes)
        and reach.lexemes[reach.last + 1].lower in ("old", "olds")
    )


@guard
def no_money(reach: Reach) -> bool:
    """The first number is no price or percentage."""
    return previous(reach) not in ("$", "£", "€", "¥", "#", "dlrs")


@guard
def no_programme(reach: Reach) -> bool:
    """ "today", not "Today", the programme or newspaper: "the BBC's Today", "USA Today"."""
    if not capital(reach, reach.last - 1) or token_of(reach, reach.last - 1).is_sent_start:
        return True
    return (
        not capital(reach, reach.first - 1) and previous(reach) not in ("'s", "’s") and not capital(reach, reach.last)
    )


@guard
def adverb_now(reach: Reach) -> bool:
    """ "now", "once", "soon" as adverbs of time: not "once a year", "now that" keeps, "as soon as" does not."""
    word = reach.lexemes[reach.last - 1].lower
    if word == "once":
        return following(reach) not in cue("adverb_now") and (
            previous(reach) not in ("at", "than", "more", "for", "only")
        )
    if word == "soon":
        return previous(reach) not in ("as", "too") and following(reach) not in ("as", "after")
    return True


@guard
def unit_noun(reach: Reach) -> bool:
    """The unit is a noun of time: "second" as an ordinal, "three quarters of" a sum and "60 Minutes" are none."""
    token = token_of(reach, reach.last - 1)
    if (
        token.text[:1].isupper()
        and not token.text.isupper()
        and reach.lexemes[reach.first].end != reach.lexemes[reach.last - 1].end
    ):
        return False  # "This Week", the programme
    if reach.lexemes[reach.last - 1].lower == "second" and reach.lexemes[reach.first].lower in ("a", "the", "every"):
        return token.pos_ == "NOUN" and not following(reach)[:1].isalpha()
    numbers = {reach.lexemes[place].lower for place in range(reach.first, reach.last)}
    fraction = (
        following(reach) == "of" and bool(numbers & {"quarter", "quarters"}) and bool(numbers & {"a", "one", "three"})
    )
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "X") and following(reach) != "century" and not fraction


@guard
def time_adjective(reach: Reach) -> bool:
    """ "daily", "weekly": an adverb or an adjective, not part of a name ("Daily Mail")."""
    token = token_of(reach, reach.first)
    return token.text[:1].islower() or (token.ent_type_ == "" and token.is_sent_start is True)


@guard
def no_count(reach: Reach) -> bool:
    """Number words that are a year, not a count of something: "nineteen ninety-six", not "two thousand people"."""
    token = token_of(reach, reach.last - 1)
    first = reach.lexemes[reach.first].lower
    if first == "two" or reach.last - reach.first == 1:
        return previous(reach) in ("year", "in", "since", "until") and not counts_plural(token)
    return not counts_plural(token)


@guard
def no_age_decade(reach: Reach) -> bool:
    """ "the 1960s", "the sixties": not "in his sixties", not "temperatures in the 60s"."""
    word = reach.lexemes[reach.last - 1].lower
    if (word[0].isdigit() and len(word) == 5) or word[0] in "'’":
        return True
    return previous(reach) not in ("his", "her", "their", "my", "its") and (
        "the" in (reach.lexemes[reach.first].lower, previous(reach)) or reach.last - reach.first > 1
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
def quarter_of_year(reach: Reach) -> bool:
    """A quarter of the year, not of a game or of an amount."""
    return following(reach) not in ("point", "of", "touchdown", "mile", "final", "finals", "century", "backs")


@guard
def ordinal_date(reach: Reach) -> bool:
    """ "on the 20th": a day of the month, not "the 20th anniversary"."""
    token = token_of(reach, reach.last - 1)
    after = following(reach)
    return previous(reach) in ("on", "by", "until", "since", "from", "to", "of", "and") and (
        not after[:1].isalpha() or token.dep_ in ("pobj", "npadvmod") or after in ("and", "to", "the", "of", "was", "a")
    )


@guard
def quarter_told(reach: Reach) -> bool:
    """ "the quarter", "the latest period" stand for a quarter in a report on results."""
    word = reach.lexemes[reach.last - 1].lower
    return (word == "quarter" and following(reach) not in ("of", "-", "century")) or any(
        reach.lexemes[i].lower in ("latest", "current") for i in range(reach.first, reach.last)
    )


@guard
def nothing_compared(reach: Reach) -> bool:
    """ "two weeks later" stands alone; "two weeks before the vote", "a year earlier than planned" do not."""
    word = reach.lexemes[reach.last - 1].lower
    if word in ("before", "after"):
        return not following(reach)[:1].isalnum()
    return following(reach) != "than"


@guard
def with_the(reach: Reach) -> bool:
    """ "the next day" points back; "over the next year" counts from the publication."""
    words_ = {reach.lexemes[place].lower for place in range(reach.first, reach.last)}
    return "next" not in words_ or previous(reach) not in cue("with_the")


@guard
def before_event(reach: Reach) -> bool:
    """ "the day before the summit": what follows is an event, not a clause mark."""
    return following(reach)[:1].isalpha() and reach.lexemes[reach.last - 1].lower != "of"


@guard
def looks_ahead(reach: Reach) -> bool:
    """ "will one day be": the verb is in the future or uncertain."""
    return tense_at(reach.doc, reach.token(reach.first)) in ("future", "none", "present") and following(
        reach
    ) not in cue("looks_ahead")


@guard
def not_modified(reach: Reach) -> bool:
    """ "for the year," stands for the year of the report; "the year of", "the year that" name another."""
    return following(reach) not in ("of", "that", "when", "in", "after", "before", "to", "-", "1")


@guard
def lower_case(reach: Reach) -> bool:
    """Written small: "noon", not "High Noon"."""
    text = reach.text[reach.lexemes[reach.first].start]
    return text.islower() and previous(reach) != "high"


@guard
def past_noun(reach: Reach) -> bool:
    """ "in the past": the noun, not "the past president"."""
    return token_of(reach, reach.last - 1).pos_ == "NOUN"


@guard
def bare_units(reach: Reach) -> bool:
    """ "weeks", "for years": a length without a number; written small, unless it opens the sentence."""
    token = token_of(reach, reach.first)
    if token.text[:1].isupper() and not token.is_sent_start:
        return False
    if previous(reach) in cue("bare_units"):
        return previous(reach) == "the" and following(reach) in cue("bare_units_2")
    fraction = reach.lexemes[reach.last - 1].lower == "quarters" and following(reach) == "of"
    return following(reach) not in ("old", "-") and not fraction


@guard
def rate(reach: Reach) -> bool:
    """ "$5 a share a year", "twice a day": so much each, after an amount; else "a year" is a length."""
    if reach.first == 0:
        return False
    token = token_of(reach, reach.last - 1)
    head = token.head
    if following(reach) in ("ago", "earlier", "later", "before", "after", "-", "or", "from", "and"):
        return False
    return token.dep_ == "npadvmod" and (
        head.like_num or head.ent_type_ in ("MONEY", "CARDINAL", "PERCENT", "QUANTITY") or head.tag_ == "NNS"
    )


@guard
def no_score(reach: Reach) -> bool:
    """ "10:35" is a time where something says so; "2:1" is none."""
    lexeme = reach.lexemes[reach.first]
    if reach.last - reach.first == 1:
        hour, _, rest = lexeme.lower.partition(":")
        return (
            rest[:2].isdigit()
            and int(hour) < 25
            and int(rest[:2]) < 60
            and previous(reach) in cue("before_time") | {"at"}
        )
    return True


@guard
def part_told(reach: Reach) -> bool:
    """ "in the morning", "that evening": one of them, not "in the afternoons" or "the night of"."""
    first = reach.lexemes[reach.first].lower
    return first != "the" or previous(reach) in ("in", "during", "throughout", "for") or reach.last - reach.first > 2


@guard
def capitalised(reach: Reach) -> bool:
    """A holiday bears capitals and is not part of a longer name."""
    token = token_of(reach, reach.last - 1)
    text = reach.text[reach.lexemes[reach.last - 1].start]
    return text.isupper() or text.isdigit() or token.text in ("weekend", "week")
