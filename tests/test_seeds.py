"""What must come out of the two seed articles, by rules that read any article."""

from tests.conftest import Built


def summit(seeds: Built) -> str:
    """The id of the one meeting that both articles tell of."""
    rows = seeds.rows(
        "select e.id from events e join event_mentions m on m.event_id = e.id join places p on p.id = e.place_id "
        "where e.type = 'CONSULT' and p.name = 'Tokyo' group by e.id having count(distinct m.article_id) = 2"
    )
    assert len(rows) == 1
    return str(rows[0][0])


def agreements(seeds: Built, kind: str, *words: str) -> list[tuple[object, ...]]:
    """Those of a kind whose subject or instrument holds all the words: id, subject, instrument, parties, articles."""
    rows = seeds.rows(
        "select a.id, a.subject, a.instrument, group_concat(p.name, ', '), a.article_count from agreements a "
        "left join agreement_parties ap on ap.agreement_id = a.id left join participants p on p.id = ap.participant_id "
        "where a.kind = ? group by a.id",
        kind,
    )
    return [row for row in rows if all(word in f"{row[1]} {row[2]}".lower() for word in words)]


def test_both_articles_with_their_citations(seeds: Built) -> None:
    counts = seeds.rows("select count(*) from citations group by article_id order by 1")
    assert counts == [(9,), (15,)]


def test_the_long_quotation_has_its_speaker(seeds: Built) -> None:
    rows = seeds.rows(
        "select p.name from quotations q join participants p on p.id = q.speaker_id "
        "where q.text like 'Today, I have agreed%'"
    )
    assert len(rows) == 1
    assert "Takaichi" in str(rows[0][0])


def test_one_summit_in_tokyo(seeds: Built) -> None:
    rows = seeds.rows("select start_date, end_date, status from events where id = ?", summit(seeds))
    assert rows == [("2024-05-28", "2024-05-28", "occurred")]
    called = "select distinct article_id from event_mentions where event_id = ? and trigger = 'summit'"
    assert len(seeds.rows(called, summit(seeds))) == 2


def test_who_took_part_and_who_is_disputed(seeds: Built) -> None:
    rows = seeds.rows(
        "select p.name, ep.disputed from event_participants ep join participants p on p.id = ep.participant_id "
        "where ep.event_id = ?",
        summit(seeds),
    )
    assert dict(rows) == {
        "Japan": 0,
        "Philippines": 0,
        "Ferdinand Marcos Jr.": 0,
        "Sanae Takaichi": 1,
        "Fumio Kishida": 1,
    }


def test_one_conflict_over_the_office_with_its_claims(seeds: Built) -> None:
    rows = seeds.rows("select id, event_id from conflicts where kind = 'office_holder'")
    assert [row[1] for row in rows] == [summit(seeds)]
    claims = seeds.rows(
        "select distinct p.name from conflict_claims cc join claims c on c.id = cc.claim_id "
        "join participants p on p.id = c.participant_id where cc.conflict_id = ? order by 1",
        rows[0][0],
    )
    assert claims == [("Fumio Kishida",), ("Sanae Takaichi",)]


def test_the_second_article_is_dated_by_the_first(seeds: Built) -> None:
    rows = seeds.rows(
        "select published, published_earliest, published_latest, published_basis from articles order by path"
    )
    assert rows[1] == (None, "2024-05-27", "2024-06-02", "corroborated")


def test_this_week_is_bounded_by_that_week(seeds: Built) -> None:
    rows = seeds.rows("select earliest, latest from time_expressions where text = 'this week'")
    assert rows == [("2024-05-27", "2024-06-02")]


def test_the_state_visit_has_a_duration_and_no_invented_days(seeds: Built) -> None:
    rows = seeds.rows(
        "select e.start_date, e.end_date from events e join event_mentions m on m.event_id = e.id "
        "where e.duration = 'P4D' and m.trigger like '%visit%'"
    )
    assert len(rows) == 1
    assert rows[0][0] is None or rows[0][0] <= "2024-05-28" <= rows[0][1]
    assert rows[0][0] != rows[0][1] or rows[0][0] is None


def test_what_was_agreed(seeds: Built) -> None:
    for kind, words in {
        "upgrade": ("comprehensive strategic partnership",),
        "negotiation": ("general security of military information agreement",),
        "review": ("economic partnership agreement",),
    }.items():
        found = agreements(seeds, kind, *words)
        assert len(found) == 1, (kind, found)
        assert set(str(found[0][3]).split(", ")) == {"Japan", "Philippines"}
    export = agreements(seeds, "negotiation", "export", "defen")
    assert len(export) == 1


def test_intelligence_sharing_negotiations_are_the_ones_on_the_information_agreement(seeds: Built) -> None:
    ((_, _, _, _, articles),) = agreements(seeds, "negotiation", "general security of military information agreement")
    assert articles == 2
    assert seeds.rows("select count(*) from agreements where subject like '%intelligence%sharing%'")[0][0] <= 1


def test_pillars_are_agreements(seeds: Built) -> None:
    subjects = [str(subject).lower() for (subject,) in seeds.rows("select subject from agreements")]
    assert sum("maritime security" in subject for subject in subjects) == 1
    assert sum("arms sales" in subject for subject in subjects) == 1


def test_no_agreement_is_there_twice(seeds: Built) -> None:
    subjects = [str(subject).lower() for (subject,) in seeds.rows("select subject from agreements")]
    assert len(subjects) == len(set(subjects))
    assert len(subjects) <= 9


def test_interpretation_and_pull_quotes_add_nothing(seeds: Built) -> None:
    rows = seeds.rows(
        "select s.text from event_mentions m join sentences s on s.id = m.sentence_id "
        "where s.text like '%suggests a shift%' or s.text like '%indicates that%' "
        "or s.text like 'This agreement signifies%'"
    )
    assert rows == []
    repeated = seeds.rows(
        "select count(*) from event_mentions m join sentences s on s.id = m.sentence_id where s.text like '“Japan and%'"
    )
    assert repeated == [(0,)]
