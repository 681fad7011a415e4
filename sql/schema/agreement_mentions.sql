-- The words that report an agreement: offsets are those of the trigger.
create table agreement_mentions (
    id text primary key,
    agreement_id text not null references agreements (id),
    article_id text not null references articles (id),
    sentence_id text not null references sentences (id),
    start_char integer not null,
    end_char integer not null
) strict;

create index agreement_mentions_agreement_id on agreement_mentions (agreement_id);
create index agreement_mentions_article_id on agreement_mentions (article_id, start_char);
create index agreement_mentions_sentence_id on agreement_mentions (sentence_id);
