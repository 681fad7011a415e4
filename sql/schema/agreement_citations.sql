-- Which citations support which agreements.
create table agreement_citations (
    agreement_id text not null references agreements (id),
    citation_id text not null references citations (id),
    primary key (agreement_id, citation_id)
) strict;

create index agreement_citations_citation_id on agreement_citations (citation_id);
