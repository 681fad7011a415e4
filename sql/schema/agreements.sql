-- Things agreed, signed, undertaken or negotiated.
create table agreements (
    id text primary key,
    event_id text references events (id),
    subject text not null,
    instrument text,
    kind text not null,
    status text not null,
    topic text,
    start_date text,
    end_date text,
    article_count integer not null default 0
) strict;

create index agreements_event_id on agreements (event_id);
create index agreements_start_date on agreements (start_date);
