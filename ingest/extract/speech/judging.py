"""Speakers whom the rules leave open: takes quotations, gives those said by a pronoun or an age ("it read", "the
24-year-old wrote") the one whom the encoder is sure of.

The rules know who is meant by the grammar around; the encoder has seen whole passages with their speakers, and so knows
who wrote what "it" reads. Where the rules name someone their word stands, as do words for the unnamed ("a guide").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from ingest.extract.cast import Cast
from ingest.extract.encoder.layout import Encoded
from ingest.model import Quotation

BEFORE, AFTER = 6, 1  # sentences around a quotation in which the encoder has learned who speaks
SURE = 1.0  # log odds from which a speaker is taken
TAKES_UP = re.compile(r"(he|she|it|they|who|i|we)|(the )?\d{1,3}-year-old", re.I)


def name_speakers(doc: Doc, cast: Cast, quotations: Sequence[Quotation], encoded: Encoded) -> list[Quotation]:
    """The quotations in order, some with a speaker that they had not."""
    return [
        replace(quotation, speaker=_likeliest(doc, cast, quotation, encoded)) if _is_open(quotation) else quotation
        for quotation in quotations
    ]


def _is_open(quotation: Quotation) -> bool:
    return quotation.speaker is None and TAKES_UP.fullmatch(quotation.speaker_text or "") is not None


def _likeliest(doc: Doc, cast: Cast, quotation: Quotation, encoded: Encoded) -> int | None:
    """The entity named around the quotation that the encoder believes to say it, if it is sure of one."""
    said = doc.char_span(quotation.start, quotation.end, alignment_mode="contract")
    first = next((token.i for token in said or () if not token.is_punct and not token.is_space), None)
    near = [m for m in cast.mentions if m.entities and -BEFORE <= m.sentence - quotation.sentence <= AFTER]
    spans = [(m, span) for m in near if (span := doc.char_span(m.start, m.end, alignment_mode="expand")) is not None]
    if first is None or not spans:
        return None
    odds = encoded.related("speaker", [first], [span.root.i for _, span in spans])[0]
    best = int(odds.argmax())
    return spans[best][0].entities[0] if odds[best] > SURE else None
