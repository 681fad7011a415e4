"""An invented corpus: rows as the build hands them to the writer, without reading or parsing anything.

`Newsroom` keeps offsets, counts and identifiers consistent, so that a test says only what it is about.
`small_corpus()` tells of two invented countries' dealings and holds every kind of case that a page must show;
`large_corpus()` adds a long run of events; `Newsroom().rows()` is an empty database.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

Row = dict[str, object]

HOSTILE = "<script>alert('headline')</script> & \"quoted\""


class Newsroom:
    """Collects articles and what is read out of them, and gives the rows of a database."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, Row]] = {}
        self.numbers = itertools.count(1)

    def add(self, table: str, **row: object) -> str:
        """Add a row; without an id or a known key it gets a number."""
        key = str(row.get("id") or row.get("path") or next(self.numbers))
        self.tables.setdefault(table, {})[key] = row
        return key

    def source(self, name: str) -> str:
        return self.add("sources", id=name.lower().replace(" ", "-"), name=name)

    def article(
        self,
        key: str,
        sentences: list[str | tuple[str, str]],
        published: str | None = None,
        source: str | None = None,
        **more: object,
    ) -> str:
        """An article of sentences, each its text or (text, role); a sentence that is not body is its own paragraph."""
        text = ""
        for position, item in enumerate(sentences):
            words, role = (item, "body") if isinstance(item, str) else item
            if text:
                text += " " if role == "body" and position % 3 else "\n\n"
            start = len(text)
            text += words
            self.add(
                "sentences",
                id=f"{key}-s{position}",
                article_id=key,
                position=position,
                start_char=start,
                end_char=len(text),
                text=words,
                role=role,
                interpretive=0,
            )
        row: Row = {
            "source_id": self.source(source) if source else None,
            "published": published,
            "published_earliest": published,
            "published_latest": published,
            "published_basis": "metadata" if published else "unknown",
            "title": key.replace("-", " ").capitalize(),
            "path": f"{key}.txt",
        }
        self.add("articles", id=key, text=text, word_count=len(text.split()), **{**row, **more})
        self.add("inputs", path=f"{key}.txt", outcome="loaded", article_id=key, run_id=1)
        return key

    def participant(self, name: str, kind: str = "person", country: str | None = None, *aliases: str) -> str:
        key = name.lower().replace(" ", "-")
        self.add(
            "participants", id=key, name=name, kind=kind, country_code=country, mention_count=len(aliases) + 2,
            article_count=1,
        )  # fmt: skip
        for alias in (name, *aliases):
            self.add("participant_aliases", participant_id=key, alias=alias, mention_count=1)
        return key

    def place(self, name: str, country: str, kind: str = "city") -> str:
        return self.add("places", id=name.lower().replace(" ", "-"), name=name, kind=kind, country_code=country)

    def event(
        self,
        key: str,
        kind: str,
        title: str,
        mentions: list[tuple[str, int, str]],
        start: str | None = None,
        end: str | None = None,
        precision: str = "day",
        status: str = "occurred",
        place: str | None = None,
        participants: tuple[tuple[str, str], ...] = (),
        **more: object,
    ) -> str:
        """An event with mentions (article, sentence, trigger) and participants (id, role)."""
        end = end or start
        for number, (article, position, trigger) in enumerate(mentions):
            self.mention(key, kind, status, number, article, position, trigger, start, end, place)
        articles = {self.original(article) for article, *_ in mentions}
        row: Row = {
            "start_date": start,
            "end_date": end,
            "edtf": start if start == end else f"{start}/{end}",
            "date_precision": precision if start else "unknown",
            "date_basis": "own_clause" if start else "none",
            "status": status,
            "place_id": place,
            "article_count": len(articles),
            "mention_count": len(mentions),
            "conflict_count": 0,
            "confidence": 0.8,
        }
        self.add("events", id=key, type=kind, title=title, **{**row, **more})
        for participant, role in participants:
            self.add("event_participants", event_id=key, participant_id=participant, role=role, mention_count=1, article_count=1, disputed=0)  # fmt: skip  # noqa: E501
            first_article, first_sentence, _ = mentions[0]
            self.claim(key, "participant", str(self.tables["participants"][participant]["name"]), first_article, first_sentence, participant)  # fmt: skip  # noqa: E501
        return key

    def mention(
        self, event: str, kind: str, status: str, number: int, article: str, position: int, trigger: str,
        start: str | None, end: str | None, place: str | None,
    ) -> None:  # fmt: skip
        sentence = self.tables["sentences"][f"{article}-s{position}"]
        first = int(str(sentence["start_char"])) + str(sentence["text"]).index(trigger)
        self.add(
            "event_mentions", id=f"{event}-m{number}", event_id=event, article_id=article, sentence_id=sentence["id"],
            trigger=trigger, start_char=first, end_char=first + len(trigger), type=kind, status=status,
            start_date=start, end_date=end, place_id=place, link_rule="first" if number == 0 else "same day and place",
            link_score=None if number == 0 else 0.9,
        )  # fmt: skip

    def original(self, article: str) -> str:
        row = self.tables["articles"][article]
        return str(row.get("duplicate_of") or article)

    def claim(self, event: str, attribute: str, value: str, article: str, position: int, participant: str | None = None) -> str:  # fmt: skip  # noqa: E501
        key = f"claim-{next(self.numbers)}"
        return self.add(
            "claims", id=key, event_id=event, attribute=attribute, value=value, participant_id=participant,
            article_id=article, sentence_id=f"{article}-s{position}",
        )  # fmt: skip

    def conflict(self, event: str, attribute: str, kind: str, summary: str, claims: list[str]) -> None:
        key = self.add("conflicts", id=f"{event}-{kind}", event_id=event, attribute=attribute, kind=kind, summary=summary)  # fmt: skip  # noqa: E501
        for claim in claims:
            self.add("conflict_claims", conflict_id=key, claim_id=claim)
        row = self.tables["events"][event]
        row["conflict_count"] = int(str(row["conflict_count"])) + 1

    def dispute(self, event: str, participant: str) -> None:
        """Mark a participant of an event as disputed."""
        for row in self.tables["event_participants"].values():
            if (row["event_id"], row["participant_id"]) == (event, participant):
                row["disputed"] = 1

    def cite(self, event: str, article: str, position: int, marker: str) -> None:
        """Tie every number of a marker in a sentence to an event."""
        sentence = self.tables["sentences"][f"{article}-s{position}"]
        start = int(str(sentence["start_char"])) + str(sentence["text"]).index(marker)
        for number in marker.strip("[]").split(","):
            key = self.add(
                "citations", id=f"{article}-c{start}-{int(number)}", article_id=article, sentence_id=sentence["id"],
                marker=marker, number=int(number), start_char=start, end_char=start + len(marker),
                reference_id=self.tables.get("cited_references", {}).get(f"{article}-r{int(number)}", {}).get("id"),
            )  # fmt: skip
            self.add("event_citations", event_id=event, citation_id=key)

    def agreement(self, key: str, event: str, subject: str, mention: tuple[str, int, str], parties: list[str], **more: object) -> None:  # fmt: skip  # noqa: E501
        article, position, trigger = mention
        sentence = self.tables["sentences"][f"{article}-s{position}"]
        start = int(str(sentence["start_char"])) + str(sentence["text"]).index(trigger)
        self.add("agreements", id=key, event_id=event, subject=subject, article_count=1, **more)
        self.add(
            "agreement_mentions", id=f"{key}-m0", agreement_id=key, article_id=article, sentence_id=sentence["id"],
            start_char=start, end_char=start + len(trigger),
        )  # fmt: skip
        for party in parties:
            self.add("agreement_parties", agreement_id=key, participant_id=party)

    def quotation(self, article: str, position: int, words: str, speaker: str | None, cue: str = "said") -> None:
        sentence = self.tables["sentences"][f"{article}-s{position}"]
        start = int(str(sentence["start_char"])) + str(sentence["text"]).index(words)
        self.add(
            "quotations", id=f"{article}-q{start}", article_id=article, sentence_id=sentence["id"], speaker_id=speaker,
            speaker_text=None if speaker else "an official", cue=cue, text=words, start_char=start,
            end_char=start + len(words),
        )  # fmt: skip

    def rows(self) -> Iterator[tuple[str, Row]]:
        """The rows, table by table in the order of first use, which is not the order of references."""
        yield "runs", {"id": 1, "started": "2024-06-30T00:00:00+00:00", "finished": None, "version": "0", "articles": 0}
        for table, rows in self.tables.items():
            for row in rows.values():
                yield table, row


