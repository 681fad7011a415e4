-- One event with everything that describes it.
select
    event_summaries.*,
    events.place_id,
    event_types.description as type_description
from event_summaries
join events on events.id = event_summaries.id
join event_types on event_types.id = events.type
where event_summaries.id = :id;
