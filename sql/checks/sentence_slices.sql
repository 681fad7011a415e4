-- The offsets of a sentence slice its text out of the article's text.
select sentences.id, sentences.article_id, sentences.start_char, sentences.end_char, sentences.text
from sentences
join articles on articles.id = sentences.article_id
where sentences.start_char < 0
    or sentences.end_char <= sentences.start_char
    or substr(articles.text, sentences.start_char + 1, sentences.end_char - sentences.start_char) <> sentences.text;
