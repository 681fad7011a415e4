-- The copies of one article.
select articles.id, coalesce(articles.title, articles.path) as title, sources.name as source
from articles
left join sources on sources.id = articles.source_id
where articles.duplicate_of = :id
order by articles.published, articles.id;
