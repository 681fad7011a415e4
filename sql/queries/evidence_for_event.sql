-- title: The evidence for one event
-- description: Every sentence that reports one event, with its article, its source, what it cites and why it was joined to the event. Give the event's id, as its page shows it.
-- params: event
select
    article,
    source,
    published,
    trigger,
    sentence,
    citation_markers,
    status,
    start_date,
    end_date,
    time_expression,
    date_rule,
    place,
    link_rule,
    link_score,
    article_id,
    url,
    start_char,
    end_char
from event_evidence
where event_id = trim(:event)
order by published is null, published, article_id, start_char;
