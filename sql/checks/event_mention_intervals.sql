-- A mention has both days or neither, real days, the first not after the last.
select id, start_date, end_date
from event_mentions
where (start_date is null) <> (end_date is null)
    or start_date > end_date
    or (start_date is not null and date(start_date) is not start_date)
    or (end_date is not null and date(end_date) is not end_date);
