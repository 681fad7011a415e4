-- The words that report an event: offsets are those of the trigger; `link_rule` says why it was joined to its event.
create table event_mentions (
    id text primary key,
    event_id text not null references events (id),
    article_id text not null references articles (id),
    sentence_id text not null references sentences (id),
    trigger text not null,
    start_char integer not null,
    end_char integer not null,
    type text not null references event_types (id),
    status text not null,
    start_date text,
    end_date text,
    time_expression_id text references time_expressions (id),
    date_rule text,
    place_id text references places (id),
    link_rule text,
    link_score real
) strict;

create index event_mentions_event_id on event_mentions (event_id);
create index event_mentions_article_id on event_mentions (article_id, start_char);
create index event_mentions_sentence_id on event_mentions (sentence_id);
create index event_mentions_time_expression_id on event_mentions (time_expression_id);
create index event_mentions_place_id on event_mentions (place_id);
