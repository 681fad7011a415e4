"""Direct speech: takes an article and its cast, gives each attributed run between quotation marks with its speaker.

A run counts from three words on and where a source can be told: by a cue beside it, by the parse around it, or
because it goes on where the same speaker left off. Titles, terms and scare quotes are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc, Span

from ingest.extract.cast import Cast
from ingest.extract.speech.attribution import Attribution, Reader, words_of
from ingest.extract.speech.interviews import answers
from ingest.extract.speech.marks import Run, find_runs
from ingest.extract.speech.naming import is_naming, is_term, is_title
from ingest.extract.speech.speakers import Speakers
from ingest.model import Article, Quotation, Sentence
from ingest.normalize.turns import find_turns

FEWEST_WORDS = 3
WORD = re.compile(r"\w+(?:['’-]\w+)*")
LEAST_SCORE = 0.0
ENDING = ".!?,…"
SPEAKER_ROLES = frozenset({"body"})


def find_quotations(doc: Doc, article: Article, sentences: Sequence[Sentence], cast: Cast) -> list[Quotation]:
    """All quotations in text order; an unresolved speaker is None, its words in `speaker_text` where there are any."""
    paragraphs = [(block.start, block.end) for block in article.blocks if block.role in SPEAKER_ROLES]
    runs = [run for run in find_runs(article.text, paragraphs) if _is_speech(article.text, run)]
    spans = [(run, span) for run in runs if (span := _tokens(doc, run)) is not None]
    quoted = {token.i for _, span in spans for token in span}
    speakers = Speakers(cast, quoted)
    sentence_of = [i for i, sentence in enumerate(doc.sents) for _ in range(len(sentence))]
    answering = answers(cast, find_turns(article.text))
    return list(_quotations(article, Reader(doc, speakers), speakers, spans, sentence_of, answering))


def _is_speech(text: str, run: Run) -> bool:
    return len(WORD.findall(text[run.start : run.end])) >= FEWEST_WORDS


def _tokens(doc: Doc, run: Run) -> Span | None:
    span = doc.char_span(run.start, run.end, alignment_mode="contract")
    return span if span is not None and len(span) else None


def _quotations(
    article: Article,
    reader: Reader,
    speakers: Speakers,
    spans: Sequence[tuple[Run, Span]],
    sentence_of: Sequence[int],
    answering: Mapping[int, tuple[int, str]],
) -> Iterable[Quotation]:
    found: list[Quotation | None] = []
    waiting: list[int] = []  # runs that go before the attribution of their paragraph
    last: Quotation | None = None
    for number, (run, span) in enumerate(spans):
        attribution = None if is_naming(span) else reader.find(span)
        before = spans[number - 1] if number else None
        quotation = _made(article, speakers, run, sentence_of[span.start], attribution, span, last)
        if quotation is None and run.start - 1 in answering:
            speaker, words = answering[run.start - 1]
            text = article.text[run.start : run.end]
            quotation = Quotation(run.start, run.end, sentence_of[span.start], text, speaker, words, ":")
        if quotation is None and not is_naming(span):
            after_speech = last is not None and before is not None and _continues(article.text, before[0], run)
            quotation = _unattributed(
                article, speakers, run, span, sentence_of[span.start], last if after_speech else None
            )
        found.append(quotation)
        if quotation is None and _stands_alone(article.text, run):
            waiting.append(number)
        if quotation is not None:
            for earlier in waiting:
                if _same_paragraph(article.text, spans[earlier][0], run):
                    where = sentence_of[spans[earlier][1].start]
                    found[earlier] = _same_speaker(article, spans[earlier][0], where, quotation)
            waiting, last = [], quotation
    return [quotation for quotation in found if quotation]


def _made(
    article: Article,
    speakers: Speakers,
    run: Run,
    sentence: int,
    attribution: Attribution | None,
    span: Span,
    last: Quotation | None,
) -> Quotation | None:
    text = article.text[run.start : run.end]
    if attribution is None or attribution.score < LEAST_SCORE or (is_title(text) and not attribution.beside):
        return None
    if attribution.sort in ("act", "other") and is_term(span):
        return None
    speaker = speakers.behind(attribution.source, last.speaker if last else None)
    return Quotation(run.start, run.end, sentence, text, speaker, words_of(attribution.source).text, attribution.cue)


def _unattributed(
    article: Article, speakers: Speakers, run: Run, span: Span, sentence: int, last: Quotation | None
) -> Quotation | None:
    """Speech without a cue: whom the sentence right before it is about, else who spoke last."""
    text = article.text[run.start : run.end]
    if not _stands_alone(article.text, run):
        return None
    subject = speakers.subject_right_before(span) if text[-1:] in ENDING and not is_title(text) else None
    if subject is not None and (last is None or speakers.cast.entities_at(subject)[0] != last.speaker):
        speaker = speakers.cast.entities_at(subject)[0]
        return Quotation(run.start, run.end, sentence, text, speaker, words_of(subject).text, None)
    return _same_speaker(article, run, sentence, last) if last else None


def _continues(text: str, before: Run, run: Run) -> bool:
    """Whether a run follows another with no words between but the end of an attribution, or in the next paragraph."""
    between = text[before.end : run.start]
    return between.count("\n") <= 2 and _stands_alone(text, run)


def _stands_alone(text: str, run: Run) -> bool:
    """Whether a run is a sentence of its own and no part of one ("...the 'safe haven' plan")."""
    before = text[: run.start - 1].rstrip(" ")
    return text[run.start : run.start + 1].isupper() and (not before or before[-1] in ".!?\n:\"”'’])")


def _same_paragraph(text: str, one: Run, other: Run) -> bool:
    return "\n" not in text[one.end : other.start]


def _same_speaker(article: Article, run: Run, sentence: int, other: Quotation) -> Quotation:
    text = article.text[run.start : run.end]
    return Quotation(run.start, run.end, sentence, text, other.speaker, other.speaker_text, None)
