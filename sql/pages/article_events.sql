-- The events that one article tells of, in the order in which it does.
select event_summaries.*, min(event_mentions.start_char) as first_char
from event_mentions
join event_summaries on event_summaries.id = event_mentions.event_id
where event_mentions.article_id = :id
group by event_summaries.id
order by first_char;
