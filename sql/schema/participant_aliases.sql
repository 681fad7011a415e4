-- Every form under which a participant is named.
create table participant_aliases (
    participant_id text not null references participants (id),
    alias text not null,
    mention_count integer not null default 0,
    primary key (participant_id, alias)
) strict;

create index participant_aliases_alias on participant_aliases (alias collate nocase);
