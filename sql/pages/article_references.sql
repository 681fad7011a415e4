-- The list at one article's foot.
select number, text, url
from cited_references
where article_id = :id
order by number;
