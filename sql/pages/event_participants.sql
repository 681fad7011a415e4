-- Who took part in one event, actors first.
select
    participants.id,
    participants.name,
    participants.kind,
    participants.country_code,
    event_participants.role,
    event_participants.office,
    event_participants.article_count,
    event_participants.disputed
from event_participants
join participants on participants.id = event_participants.participant_id
where event_participants.event_id = :id
order by
    event_participants.disputed,
    case event_participants.role when 'actor' then 1 when 'recipient' then 2 else 3 end,
    event_participants.mention_count desc,
    participants.name;
