-- The references that articles cite for one event.
select distinct
    citations.number,
    coalesce(articles.title, articles.path) as article,
    articles.id as article_id,
    cited_references.text,
    cited_references.url
from event_citations
join citations on citations.id = event_citations.citation_id
join articles on articles.id = citations.article_id
left join cited_references on cited_references.id = citations.reference_id
where event_citations.event_id = :id
order by articles.published is null, articles.published, articles.id, citations.number;
