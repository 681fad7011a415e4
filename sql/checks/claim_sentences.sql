-- A claim rests on a sentence of its own article.
select claims.id, claims.article_id, claims.sentence_id
from claims
join sentences on sentences.id = claims.sentence_id
where sentences.article_id <> claims.article_id;
