-- A participant is disputed only in an event that has a conflict.
select event_participants.event_id, event_participants.participant_id
from event_participants
where event_participants.disputed
    and event_participants.event_id not in (select event_id from conflicts);
