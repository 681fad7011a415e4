-- Entries of the numbered list at an article's foot.
create table cited_references (
    id text primary key,
    article_id text not null references articles (id),
    number integer not null,
    text text not null,
    url text
) strict;

create index cited_references_article_id on cited_references (article_id, number);
