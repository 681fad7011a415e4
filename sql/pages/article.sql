-- One article with its publisher, and the article of which it is a copy.
select
    articles.*,
    sources.name as source,
    sources.homepage,
    coalesce(originals.title, originals.path) as original
from articles
left join sources on sources.id = articles.source_id
left join articles as originals on originals.id = articles.duplicate_of
where articles.id = :id;
