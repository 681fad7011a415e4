-- What was agreed in one event or in events that are told of as agreed at it.
select agreement_register.*
from agreement_register
where event_id = :id
    or event_id in (select event_id from event_links where related_event_id = :id and relation = 'agreed_at')
order by id;
