-- Direct speech, one row for one run between quotation marks; `text` is the slice between the marks.
create table quotations (
    id text primary key,
    article_id text not null references articles (id),
    sentence_id text not null references sentences (id),
    speaker_id text references participants (id),
    speaker_text text,
    cue text,
    text text not null,
    start_char integer not null,
    end_char integer not null
) strict;

create index quotations_article_id on quotations (article_id, start_char);
create index quotations_sentence_id on quotations (sentence_id);
create index quotations_speaker_id on quotations (speaker_id);
