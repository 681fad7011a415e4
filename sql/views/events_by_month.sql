-- Events counted by month and type. An event counts in the month in which it begins; one whose days are known
-- only within more than a month, or not at all, has no month and does not count.
create view events_by_month as
select
    substr(events.start_date, 1, 7) as month,
    events.type,
    event_types.label as type_label,
    event_types.quad_class,
    count(*) as events,
    sum(events.article_count) as articles,
    sum(events.conflict_count > 0) as disputed
from events
join event_types on event_types.id = events.type
where events.start_date is not null
    and julianday(events.end_date) - julianday(events.start_date) <= 31
group by month, events.type;
