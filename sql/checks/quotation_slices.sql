-- The offsets of a quotation slice its text out of the article's text.
select spans.id, spans.article_id, spans.start_char, spans.end_char, spans.text
from quotations as spans
join articles on articles.id = spans.article_id
where spans.start_char < 0
    or spans.end_char <= spans.start_char
    or substr(articles.text, spans.start_char + 1, spans.end_char - spans.start_char) <> spans.text;
