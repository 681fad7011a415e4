-- Where claims on an event do not agree, and in what way.
create table conflicts (
    id text primary key,
    event_id text not null references events (id),
    attribute text not null,
    kind text not null,
    summary text not null
) strict;

create index conflicts_event_id on conflicts (event_id);
create index conflicts_kind on conflicts (kind);
