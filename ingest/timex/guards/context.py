"""Guards on what stands around an expression: what it is compared with, counted from, or part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.timex.guards.base import capital, following, guard, previous, token_of
from ingest.timex.lexicon import cue
from ingest.timex.tense import tense_at

if TYPE_CHECKING:
    from ingest.timex.recognise import Reach


@guard
def adverb_now(reach: Reach) -> bool:
    """ "soon" looks ahead; "was soon released" and "as soon as" do not."""
    word = reach.lexemes[reach.last - 1].lower
    if word == "soon":
        told = tense_at(reach.doc, reach.token(reach.last - 1)) == "past"
        return not told and previous(reach) not in ("as", "too", "-") and following(reach) not in ("as", "after")
    return True


@guard
def quarter_told(reach: Reach) -> bool:
    """ "the quarter", "the latest period" stand for a quarter of results; "the quarter in which" does not."""
    after = reach.lexemes[reach.last + 1].lower if reach.last + 1 < len(reach.lexemes) else ""
    if following(reach) in ("when", "that") or after == "which":
        return False
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
    place = reach.token(reach.first)
    uncertain = any(token.tag_ == "MD" for token in reach.doc[max(place - 3, 0) : place + 4])
    ahead = tense_at(reach.doc, place) == "future" or uncertain
    return ahead and following(reach) not in cue("looks_ahead") and previous(reach) not in cue("one_day")


@guard
def no_part(reach: Reach) -> bool:
    """ "the last two weeks", but not those "of July": they are counted from no publication."""
    looking_back = {reach.lexemes[place].lower for place in range(reach.first, reach.last)} & {"last", "next"}
    return not looking_back or following(reach) != "of"


@guard
def future_noun(reach: Reach) -> bool:
    """ "the future", "in future": the noun; "future payments" are of no particular time."""
    token = token_of(reach, reach.last - 1)
    if capital(reach, reach.last - 1) and not token.is_sent_start and not token.text.isupper():
        return False  # part of a name
    return token.tag_ != "JJ" or not following(reach)[:1].isalpha()


@guard
def not_modified(reach: Reach) -> bool:
    """ "for the year," stands for the year of the report; "the year of", "the year that" name another."""
    return following(reach) not in ("of", "that", "when", "in", "after", "before", "to", "-", "1")


@guard
def past_noun(reach: Reach) -> bool:
    """ "in the past": the noun, not "the past president"."""
    return token_of(reach, reach.last - 1).pos_ == "NOUN"


@guard
def part_told(reach: Reach) -> bool:
    """ "in the morning", "that evening": one of them, not "in the afternoons" or "the night of"."""
    first = reach.lexemes[reach.first].lower
    return first != "the" or previous(reach) in ("in", "during", "throughout", "for") or reach.last - reach.first > 2
