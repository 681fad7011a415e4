-- The offsets of an agreement mention lie within the article's text.
select agreement_mentions.id, agreement_mentions.start_char, agreement_mentions.end_char
from agreement_mentions
join articles on articles.id = agreement_mentions.article_id
where agreement_mentions.start_char < 0
    or agreement_mentions.end_char <= agreement_mentions.start_char
    or agreement_mentions.end_char > length(articles.text);
