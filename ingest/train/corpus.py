"""Articles as training sees them: takes a folder of articles and annotations, gives lessons, and folders of further
texts or of TimeML files, gives their readings, some of them with an annotation of their own.

The articles go through the same stations as in a build, so that the models learn from what they will be given. Folds
are drawn by article, seeded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from ingest import nlp
from ingest.articles import to_article
from ingest.errors import InputError
from ingest.extract.cast import build_cast
from ingest.extract.citations import find_citations
from ingest.extract.events.reading import Reading, lay_out
from ingest.extract.quotations import find_quotations
from ingest.extract.sentences import find_sentences, mark_interpretive
from ingest.model import Article, Metadata, RawArticle, Rejected
from ingest.read import ReadOptions, read
from ingest.timex import annotate
from ingest.timex.tml import publication_of, read_timeml, unwrapped
from ingest.train.gold import GoldArticle, load_gold
from ingest.train.lessons import Lesson, make_lesson
from ingest.train.standoff import load_standoff
from ingest.train.timeml import Annotation, read_annotation

SEED = 0
BEGINNING = 20  # words


def load_lessons(folder: Path, folds: int, beside: bool = False) -> list[Lesson]:
    """One lesson for each annotated article of `folder/articles`, in order of its name.

    Raises InputError where the folder holds no article with an annotation in `folder/gold`.
    """
    found = sorted(read_out(folder / "articles"), key=lambda item: item[0])
    annotated = [(folder / "gold" / f"{stem}.json", reading) for stem, reading in found]
    placed = [(reading, load_gold(path, reading.doc)) for path, reading in annotated if path.is_file()]
    if not placed:
        raise InputError(str(folder), "no annotated article found", "Give a folder with `articles/` and `gold/`.")
    return _dealt(placed, folds, beside, alike=True)


def add_lessons(path: Path, texts: Sequence[Reading], folds: int) -> list[Lesson]:
    """One lesson for each text that a file of `ingest.train.standoff` annotates, in order of the file.

    Raises InputError as `load_standoff` does.
    """
    return _dealt(load_standoff(path, texts), folds, beside=True, alike=False)


def _dealt(annotated: Sequence[tuple[Reading, GoldArticle]], folds: int, beside: bool, alike: bool) -> list[Lesson]:
    order = np.random.RandomState(SEED).permutation(len(annotated))
    fold_of = {int(place): number % folds for number, place in enumerate(order)}
    return [make_lesson(*item, fold_of[number], beside, alike) for number, item in enumerate(annotated)]


def load_texts(folders: Iterable[Path]) -> list[Reading]:
    """The reading of every article in the folders, in order, TimeML files too. Annotations are not looked at.

    Raises InputError for a folder without any article.
    """
    found: list[Reading] = []
    for folder in folders:
        own = [reading for _, reading in sorted(read_out(folder), key=lambda item: item[0])]
        own += [reading for _, reading in _read_timeml(folder)]
        if not own:
            raise InputError(str(folder), "no article found", "Give a folder with articles.")
        found += own
    return found


def load_timeml(folders: Iterable[Path], lessons: Sequence[Lesson]) -> list[tuple[Reading, Annotation]]:
    """The reading and the annotation of every TimeML file in the folders, in order, without those of the lessons.

    Raises InputError for a file that is no TimeML and for a folder without any.
    """
    found = [item for folder in folders for item in _annotated(folder)]
    known = _beginnings(lessons)
    return [(reading, read_annotation(file)) for file, reading in found if _beginning(reading.doc) not in known]


def without(texts: Iterable[Reading], lessons: Sequence[Lesson]) -> list[Reading]:
    """The texts that are no lesson: what an encoder is checked on it must not have read."""
    known = _beginnings(lessons)
    return [reading for reading in texts if _beginning(reading.doc) not in known]


def _annotated(folder: Path) -> list[tuple[Path, Reading]]:
    found = list(_read_timeml(folder))
    if not found:
        raise InputError(str(folder), "no TimeML file found", "Give a folder with `.tml` files.")
    return found


def _beginnings(lessons: Sequence[Lesson]) -> set[tuple[str, ...]]:
    return {_beginning(lesson.reading.doc) for lesson in lessons}


def _beginning(doc: Doc) -> tuple[str, ...]:
    """The first words, by which a text is known again in another spelling."""
    return tuple(islice((token.lower_ for token in doc if token.is_alpha), BEGINNING))


def _read_timeml(folder: Path) -> Iterator[tuple[Path, Reading]]:
    files = sorted(folder.rglob("*.tml"))
    yield from zip(files, (reading for _, reading in _read_out(map(_from_timeml, files))), strict=True)


def _from_timeml(file: Path) -> RawArticle:
    content = file.read_bytes()
    source = read_timeml(content.decode())
    metadata = Metadata(published=(publication_of(source.dct).value or "")[:10] or None)
    return RawArticle(file.name, sha256(content).hexdigest(), unwrapped(source.text), metadata)


def read_out(folder: Path) -> Iterator[tuple[str, Reading]]:
    """The name and the reading of every article in a folder."""
    return _read_out(item for item in read([folder], ReadOptions()) if not isinstance(item, Rejected))


def _read_out(raws: Iterable[RawArticle]) -> Iterator[tuple[str, Reading]]:
    for article, doc in nlp.parse(to_article(raw) for raw in raws):
        yield Path(article.path).stem, read_article(article, doc)


def read_article(article: Article, doc: Doc) -> Reading:
    """What the stations before the events find in one article, laid out."""
    sentences = find_sentences(article, doc)
    citations = find_citations(article, sentences)
    silent = [(block.start, block.end) for block in article.blocks if block.role in nlp.SILENT_ROLES]
    expressions = annotate(doc, article.publication, skip=silent)
    sentences = mark_interpretive(doc, sentences, expressions, citations)
    cast = build_cast(doc, article, sentences, expressions)
    quotations = find_quotations(doc, article, sentences, cast)
    return lay_out(doc, article, sentences, expressions, cast, quotations, citations)
