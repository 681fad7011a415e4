-- The events in which one participant took part, in time order, undated ones last.
select event_summaries.*
from event_summaries
where id in (select event_id from event_participants where participant_id = :id)
order by start_date is null, start_date, end_date, id;
