-- Sentences of an article follow each other without overlap.
select sentences.id, next.id as next_id
from sentences
join sentences as next on next.article_id = sentences.article_id and next.position = sentences.position + 1
where next.start_char < sentences.end_char;
