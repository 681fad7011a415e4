"""Guards against numbers that are no time: counts, prices, ages, scores, fractions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.timex.guards.base import following, guard, previous, token_of
from ingest.timex.lexicon import cue
from ingest.timex.tense import before

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ingest.timex.recognise import Reach


@guard
def bare_year(reach: Reach) -> bool:
    """A four-digit number that is a year: no count, price, address or measure."""
    place = reach.last - 1
    before, after = previous(reach), following(reach)
    begin = reach.lexemes[reach.first].start
    if begin and reach.text[begin - 1].isalnum():
        return False  # part of a code: "J1131"
    if reach.text[reach.lexemes[place].end : reach.lexemes[place].end + 1].isalnum():
        return False  # "1920x1080"
    if before in cue("numbered"):
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


def end_of_range(reach: Reach) -> tuple[int, int]:
    """The last two digits of a range's years: (14, 17) for "2014-17"."""
    digits = [lexeme.lower for lexeme in reach.lexemes[reach.first : reach.last] if lexeme.lower.isdigit()]
    return int(digits[0][-2:]), int(digits[-1][-2:]) if len(digits[-1]) == 2 else 100


@guard
def rising(reach: Reach) -> bool:
    """ "2014-17" are years; "2019-07" are none."""
    first, second = end_of_range(reach)
    return second > first or second == 0


@guard
def iso_month(reach: Reach) -> bool:
    """ "2019-07" is July 2019; "2001-07" more likely the years 2001 to 2007."""
    first, second = end_of_range(reach)
    return 1 <= second <= 12 and second <= first


@guard
def short_year(reach: Reach) -> bool:
    """ "'98" after a word that years follow."""
    return previous(reach) in cue("before_time") | {"class"} or reach.last - reach.first > 1


@guard
def not_age(reach: Reach) -> bool:
    """No age: "33-year-old", "five years old", "aged 84 years"."""
    return (
        previous(reach) not in ("aged", "age")
        and following(reach) not in ("old", "olds")
        and not (
            following(reach) in ("-", "–")
            and reach.last + 1 < len(reach.lexemes)
            and reach.lexemes[reach.last + 1].lower in ("old", "olds")
        )
    )


@guard
def no_money(reach: Reach) -> bool:
    """The first number is no price or percentage."""
    return previous(reach) not in ("$", "£", "€", "¥", "#", "dlrs")


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
def no_share(reach: Reach) -> bool:
    """ "a quarter", "about a quarter" are shares more often than lengths; "two quarters" is a length."""
    words = {reach.lexemes[place].lower for place in range(reach.first, reach.last)}
    return "quarter" not in words or bool(words & {"-", "one", "full", "whole"})


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
def bare_units(reach: Reach) -> bool:
    """ "weeks", "for years": a length without a number; written small, unless it opens the sentence."""
    token = token_of(reach, reach.first)
    if token.text[:1].isupper() and not token.is_sent_start:
        return False
    if previous(reach) in cue("bare_units"):
        return previous(reach) == "the" and following(reach) in cue("bare_units_2")
    rooms = reach.lexemes[reach.last - 1].lower == "quarters" and previous(reach) not in cue("before_time")
    fraction = reach.lexemes[reach.last - 1].lower == "quarters" and following(reach) == "of"
    return following(reach) not in ("old", "-") and not fraction and not rooms and not named(reach, token)


def named(reach: Reach, token: Token) -> bool:
    """ "opening hours", "Friday hours", "glory days": a noun or a name before it says which, not how long."""
    if following(reach) in ("after", "before", "later", "earlier", "ago"):
        return False
    before_it = reach.doc[max(token.i - 1, 0)]
    return before_it.dep_ == "compound" and before_it.head.i == token.i


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
            and previous(reach) in cue("before_time") - cue("before_length") | {"at"}
        )
    return True
