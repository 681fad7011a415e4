"""What all guards share: their register, and the words around a match."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from ingest.timex.recognise import Reach

Guard = Callable[["Reach"], bool]
GUARDS: dict[str, Guard] = {}


def guard(function: Guard) -> Guard:
    """Register a guard under its name, as rules call it."""
    GUARDS[function.__name__] = function
    return function


def previous(reach: Reach) -> str:
    """The lower-case lexeme before the match, empty at the start."""
    return reach.lexemes[reach.first - 1].lower if reach.first else ""


def following(reach: Reach) -> str:
    """The lower-case lexeme after the match, empty at the end."""
    return reach.lexemes[reach.last].lower if reach.last < len(reach.lexemes) else ""


def token_of(reach: Reach, lexeme: int) -> Token:
    """The spaCy token of a lexeme."""
    return reach.doc[reach.token(lexeme)]


def capital(reach: Reach, place: int) -> bool:
    """True where the lexeme at that place begins with a capital."""
    return 0 <= place < len(reach.lexemes) and reach.text[reach.lexemes[place].start].isupper()
