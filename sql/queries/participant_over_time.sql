-- title: Activity of a participant over time
-- description: In how many events a participant took part in each month, and in which role. Give a name or an alias, or part of one; without one, the ten most active participants are shown.
-- params: participant
-- fragment: g.mark=bar&g.x_column=month&g.x_type=temporal&g.y_column=events&g.y_type=quantitative&g.color_column=participant
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
    union
    select participant_id
    from (
        select event_participants.participant_id
        from event_participants
        join events on events.id = event_participants.event_id
        where trim(:participant) = '' and events.start_date is not null
        group by event_participants.participant_id
        order by count(*) desc, event_participants.participant_id
        limit 10
    )
)
select
    month || '-01T00:00:00' as month,
    participant,
    events,
    as_actor,
    as_recipient,
    as_party,
    disputed,
    participant_id
from participant_activity
where participant_id in (select participant_id from chosen)
order by month, participant;
