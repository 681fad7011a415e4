-- The parties to each agreement.
create table agreement_parties (
    agreement_id text not null references agreements (id),
    participant_id text not null references participants (id),
    primary key (agreement_id, participant_id)
) strict;

create index agreement_parties_participant_id on agreement_parties (participant_id);
