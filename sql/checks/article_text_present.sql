-- An article has text, and its word count is not negative.
select id, path, word_count
from articles
where length(text) = 0 or word_count < 0;
