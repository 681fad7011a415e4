-- The claims that stand against each other in a conflict.
create table conflict_claims (
    conflict_id text not null references conflicts (id),
    claim_id text not null references claims (id),
    primary key (conflict_id, claim_id)
) strict;

create index conflict_claims_claim_id on conflict_claims (claim_id);
