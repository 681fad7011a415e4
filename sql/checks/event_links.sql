-- An event is not linked to itself.
select event_id, related_event_id, relation
from event_links
where event_id = related_event_id;
