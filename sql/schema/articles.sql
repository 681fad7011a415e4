-- Articles as stored: `text` is what every character offset of this database counts into.
create table articles (
    id text primary key,
    source_id text references sources (id),
    title text,
    author text,
    url text,
    language text not null default 'en',
    license text,
    published text,
    published_earliest text,
    published_latest text,
    published_basis text not null default 'unknown',
    text text not null,
    word_count integer not null default 0,
    path text not null,
    content_sha256 text,
    duplicate_of text references articles (id),
    notes text
) strict;

create index articles_source_id on articles (source_id);
create index articles_published on articles (published_earliest);
create index articles_duplicate_of on articles (duplicate_of);
