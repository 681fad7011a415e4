-- The figures of the front page.
select
    (select count(*) from events) as events,
    (select count(*) from events where start_date is null) as undated,
    (select count(*) from articles) as articles,
    (select count(*) from agreements) as agreements,
    (select count(*) from conflicts) as conflicts,
    (select count(*) from quotations) as quotations,
    (select count(*) from participants) as participants,
    (select min(start_date) from events) as first_day,
    (select max(end_date) from events) as last_day;