def small_corpus() -> Newsroom:
    """Norland and Veska: a summit told of by two papers that disagree, and one of every other case."""
    news = Newsroom()
    people(news)
    articles(news)
    summit(news)
    other_events(news)
    return news


def people(news: Newsroom) -> None:
    news.participant("Norland", "country", "NO", "Norlanders")
    news.participant("Veska", "country", "SE")
    news.participant("Ilse Marr", "person", None, "President Marr", "Marr")
    news.participant("Tomas Brandt", "person", None, "Brandt")
    news.participant("Odile Renn", "person", None, "Renn")
    news.participant("Harbour Workers' Union", "organisation", None, "HWU")
    news.participant("Lake Region Bank", "organisation")
    for name, country in (("Kestrel Bay", "NO"), ("Ostrava Heights", "SE"), ("Lake Merin", "NO")):
        news.place(name, country)
    news.add("offices_held", participant_id="tomas-brandt", office="Prime Minister", country_code="SE", first_stated="2023-11-02", last_stated="2024-05-30", article_count=2)  # fmt: skip  # noqa: E501


def articles(news: Newsroom) -> None:
    news.article(
        "summit-opens",
        [
            ("KESTREL BAY, May 28", "dateline"),
            "President Ilse Marr of Norland met Prime Minister Tomas Brandt of Veska here on May 28, 2024 [1, 2].",
            "They agreed to open negotiations on a Shared Waters Convention [2].",
            '"We will not leave this coast to chance," Marr said.',
            "Norland had withdrawn from the older fisheries pact in March 2023.",
            ("Read more: ten harbours to see before winter", "furniture"),
            "Dock workers plan to strike from June 10 to June 14.",
        ],
        "2024-05-29",
        "Kestrel Courier",
        author="A. Writer",
        url="https://courier.example/2024/05/29/summit-opens",
    )
    news.add("cited_references", id="summit-opens-r1", article_id="summit-opens", number=1, text="Office of the President, schedule", url="https://norland.example/schedule")  # fmt: skip  # noqa: E501
    news.add("cited_references", id="summit-opens-r2", article_id="summit-opens", number=2, text="Joint statement", url="javascript:alert(1)")  # fmt: skip  # noqa: E501
    news.article(
        "leaders-at-kestrel-bay",
        [
            "Prime Minister Odile Renn of Veska and President Marr held their summit this week.",
            "Both sides say that talks on the waters convention begin in July.",
            "A harbour fire at Ostrava Heights killed nobody in the summer of 2022.",
            "The union accused the Lake Region Bank of hiding its losses.",
            "The bank denies that it closed the Merin branch.",
        ],
        "2024-05-30",
        "Veska Herald",
        url="javascript:alert('url')",
    )
    news.article(
        "leaders-at-kestrel-bay-copy",
        ["Prime Minister Odile Renn of Veska and President Marr held their summit this week."],
        "2024-05-31",
        "Morning Wire",
        duplicate_of="leaders-at-kestrel-bay",
    )
    news.article(
        "hostile-markup",
        [
            f"Officials opened an inquiry into {HOSTILE} on April 2, 2024.",
            "<img src=x onerror=alert(1)> The first border treaty was signed in 1951.",
            "Norland's navy has been patrolling Lake Merin since May 20, 2024.",
            "A second summit planned for September 2024 was called off.",
            "Some say that shots were fired near the lake in the week of April 15.",
            "Flooding was common there in the 1990s, and the great dyke broke.",
        ],
        "2024-06-01",
        title=HOSTILE,
        url='https://example.org/?q="><script>alert(2)</script>',
    )


