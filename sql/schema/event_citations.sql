-- Which citations support which events.
create table event_citations (
    event_id text not null references events (id),
    citation_id text not null references citations (id),
    primary key (event_id, citation_id)
) strict;

create index event_citations_citation_id on event_citations (citation_id);
