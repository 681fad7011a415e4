-- Events that one event is linked to, in words that fit both directions.
select
    case event_links.relation
        when 'part_of' then 'Part of'
        when 'agreed_at' then 'Agreed at'
        when 'follows' then 'Follows'
        else 'Perhaps the same as'
    end as relation,
    events.*
from event_links
join events on events.id = event_links.related_event_id
where event_links.event_id = :id
union all
select
    case event_links.relation
        when 'part_of' then 'Includes'
        when 'agreed_at' then 'Led to'
        when 'follows' then 'Followed by'
        else 'Perhaps the same as'
    end,
    events.*
from event_links
join events on events.id = event_links.event_id
where event_links.related_event_id = :id
order by relation, start_date, id;
