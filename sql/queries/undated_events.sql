-- title: Undated events
-- description: Events of which nothing says when they happened, with the days on which articles on them appeared: the event's own day may be another. Filter by participant (a name, or part of one), type (as CONSULT) and country (as JP), as on the timeline.
-- params: participant, type, country
with named as (
    select participant_id
    from participant_aliases
    where alias = trim(:participant) collate nocase
),
chosen as (
    select participant_id from named
    union
    select participant_id
    from participant_aliases
    where not exists (select 1 from named) and trim(:participant) <> ''
        and instr(lower(alias), lower(trim(:participant)))
),
published as (
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
        or event_summaries.id in (
            select event_id
            from event_participants
            where participant_id in (select participant_id from chosen)
        )
    )
    and (
        trim(:country) = ''
        or event_summaries.country_code = upper(trim(:country))
        or event_summaries.id in (
            select event_participants.event_id
            from event_participants
            join participants on participants.id = event_participants.participant_id
            where participants.country_code = upper(trim(:country))
        )
    )
order by published.first_published is null, published.first_published, event_summaries.id;
