-- Sentences of the articles, in reading order, with what part of the page each stands in.
create table sentences (
    id text primary key,
    article_id text not null references articles (id),
    position integer not null,
    start_char integer not null,
    end_char integer not null,
    text text not null,
    role text,
    interpretive integer not null default 0,
    unique (article_id, position)
) strict;
