-- title: Search
-- description: Full-text search over events, sentences and articles, best match first. All the words must occur, in any form; put a phrase in double quotation marks.
-- params: q
with query as (
    select escape_fts(case trim(:q) when '' then 'dateline-no-query' else :q end) as words
),
found as (
    select * from (
        select
            'event' as kind,
            events.title as found,
            events.start_date as date,
            null as article,
            events.id as event_id,
            null as article_id,
            events_fts.rank * 2 as score
        from query
        join events_fts on events_fts match query.words
        join events on events.rowid = events_fts.rowid
        order by events_fts.rank
    )
    union all
    select * from (
        select
            'sentence',
            sentences.text,
            articles.published,
            coalesce(articles.title, articles.path),
            null,
            articles.id,
            sentences_fts.rank
        from query
        join sentences_fts on sentences_fts match query.words
        join sentences on sentences.rowid = sentences_fts.rowid
        join articles on articles.id = sentences.article_id
        order by sentences_fts.rank
    )
    union all
    select * from (
        select
            'article',
            snippet(articles_fts, 1, '', '', ' … ', 40),
            articles.published,
            coalesce(articles.title, articles.path),
            null,
            articles.id,
            bm25(articles_fts, 5.0, 1.0)
        from query
        join articles_fts on articles_fts match query.words
        join articles on articles.rowid = articles_fts.rowid
        order by bm25(articles_fts, 5.0, 1.0)
    )
)
select kind, found, date, article, round(-score, 3) as score, event_id, article_id
from found
order by score desc, kind, found;
