"""Datelines that begin a paragraph, as news agencies write them: "NAIROBI, March 14 (Reuters) - ".

Form: a place in capitals, perhaps its region, the day, the agency in brackets, then a dash; before an agency that is
known the place may be written as usual. What follows must begin like a sentence, which tells "NASA - the agency - said"
apart.
"""

from __future__ import annotations

import re

from ingest.read.dates import MONTH

CAPITALS = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’/ -](?=[^\W\d_a-z])|\.(?=[ ,]))+"
WORDS = r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}"
DAY = rf",? (?i:{MONTH}) ?\d{{1,2}}(?:, \d{{4}})?|,? \d{{1,2}} (?i:{MONTH})(?: \d{{4}})?"
AGENCY = r" ?\([^()\n]{2,40}\)"
AGENCIES = r"AFP|ANI|ANSA|AP|BBC|Bloomberg|CNN|dpa|DPA|EFE|IANS|PTI|Reuters|TASS|UPI|VOA|Xinhua"
DASH = r"(?: ?—| ?--| –| -)\s+"
BY_FORM = rf"{CAPITALS}(?:, {WORDS}){{0,2}}(?:{DAY})?(?:{AGENCY})?"
BY_AGENCY = rf"{WORDS}(?:, {WORDS}){{0,2}}(?:{DAY})? ?\((?:{AGENCIES})\)"
DATELINE = re.compile(rf"(?:{BY_FORM}|{BY_AGENCY}){DASH}(?=[\"“‘'(]?[^\W_a-z])")
LONGEST = 120  # characters


def dateline_end(text: str, start: int = 0) -> int:
    """Where the dateline that begins at `start` ends, dash and white space included; `start` where none begins."""
    match = DATELINE.match(text, start, start + LONGEST)
    return match.end() if match else start
