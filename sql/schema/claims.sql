-- Each statement that an article makes of an event. Nothing overwrites another.
create table claims (
    id text primary key,
    event_id text not null references events (id),
    attribute text not null,
    value text,
    participant_id text references participants (id),
    article_id text not null references articles (id),
    sentence_id text not null references sentences (id),
    citation_marker text
) strict;

create index claims_event_id on claims (event_id, attribute);
create index claims_participant_id on claims (participant_id);
create index claims_article_id on claims (article_id);
create index claims_sentence_id on claims (sentence_id);
