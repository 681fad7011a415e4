-- Named places; coordinates may be null.
create table places (
    id text primary key,
    name text not null,
    kind text not null default 'other',
    country_code text,
    latitude real,
    longitude real
) strict;

create index places_country_code on places (country_code);
