-- Who took part in an event and how; `disputed` where articles disagree on it.
create table event_participants (
    event_id text not null references events (id),
    participant_id text not null references participants (id),
    role text not null,
    office text,
    mention_count integer not null default 0,
    article_count integer not null default 0,
    disputed integer not null default 0,
    primary key (event_id, participant_id, role)
) strict;

create index event_participants_participant_id on event_participants (participant_id, event_id);
