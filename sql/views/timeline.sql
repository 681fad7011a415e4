-- The events in time order, undated ones last. Each half walks an index, so that the first page of a long
-- timeline costs no sort of the whole.
create view timeline as
select * from (
    select * from event_summaries where start_date is not null order by start_date, end_date, id
)
union all
select * from (
    select * from event_summaries where start_date is null order by id
);