def summit(news: Newsroom) -> None:
    news.event(
        "ev-summit", "CONSULT", "Norland and Veska hold a summit in Kestrel Bay",
        [
            ("summit-opens", 1, "met"), ("leaders-at-kestrel-bay", 0, "summit"),
            ("leaders-at-kestrel-bay-copy", 0, "summit"),
        ],
        "2024-05-28", place="kestrel-bay", duration="P1D",
        participants=(
            ("norland", "actor"), ("veska", "recipient"), ("ilse-marr", "actor"),
            ("tomas-brandt", "recipient"), ("odile-renn", "recipient"),
        ),
    )  # fmt: skip
    brandt = news.claim("ev-summit", "office_holder", "Prime Minister of Veska", "summit-opens", 1, "tomas-brandt")
    renn = news.claim(
        "ev-summit", "office_holder", "Prime Minister of Veska", "leaders-at-kestrel-bay", 0, "odile-renn"
    )
    copied = news.claim(
        "ev-summit", "office_holder", "Prime Minister of Veska", "leaders-at-kestrel-bay-copy", 0, "odile-renn"
    )
    news.conflict(
        "ev-summit", "office_holder", "office_holder",
        "Prime Minister of Veska: Tomas Brandt or Odile Renn", [brandt, renn, copied],
    )  # fmt: skip
    day = news.claim("ev-summit", "date", "2024-05-28", "summit-opens", 1)
    week = news.claim("ev-summit", "date", "2024-05-27/2024-06-02", "leaders-at-kestrel-bay", 0)
    news.conflict("ev-summit", "date", "granularity", "28 May 2024, or the week of 27 May", [day, week])
    news.dispute("ev-summit", "tomas-brandt")
    news.dispute("ev-summit", "odile-renn")
    news.cite("ev-summit", "summit-opens", 1, "[1, 2]")
    news.event(
        "ev-talks", "AGREE", "Norland and Veska agree to negotiate a Shared Waters Convention",
        [("summit-opens", 2, "agreed")], "2024-05-28", place="kestrel-bay",
        participants=(("norland", "party"), ("veska", "party")),
    )  # fmt: skip
    news.cite("ev-talks", "summit-opens", 2, "[2]")
    news.add("event_links", event_id="ev-talks", related_event_id="ev-summit", relation="agreed_at")
    news.agreement(
        "ag-waters", "ev-talks", "negotiations on a Shared Waters Convention", ("summit-opens", 2, "agreed"),
        ["norland", "veska"], instrument="Shared Waters Convention", kind="negotiation", status="negotiating",
        topic="fisheries", start_date="2024-05-28", end_date="2024-05-28",
    )  # fmt: skip
    news.quotation("summit-opens", 3, "We will not leave this coast to chance,", "ilse-marr")


