-- title: Undated events
-- description: Events of which nothing says when they happened, with the days on which articles on them appeared: the event's own day may be another. Filter by participant (part of a name) and type (as CONSULT).
-- params: participant, type
with published as (
    select
        event_mentions.event_id,
        min(articles.published_earliest) as first_published,
        max(articles.published_latest) as last_published
    from event_mentions
    join articles on articles.id = event_mentions.article_id
    group by event_mentions.event_id
)
select
    event_summaries.title as event,
    event_summaries.type,
    event_summaries.status,
    event_summaries.participants,
    event_summaries.place,
    event_summaries.duration,
    published.first_published,
    published.last_published,
    event_summaries.article_count,
    event_summaries.mention_count,
    event_summaries.id as event_id
from event_summaries
left join published on published.event_id = event_summaries.id
where event_summaries.start_date is null
    and (trim(:type) = '' or event_summaries.type = upper(trim(:type)))
    and (
        trim(:participant) = ''
        or instr(lower(event_summaries.participants), lower(trim(:participant)))
    )
order by published.first_published is null, published.first_published, event_summaries.id;
