"""The language of an article: takes its text and what it states, gives an ISO 639 code.

What an article says of itself counts. Where it says nothing, a text with the usual share of English function words
is English; any other goes to py3langid, and a text too short to tell is taken for English. A statement of English
is overruled where a long text surely is not, since English rules on it would only make errors.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

DEFAULT = "en"
FUNCTION_WORDS = frozenset(
    {"the", "of", "and", "to", "that", "for", "with", "is", "was", "by", "from", "his", "has", "have", "been", "said"}
    | {"at", "are", "it", "this", "which", "they", "their", "its", "not", "but"}
)
SAMPLE = 2_000  # characters that are looked at
FEWEST_WORDS = 20  # below, function words prove little
USUAL_SHARE = 0.1  # of English news words, a quarter are among these (least seen: 0.107); of Danish, up to 0.08
UNUSUAL_SHARE = 0.06
SURE = 0.9  # py3langid is below it on headlines and single names
TOO_SHORT = 40  # characters
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, stated: str | None = None) -> str:
    """The ISO 639 code of the language, two letters where there are two ("en", "pt", "fil")."""
    code = code_of(stated)
    if code is not None and code != DEFAULT:
        return code
    share = _share_of_function_words(text)
    if share is not None and share >= USUAL_SHARE:
        return DEFAULT
    if (code == DEFAULT and (share is None or share > UNUSUAL_SHARE)) or (text.isascii() and len(text) < TOO_SHORT):
        return DEFAULT
    found, probability = _identified(text)
    return found if probability >= SURE else DEFAULT


def code_of(stated: str | None) -> str | None:
    """The language of a tag or a name ("en-GB", "en_US", "English"), None for what is neither."""
    if not stated:
        return None
    tag = re.split(r"[-_]", stated.strip())[0].lower()
    if re.fullmatch("[a-z]{2,3}", tag):
        return THREE_LETTERS.get(tag, tag)
    return _names().get(stated.strip().lower())


THREE_LETTERS = {"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt"}


@cache
def _names() -> dict[str, str]:
    from babel import Locale

    english = {name.lower(): code for code, name in Locale("en").languages.items() if len(code) in (2, 3)}
    own = {(Locale.parse(c).get_language_name(c) or "").lower(): c for c in ("de", "fr", "es", "it", "pt", "nl", "ja")}
    return own | english


def _share_of_function_words(text: str) -> float | None:
    words = WORD.findall(text[:SAMPLE].lower())
    if len(words) < FEWEST_WORDS:
        return None
    return sum(word in FUNCTION_WORDS for word in words) / len(words) if "the" in words else 0.0


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a quarter of a second: only where it is needed

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _identified(text: str) -> tuple[str, float]:
    """py3langid's finding and its probability."""
    code, probability = _identifier().classify(text[:SAMPLE])
    return str(code), float(probability)
