"""`dateline explain`: prints one article sentence by sentence, with everything that was found in it and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from ingest.articles import to_article
from ingest.errors import DatelineError
from ingest.extract import extract
from ingest.lexicon_check import use_user_folder
from ingest.model import Article, Extraction, LocalAgreement, LocalEvent, RawArticle, TimeExpression
from ingest.nlp import load_model, parse
from ingest.read import ReadOptions, read

Line = tuple[int, str, str]  # sentence, style, words
LINKS = ("before", "after", "of")
LINK = re.compile(r"\s+\w+")  # the word behind an expression, which leads to its event


@click.command("explain")
@click.argument("article", type=click.Path(path_type=Path))
@click.option("--model", help="An installed spaCy pipeline.  [default: $DATELINE_MODEL, else the small English one]")
@click.option(
    "--lexicon",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with your own lexicons, as for build.  [default: $DATELINE_LEXICON]",
)
def explain_command(article: Path, model: str | None, lexicon: Path | None) -> None:
    """Print what is found in ARTICLE and by which rule, sentence by sentence."""
    use_user_folder(lexicon)
    console = Console()
    for item in read([article], ReadOptions()):
        if not isinstance(item, RawArticle):
            raise DatelineError(item.reason)
        _explain(console, to_article(item), model)


def _explain(console: Console, article: Article, model: str | None) -> None:
    publication = article.publication
    when = publication.value or (f"{publication.earliest}/{publication.latest}" if publication.earliest else "unknown")
    console.print(Text(f"{article.title or article.path}", style="bold"))
    console.print(Text(f"id {article.id}   published {when} ({publication.basis})   language {article.language}"))
    if article.language != "en":
        console.print("Not in English: stored, not extracted.")
        return
    ((_, doc),) = parse([article], load_model(model))
    found = extract(article, doc)
    lines = sorted(_lines(article, found), key=lambda line: line[0])
    for sentence in found.sentences:
        if sentence.start == sentence.end:
            continue
        marks = [sentence.role] if sentence.role != "body" else []
        marks += ["interpretive"] if sentence.interpretive else []
        head = f"\n{sentence.position}" + (f" ({', '.join(marks)})" if marks else "")
        console.print(Text(f"{head}  {article.text[sentence.start : sentence.end]}"))
        for position, style, said in lines:
            if position == sentence.position:
                console.print(Text(f"    {said}", style=style))


def _lines(article: Article, found: Extraction) -> Iterator[Line]:
    for t in found.expressions:
        days = _days(t.earliest, t.latest) or "no days"
        yield t.sentence, "cyan", f"time {t.text!r}: {t.type} {t.value}, {days}; anchor {t.anchor}, rule {t.rule}"
        if t.anchor_index is not None:
            yield t.sentence, "cyan", f"    {_step(article, found, t)}"
    for m in found.mentions:
        names = ", ".join(found.entities[i].name for i in m.entities)
        yield m.sentence, "green", f"who {article.text[m.start : m.end]!r}: {names}; rule {m.rule}"
    for p in found.place_mentions:
        yield p.sentence, "green", f"where {article.text[p.start : p.end]!r}: {found.places[p.place].name}"
    for number, event in enumerate(found.events):
        yield from _event_lines(found, number, event)
    for agreement in found.agreements:
        yield from _agreement_lines(found, agreement)
    for q in found.quotations:
        who = found.entities[q.speaker].name if q.speaker is not None else q.speaker_text or "unknown"
        yield q.sentence, "blue", f"quotation, {who} ({q.cue or 'no cue'}): {q.text!r}"
    for c in found.citations:
        yield c.sentence, "dim", f"citation {c.number} of {c.marker}"


def _days(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return ""
    return first if first == last else f"{first}..{last}"


def _step(article: Article, found: Extraction, told: TimeExpression) -> str:
    """How an expression was reckoned from another one, or from an event."""
    if told.anchor != "event":
        base = found.expressions[told.anchor_index or 0]
        return f"reckoned from {base.text!r}, {_days(base.earliest, base.latest) or 'no days'}"
    behind = LINK.match(article.text, told.end)
    words = told.text if told.text.endswith(LINKS) or behind is None else article.text[told.start : behind.end()]
    event = found.events[told.anchor_index or 0]
    name = f"event {told.anchor_index} {event.mentions[0].trigger!r}"
    known = _days(event.start_date, event.end_date)
    if told.pending is not None:
        return f"{words!r} {name} waits for the day of that event, which this article does not tell"
    return f"{words!r} {name} of {known} is {_days(told.earliest, told.latest)}"


def _event_lines(found: Extraction, number: int, event: LocalEvent) -> Iterator[Line]:
    for k, mention in enumerate(event.mentions):
        dates = (
            f"{_days(mention.start_date, mention.end_date)} by {mention.date_rule}" if mention.start_date else "undated"
        )
        if mention.time is not None:
            dates += f" ({found.expressions[mention.time].text!r})"
        place = f", in {found.places[mention.place].name}" if mention.place is not None else ""
        again = "" if k == 0 else " (the same happening)"
        yield (
            mention.sentence,
            "magenta",
            f"event {number}{again} {mention.trigger!r}: {mention.type} {mention.status}, {dates}{place}",
        )
    first = event.mentions[0].sentence
    for part in event.participants:
        office = f", {part.office}" if part.office else ""
        disputed = ", disputed" if part.disputed else ""
        yield first, "magenta", f"    {part.role}: {found.entities[part.entity].name}{office}{disputed}"
    for claim in event.claims:
        if claim.attribute != "participant":
            yield claim.sentence, "magenta", f"    claim of event {number}: {claim.attribute} = {claim.value}"


def _agreement_lines(found: Extraction, agreement: LocalAgreement) -> Iterator[Line]:
    parties = ", ".join(found.entities[i].name for i in agreement.parties) or "no party named"
    for k, mention in enumerate(agreement.mentions):
        again = "" if k == 0 else " (the same agreement)"
        yield (
            mention.sentence,
            "yellow",
            f"agreement{again} {mention.trigger!r}: {agreement.kind}, {agreement.status}: "
            f"{agreement.subject}; {parties}",
        )
