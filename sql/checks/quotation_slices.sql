-- The offsets of a quotation slice its text out of the article's text.
select quotations.id, quotations.article_id, quotations.start_char, quotations.end_char, quotations.text
from quotations
join articles on articles.id = quotations.article_id
where quotations.start_char < 0
    or quotations.end_char <= quotations.start_char
    or substr(articles.text, quotations.start_char + 1, quotations.end_char - quotations.start_char) <> quotations.text;
