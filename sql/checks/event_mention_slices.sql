-- The offsets of an event mention slice its trigger out of the article's text.
select event_mentions.id, event_mentions.article_id, event_mentions.start_char, event_mentions.end_char, event_mentions.trigger
from event_mentions
join articles on articles.id = event_mentions.article_id
where event_mentions.start_char < 0
    or event_mentions.end_char <= event_mentions.start_char
    or substr(articles.text, event_mentions.start_char + 1, event_mentions.end_char - event_mentions.start_char) <> event_mentions.trigger;
