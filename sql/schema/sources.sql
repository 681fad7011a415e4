-- Publishers of articles.
create table sources (
    id text primary key,
    name text not null,
    homepage text
) strict;
