-- Citation markers in the text, one row per number.
create table citations (
    id text primary key,
    article_id text not null references articles (id),
    sentence_id text not null references sentences (id),
    marker text not null,
    number integer not null,
    start_char integer not null,
    end_char integer not null,
    reference_id text references cited_references (id)
) strict;

create index citations_article_id on citations (article_id, start_char);
create index citations_sentence_id on citations (sentence_id);
create index citations_reference_id on citations (reference_id);
