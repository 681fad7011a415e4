-- What one participant said.
select quotations.text, quotations.article_id, coalesce(articles.title, articles.path) as article, articles.published
from quotations
join articles on articles.id = quotations.article_id
where quotations.speaker_id = :id and articles.duplicate_of is null
order by articles.published is null, articles.published, quotations.article_id, quotations.start_char
limit 50;