def other_events(news: Newsroom) -> None:
    both = (("norland", "party"), ("veska", "party"))
    herald, hostile = "leaders-at-kestrel-bay", "hostile-markup"
    news.event("ev-pact", "RETREAT", "Norland leaves the fisheries pact", [("summit-opens", 4, "withdrawn")], "2023-03-01", "2023-03-31", "month", participants=(("norland", "actor"),))  # fmt: skip  # noqa: E501
    news.event("ev-strike", "PROTEST", "Dock workers strike", [("summit-opens", 6, "strike")], "2024-06-10", "2024-06-14", "interval", "planned", "kestrel-bay", (("harbour-workers'-union", "actor"),))  # fmt: skip  # noqa: E501
    news.event("ev-july", "CONSULT", "Talks on the waters convention begin", [(herald, 1, "talks")], "2024-07-01", "2024-07-31", "month", "planned", participants=both)  # fmt: skip  # noqa: E501
    news.event("ev-fire", "DISASTER", "Fire in the harbour of Ostrava Heights", [(herald, 2, "fire")], "2022-06-01", "2022-08-31", "season", place="ostrava-heights")  # fmt: skip  # noqa: E501
    news.event("ev-accuse", "ACCUSE", "Union accuses the Lake Region Bank of hiding losses", [(herald, 3, "accused")], participants=(("harbour-workers'-union", "actor"), ("lake-region-bank", "recipient")))  # fmt: skip  # noqa: E501
    news.event("ev-branch", "OTHER", "Lake Region Bank closes its Merin branch", [(herald, 4, "closed")], "2024-05-30", status="denied", participants=(("lake-region-bank", "actor"),))  # fmt: skip  # noqa: E501
    news.event("ev-<odd>/id", "ANNOUNCE", f"Officials open an inquiry into {HOSTILE}", [(hostile, 0, "inquiry")], "2024-04-02", participants=(("norland", "actor"),))  # fmt: skip  # noqa: E501
    news.event("ev-border", "AGREE", "First border treaty signed", [(hostile, 1, "signed")], "1951-01-01", "1951-12-31", "year", participants=both)  # fmt: skip  # noqa: E501
    news.event("ev-patrol", "MOBILIZE", "Norland's navy patrols Lake Merin", [(hostile, 2, "patrolling")], "2024-05-20", "2024-06-01", "interval", "ongoing", "lake-merin", (("norland", "actor"),))  # fmt: skip  # noqa: E501
    news.event("ev-second", "CONSULT", "Second summit of Norland and Veska", [(hostile, 3, "summit")], "2024-09-01", "2024-09-30", "month", "cancelled", participants=both)  # fmt: skip  # noqa: E501
    news.event("ev-shots", "ASSAULT", "Shots fired near Lake Merin", [(hostile, 4, "fired")], "2024-04-15", "2024-04-21", "week", "alleged", "lake-merin")  # fmt: skip  # noqa: E501
    news.event("ev-dyke", "DISASTER", "The great dyke breaks", [(hostile, 5, "broke")], "1990-01-01", "1999-12-31", "decade")  # fmt: skip  # noqa: E501


TYPES = ("CONSULT", "AGREE", "AID", "ACCUSE", "PROTEST", "ASSAULT", "ELECT", "DISASTER", "ANNOUNCE")
STATUSES = ("occurred",) * 6 + ("planned", "alleged", "ongoing")


def large_corpus(events: int = 1200, first_day: str = "2023-01-02", days: int = 540) -> Newsroom:
    """The small corpus and `events` more over `days` days, one article each."""
    news = small_corpus()
    start = dt.date.fromisoformat(first_day)
    for number in range(events):
        kind, status = TYPES[number % len(TYPES)], STATUSES[number % len(STATUSES)]
        day = start + dt.timedelta(days=number * days // events)
        longer = number % 11 == 0
        end = day + dt.timedelta(days=6 if longer else 0)
        article = news.article(f"report-{number:06}", [f"Report {number} tells what happened at the harbour."], day.isoformat(), f"Paper {number % 7}")  # fmt: skip  # noqa: E501
        news.event(
            f"ev-{number:06}", kind, f"Harbour report number {number}", [(article, 0, "happened")], day.isoformat(),
            end.isoformat(), "week" if longer else "day", status, participants=(("norland", "actor"),),
        )  # fmt: skip
    return news
