-- The events of the front page: those that most articles report.
select *
from event_summaries
where id in (
    select id
    from events
    where start_date is not null
    order by article_count desc, mention_count desc, conflict_count desc, id
    limit 60
)
order by start_date, end_date, id;
