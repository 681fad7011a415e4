-- title: Who meets whom
-- description: Pairs of participants that take part in the same meetings, visits, calls and talks (CONSULT), most often first. Give a participant (a name, or part of one), another type of event, or `all` for every type.
-- params: participant, type
-- fragment: g.mark=circle&g.x_column=first&g.x_type=nominal&g.y_column=second&g.y_type=nominal&g.size_column=events
with meetings as (
    select event_participants.event_id, event_participants.participant_id, participants.name
    from event_participants
    join events on events.id = event_participants.event_id
    join participants on participants.id = event_participants.participant_id
    where events.status not in ('cancelled', 'denied')
        and (
            lower(trim(:type)) = 'all'
            or events.type = case trim(:type) when '' then 'CONSULT' else upper(trim(:type)) end
        )
    group by event_participants.event_id, event_participants.participant_id
)
select
    one.name as first,
    other.name as second,
    count(*) as events,
    min(events.start_date) as earliest,
    max(events.end_date) as latest,
    one.participant_id as first_id,
    other.participant_id as second_id
from meetings as one
join meetings as other on other.event_id = one.event_id
    and (other.name > one.name or (other.name = one.name and other.participant_id > one.participant_id))
join events on events.id = one.event_id
where trim(:participant) = ''
    or instr(lower(one.name), lower(trim(:participant)))
    or instr(lower(other.name), lower(trim(:participant)))
group by one.participant_id, other.participant_id
order by events desc, first, second;
