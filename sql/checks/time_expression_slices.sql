-- The offsets of a time expression slice its text out of the article's text.
select time_expressions.id, time_expressions.article_id, time_expressions.start_char, time_expressions.end_char, time_expressions.text
from time_expressions
join articles on articles.id = time_expressions.article_id
where time_expressions.start_char < 0
    or time_expressions.end_char <= time_expressions.start_char
    or substr(articles.text, time_expressions.start_char + 1, time_expressions.end_char - time_expressions.start_char) <> time_expressions.text;
