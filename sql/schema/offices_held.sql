-- Offices that articles state, with the days for which they state them. An office may have no country.
create table offices_held (
    id integer primary key,
    participant_id text not null references participants (id),
    office text not null,
    country_code text,
    first_stated text,
    last_stated text,
    article_count integer not null default 0
) strict;

create unique index offices_held_once on offices_held (participant_id, office, ifnull(country_code, ''));
create index offices_held_office on offices_held (office, country_code);
