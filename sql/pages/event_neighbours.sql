-- The events before and after one event on the timeline.
select * from (
    select 'Before' as direction, earlier.*
    from events as this
    join events as earlier on (earlier.start_date, earlier.end_date, earlier.id) < (this.start_date, this.end_date, this.id)
    where this.id = :id and earlier.start_date is not null
    order by earlier.start_date desc, earlier.end_date desc, earlier.id desc
    limit 1
)
union all
select * from (
    select 'After', later.*
    from events as this
    join events as later on (later.start_date, later.end_date, later.id) > (this.start_date, this.end_date, this.id)
    where this.id = :id
    order by later.start_date, later.end_date, later.id
    limit 1
);
