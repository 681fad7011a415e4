"""What hangs on an event ("two days after the vote") is reckoned from that event, and dates what happened then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from ingest.extract.anchoring import anchor_times
from ingest.model import EventMention, LocalEvent, Publication, TimeExpression
from ingest.timex import annotate

PUBLISHED = Publication("2019-07-11", "2019-07-11", "2019-07-11", "metadata")
UNKNOWN = Publication()


class Read:
    """A text with events named by their triggers, after anchoring."""

    def __init__(self, expressions: Sequence[TimeExpression], events: Sequence[LocalEvent]) -> None:
        self.expressions, self.events = expressions, events

    def hanging(self) -> TimeExpression:
        """The one expression that hangs on an event."""
        (found,) = [e for e in self.expressions if e.anchor == "event"]
        return found

    def days(self, trigger: str) -> tuple[str | None, str | None]:
        """When the event with this trigger was."""
        (event,) = [e for e in self.events if any(m.trigger == trigger for m in e.mentions)]
        return event.start_date, event.end_date


@pytest.fixture
def read(parse: Callable[[str], Doc]) -> Callable[..., Read]:
    """`read(text, events, dated)`: events by triggers, each dated by an expression where `dated` gives its words."""

    def make(
        text: str,
        events: Sequence[str],
        dated: dict[str, str] | None = None,
        publication: Publication = PUBLISHED,
        basis: str = "own_clause",
        status: str = "occurred",
    ) -> Read:
        doc = parse(text)
        expressions = annotate(doc, publication)
        local = [_event(doc, expressions, triggers, (dated or {}).get(triggers), basis) for triggers in events]
        local = [replace(event, status=status) for event in local]
        return Read(*anchor_times(doc, expressions, local, publication))

    return make


def _event(doc: Doc, expressions: Sequence[TimeExpression], triggers: str, words: str | None, basis: str) -> LocalEvent:
    """An event whose mentions are the triggers, "sign/treaty" in order, dated by the expression with these words."""
    time = next((i for i, e in enumerate(expressions) if e.text == words), None)
    told = expressions[time] if time is not None else None
    mentions, at = [], 0
    for word in triggers.split("/"):
        at = doc.text.index(word, at)
        sentence = next(i for i, s in enumerate(doc.sents) if s.start_char <= at < s.end_char)
        mentions.append(EventMention(at, at + len(word), sentence, word, "OTHER", "occurred"))
        at += len(word)
    return LocalEvent(
        "OTHER", "occurred", triggers, tuple(mentions), time=time, date_basis=basis if told else "none",
        start_date=told.earliest if told else None, end_date=told.latest if told else None,
        date_precision=told.granularity if told and told.earliest else "unknown",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "anchor", "when", "dated", "earliest", "latest"),
    [
        ("The summit opened on 28 June. The envoys arrived the day before the summit.", "summit", "28 June",
         "arrived", "2019-06-27", "2019-06-27"),
        ("Voters went to the polls on 3 July. Two days after the vote, the minister resigned.", "vote", "3 July",
         "resigned", "2019-07-05", "2019-07-05"),
        ("The talks failed on 3 July. The union called a strike the day after the end of the talks.", "talks/talks",
         "3 July", "strike", "2019-07-04", "2019-07-04"),
        ("The truce was signed on 4 June. Fighting resumed three days after the truce was signed.", "signed/signed",
         "4 June", "Fighting", "2019-06-07", "2019-06-07"),
        ("The firm sacked its director, a day after police raided its offices on 9 July.", "raided", "9 July",
         "sacked", "2019-07-10", "2019-07-10"),
        ("The coup began on 28 June. The general fled a month after the coup.", "coup", "28 June",
         "fled", "2019-07-01", "2019-07-31"),
        ("A quake struck on 3 July. Aid reached the island the week after the quake.", "quake", "3 July",
         "reached", "2019-07-08", "2019-07-14"),
    ],
)  # fmt: skip
def test_what_happened_then_is_dated_from_the_event(
    read: Callable[..., Read], text: str, anchor: str, when: str, dated: str, earliest: str, latest: str
) -> None:
    told = read(text, [anchor, dated], {anchor: when})
    assert told.hanging().anchor_index == 0
    assert told.days(dated) == (earliest, latest)
    assert told.days(anchor.split("/")[0]) == (f"2019-0{6 if 'June' in when else 7}-{int(when.split()[0]):02}",) * 2


def test_the_article_says_how_the_day_was_found(read: Callable[..., Read]) -> None:
    told = read("The vote was on 3 July. Two days after the vote, the minister resigned.", ["vote", "resigned"],
                {"vote": "3 July"})  # fmt: skip
    resigned = told.events[1]
    assert (resigned.date_basis, resigned.mentions[0].date_rule) == ("own_clause", "from_event")
    assert told.expressions[resigned.time or 0].text == "Two days"


def test_of_an_event_known_by_its_month_only_a_span_of_days_is_told(read: Callable[..., Read]) -> None:
    told = read("Gunmen attacked a convoy in May. Troops came the day after the attack.",
                ["attack", "came"], {"attack": "May"})  # fmt: skip
    assert told.days("came") == ("2019-05-02", "2019-06-01")
    assert told.hanging().granularity == "interval"


def test_an_event_without_a_day_is_named_and_gives_none(read: Callable[..., Read]) -> None:
    told = read("The envoys arrived the day before the summit.", ["arrived", "summit"])
    assert (told.hanging().anchor_index, told.hanging().earliest) == (1, None)
    assert told.days("arrived") == (None, None)


def test_an_event_never_dates_itself(read: Callable[..., Read]) -> None:
    told = read("The envoys arrived the day before the summit.", ["summit"], {"summit": "the day before"})
    assert told.events[0].time is None
    assert told.days("summit") == (None, None)


def test_where_the_article_seems_to_set_an_event_apart_from_itself_nothing_is_reckoned(
    read: Callable[..., Read],
) -> None:
    text = "The emergency was declared on 3 July. The move came two days after the emergency was declared."
    told = read(text, ["declared/move/declared"], {"declared/move/declared": "3 July"})
    assert [e.earliest for e in told.expressions] == ["2019-07-03", None]
    assert [e.anchor for e in told.expressions] == ["publication", "none"]
    assert told.days("move") == ("2019-07-03", "2019-07-03")


def test_two_events_that_hang_on_each_other_stay_undated(read: Callable[..., Read]) -> None:
    told = read("The army left a day before the vote. The vote came two days after the army left.",
                ["left/left", "vote/vote"])  # fmt: skip
    assert [e.anchor_index for e in told.expressions] == [1, 0]
    assert [e.earliest for e in told.expressions] == [None, None]
    assert [event.start_date for event in told.events] == [None, None]


def test_one_leads_to_the_next(read: Callable[..., Read]) -> None:
    told = read(
        "The mayor fled two days after the siege. The siege began a day after the coup. The coup was on 1 July.",
        ["fled", "siege/siege", "coup/coup"], {"coup/coup": "1 July"},
    )  # fmt: skip
    assert told.events[1].start_date == "2019-07-02"
    assert told.days("fled") == ("2019-07-04", "2019-07-04")


def test_its_own_words_outweigh_the_day_of_the_sentence_before(read: Callable[..., Read]) -> None:
    text = "A bomb went off on 5 July. Police arrested three men two days after the bomb."
    told = read(text, ["bomb/bomb", "arrested"], {"bomb/bomb": "5 July", "arrested": "5 July"}, basis="discourse")
    assert told.days("arrested") == ("2019-07-07", "2019-07-07")


def test_a_date_that_tells_of_the_anchor_does_not_date_what_came_after(read: Callable[..., Read]) -> None:
    text = "Police arrested three men two days after the attack of 5 July."
    told = read(text, ["arrested", "attack"], {"arrested": "5 July", "attack": "5 July"})
    assert told.days("arrested") == ("2019-07-07", "2019-07-07")


@pytest.mark.parametrize(
    ("text", "target", "anchor", "day", "earliest", "latest"),
    [
        ("The ministers met on Monday, a day after rebels attacked the port.", "met", "attacked", "Monday",
         "2019-07-07", "2019-07-07"),
        ("The bill was rejected on 3 June, the day before the premier flew to Rome.", "rejected", "flew", "3 June",
         "2019-06-04", "2019-06-04"),
        ("Ten years after the war, the neighbours signed a treaty on 4 May.", "signed", "war", "4 May",
         "2009-01-01", "2009-12-31"),
    ],
)  # fmt: skip
def test_from_the_day_of_the_clause_that_of_the_anchor_is_counted_back(
    read: Callable[..., Read], text: str, target: str, anchor: str, day: str, earliest: str, latest: str
) -> None:
    """Also where the anchor seemed to have the day of the clause, which lies apart from it."""
    for dated in ({target: day}, {target: day, anchor: day}):
        told = read(text, [target, anchor], dated)
        assert told.days(anchor) == (earliest, latest)
        assert told.events[1].mentions[0].date_rule == "counted_back"
        assert (told.hanging().earliest, told.hanging().latest) == told.days(target)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Less than a week", ("2019-06-12", "2019-06-19")),
        ("More than a week", (None, None)),
        ("About two days", ("2019-06-14", "2019-06-14")),
    ],
)
def test_how_long_at_least_or_at_most(
    read: Callable[..., Read], words: str, days: tuple[str | None, str | None]
) -> None:
    text = f"The court ruled on 12 June. {words} after the ruling, the minister resigned."
    assert read(text, ["ruled/ruling", "resigned"], {"ruled/ruling": "12 June"}).days("resigned") == days


def test_after_what_is_still_to_come_lies_what_comes_later(read: Callable[..., Read]) -> None:
    told = read("The vote is on 20 July. The envoys leave two days after the vote.", ["vote", "leave"],
                {"vote": "20 July"})  # fmt: skip
    assert told.days("leave") == ("2019-07-22", "2019-07-22")


def test_what_has_a_day_of_its_own_keeps_it(read: Callable[..., Read]) -> None:
    text = "On 9 July, days before the vote, the minister resigned, a week after the attack."
    told = read(text, ["resigned", "attack"], {"resigned": "9 July"})
    assert told.days("resigned") == ("2019-07-09", "2019-07-09")


def test_after_something_that_is_no_event_nothing_is_guessed(read: Callable[..., Read]) -> None:
    text = "The minister resigned two days after his birthday, and the strike ended on 9 July."
    told = read(text, ["resigned", "strike"], {"strike": "9 July"})
    assert told.days("resigned") == (None, None)
    assert all(e.anchor != "event" for e in told.expressions)


def test_what_would_lie_after_the_article_has_no_day_unless_it_is_planned(read: Callable[..., Read]) -> None:
    text = "The vote was on 10 July. Two days after the vote, the minister resigned."
    assert read(text, ["vote", "resigned"], {"vote": "10 July"}).days("resigned") == (None, None)
    planned = read(text.replace("resigned", "will resign"), ["vote", "resign"], {"vote": "10 July"}, status="planned")
    assert planned.days("resign") == ("2019-07-12", "2019-07-12")


def test_how_long_something_lasted_is_no_day(read: Callable[..., Read]) -> None:
    text = "The vote was on 3 May. For two days after the vote, crowds marched through the capital."
    assert read(text, ["vote", "marched"], {"vote": "3 May"}).days("marched") == (None, None)


def test_without_a_publication_day_nothing_that_needs_it_is_guessed(read: Callable[..., Read]) -> None:
    text = "The vote was on Wednesday. Two days after the vote, the minister resigned."
    told = read(text, ["vote", "resigned"], {"vote": "Wednesday"}, publication=UNKNOWN)
    assert told.days("resigned") == (None, None)
    assert told.hanging().anchor_index == 0


WORDS = ["the", "day", "before", "after", "two days", "a week", "summit", "vote", "attack", "resigned", "signed"]
WORDS += ["on 3 July", "in May", ".", ",", "which", "and", "began"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=25), st.data())
def test_whatever_the_words_nothing_hangs_on_itself(
    parse: Callable[[str], Doc], words: list[str], data: st.DataObject
) -> None:
    doc = parse(" ".join(words))
    expressions = annotate(doc, PUBLISHED)
    triggers = [t for t in doc if t.text in ("summit", "vote", "attack", "resigned", "signed", "began")]
    times = st.one_of(st.none(), st.integers(0, len(expressions) - 1)) if expressions else st.none()
    events = []
    for token in triggers:
        time = data.draw(times)
        told = expressions[time] if time is not None else None
        mention = EventMention(token.idx, token.idx + len(token), 0, token.text, "OTHER", "occurred")
        events.append(
            LocalEvent(
                "OTHER",
                "occurred",
                "",
                (mention,),
                time=time,
                date_basis="own_clause" if told else "none",
                start_date=told.earliest if told else None,
                end_date=told.latest if told else None,
            )
        )
    anchored, dated = anchor_times(doc, expressions, events, PUBLISHED)
    assert len(anchored) == len(expressions)
    assert len(dated) == len(events)
    for i, expression in enumerate(anchored):
        if expression.anchor == "event":
            assert expression.anchor_index is not None
            assert dated[expression.anchor_index].time != i
        assert (expression.earliest or "") <= (expression.latest or "")
    for event in dated:
        assert (event.start_date is None) == (event.end_date is None)
        if event.time is not None and event.start_date and event.mentions[0].date_rule != "counted_back":
            told = anchored[event.time]
            assert (event.start_date, event.end_date) == (told.earliest, told.latest)
