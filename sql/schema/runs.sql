-- One row per build.
create table runs (
    id integer primary key,
    started text not null,
    finished text,
    version text not null,
    model text,
    rules_sha256 text,
    articles integer,
    rejected integer
) strict;
