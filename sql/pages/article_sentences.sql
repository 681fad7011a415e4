-- The sentences of one article in reading order.
select position, start_char, end_char, role, interpretive
from sentences
where article_id = :id
order by position;
