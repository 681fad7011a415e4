-- The offsets of a citation slice its marker out of the article's text.
select citations.id, citations.article_id, citations.start_char, citations.end_char, citations.marker
from citations
join articles on articles.id = citations.article_id
where citations.start_char < 0
    or citations.end_char <= citations.start_char
    or substr(articles.text, citations.start_char + 1, citations.end_char - citations.start_char) <> citations.marker;
