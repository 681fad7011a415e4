-- What is to be pointed out in one article's text: triggers of events, expressions of time, citation markers.
select
    'event' as kind,
    event_mentions.start_char,
    event_mentions.end_char,
    event_mentions.event_id as target,
    events.title as note
from event_mentions
join events on events.id = event_mentions.event_id
where event_mentions.article_id = :id
union all
select
    'time',
    start_char,
    end_char,
    null,
    case
        when earliest is null then type || ' ' || ifnull(value, '')
        when earliest = latest then earliest
        else earliest || ' to ' || latest
    end
from time_expressions
where article_id = :id
union all
select
    'citation',
    citations.start_char,
    citations.end_char,
    null,
    group_concat(coalesce(cited_references.text, 'reference ' || citations.number), '; ')
from citations
left join cited_references on cited_references.id = citations.reference_id
where citations.article_id = :id
group by citations.start_char, citations.end_char;
