-- The mentions of one event, article by article in the order of their publication.
select *
from event_evidence
where event_id = :id
order by duplicate_of is not null, published is null, published, article_id, start_char;
