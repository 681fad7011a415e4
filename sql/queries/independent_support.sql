-- title: Facts by independent sources and citations
-- description: Events by how many publishers report them independently (copies of one story count once; an article without a named publisher counts as one of its own) and how many citation markers and cited references stand behind them. Filter by the least number of sources.
-- params: at_least
-- fragment: g.mark=circle&g.x_column=sources&g.x_type=quantitative&g.y_column=citations&g.y_type=quantitative&g.color_column=type&g.size_column=articles
with independent as (
    select
        event_mentions.event_id,
        count(distinct ifnull(articles.source_id, 'article ' || articles.id)) as sources
    from event_mentions
    join articles on articles.id = event_mentions.article_id
    where articles.duplicate_of is null
    group by event_mentions.event_id
),
cited as (
    select
        event_citations.event_id,
        count(*) as citations,
        count(distinct citations.article_id || ' ' || citations.number) as cited_references
    from event_citations
    join citations on citations.id = event_citations.citation_id
    group by event_citations.event_id
)
select
    events.title as event,
    events.type,
    events.status,
    events.start_date,
    ifnull(independent.sources, 0) as sources,
    events.article_count as articles,
    ifnull(cited.citations, 0) as citations,
    ifnull(cited.cited_references, 0) as cited_references,
    events.conflict_count as conflicts,
    events.confidence,
    events.id as event_id
from events
left join independent on independent.event_id = events.id
left join cited on cited.event_id = events.id
where ifnull(independent.sources, 0) >= cast(ifnull(nullif(trim(:at_least), ''), '0') as integer)
order by sources desc, citations desc, events.start_date is null, events.start_date, events.id;
