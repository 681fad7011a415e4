-- TIMEX3 expressions. `anchor_id` points to a time expression or an event, as `anchor` says; a check covers it.
create table time_expressions (
    id text primary key,
    article_id text not null references articles (id),
    sentence_id text references sentences (id),
    start_char integer not null,
    end_char integer not null,
    text text not null,
    type text not null,
    value text,
    mod text,
    edtf text,
    earliest text,
    latest text,
    granularity text,
    anchor text not null default 'none',
    anchor_id text,
    rule text
) strict;

create index time_expressions_article_id on time_expressions (article_id, start_char);
create index time_expressions_sentence_id on time_expressions (sentence_id);
create index time_expressions_earliest on time_expressions (earliest, latest);
