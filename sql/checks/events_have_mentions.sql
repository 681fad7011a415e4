-- Every event is told of by at least one mention.
select id, title
from events
where id not in (select event_id from event_mentions);
