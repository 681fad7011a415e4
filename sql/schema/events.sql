-- One row per happening, however many articles report it. Dates are null where nothing says when.
create table events (
    id text primary key,
    type text not null references event_types (id),
    title text not null,
    start_date text,
    end_date text,
    edtf text,
    duration text,
    date_precision text not null default 'unknown',
    date_basis text not null default 'none',
    status text not null,
    place_id text references places (id),
    article_count integer not null default 0,
    mention_count integer not null default 0,
    conflict_count integer not null default 0,
    confidence real
) strict;

create index events_dates on events (start_date, end_date, id);
create index events_type on events (type, start_date);
create index events_status on events (status);
create index events_place_id on events (place_id);
create index events_article_count on events (article_count);
create index events_conflict_count on events (conflict_count);

-- The longest event bounds a search for events that overlap some days: max() reads it off this index's end.
create index events_length on events (julianday(end_date) - julianday(start_date));
