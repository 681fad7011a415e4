-- Persons, countries, organisations and groups that take part in events.
create table participants (
    id text primary key,
    name text not null,
    kind text not null,
    country_code text,
    mention_count integer not null default 0,
    article_count integer not null default 0
) strict;

create index participants_name on participants (name collate nocase);
create index participants_mention_count on participants (mention_count);
