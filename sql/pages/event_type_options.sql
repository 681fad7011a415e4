-- The types of which there are events.
select id, label
from event_types
where exists (select 1 from events where events.type = event_types.id)
order by label;
