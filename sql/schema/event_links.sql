-- How one event stands to another.
create table event_links (
    event_id text not null references events (id),
    related_event_id text not null references events (id),
    relation text not null,
    primary key (event_id, related_event_id, relation)
) strict;

create index event_links_related_event_id on event_links (related_event_id);
