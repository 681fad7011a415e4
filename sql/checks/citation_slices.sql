-- The offsets of a citation slice its marker out of the article's text.
select spans.id, spans.article_id, spans.start_char, spans.end_char, spans.marker
from citations as spans
join articles on articles.id = spans.article_id
where spans.start_char < 0
    or spans.end_char <= spans.start_char
    or substr(articles.text, spans.start_char + 1, spans.end_char - spans.start_char) <> spans.marker;
