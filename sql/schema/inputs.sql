-- Every file or feed item that was offered, and what became of it.
create table inputs (
    path text primary key,
    outcome text not null,
    reason text,
    article_id text references articles (id),
    sha256 text,
    run_id integer references runs (id)
) strict;

create index inputs_article_id on inputs (article_id);
create index inputs_run_id on inputs (run_id);
create index inputs_outcome on inputs (outcome);
