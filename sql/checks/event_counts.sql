-- mention_count, article_count and conflict_count say what the tables hold; copies do not count as articles.
select events.id, events.mention_count, events.article_count, events.conflict_count
from events
left join (
    select
        event_mentions.event_id,
        count(*) as mentions,
        count(distinct ifnull(articles.duplicate_of, articles.id)) as articles
    from event_mentions
    join articles on articles.id = event_mentions.article_id
    group by event_mentions.event_id
) as found on found.event_id = events.id
left join (
    select event_id, count(*) as conflicts from conflicts group by event_id
) as disputes on disputes.event_id = events.id
where events.mention_count <> ifnull(found.mentions, 0)
    or events.article_count <> ifnull(found.articles, 0)
    or events.conflict_count <> ifnull(disputes.conflicts, 0);
