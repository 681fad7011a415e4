-- A claim on a participant names it.
select id, event_id, value
from claims
where attribute = 'participant' and participant_id is null;
