-- An expression anchored to another, or to an event, names one that exists; no other names any.
select id, anchor, anchor_id
from time_expressions
where (anchor = 'expression' and anchor_id is not null and anchor_id not in (select id from time_expressions))
    or (anchor = 'event' and anchor_id is not null and anchor_id not in (select id from events))
    or (anchor not in ('expression', 'event') and anchor_id is not null);
