-- title: Where sources disagree
-- description: Events on which articles contradict each other, with every claim and how many articles make it. Filter by kind of conflict (contradiction, granularity, update, office_holder, anachronism) and by attribute (date, place, participant, office_holder, status, count).
-- params: kind, attribute
select
    event,
    start_date,
    kind,
    attribute,
    summary,
    claims,
    article_count,
    event_id,
    id as conflict_id
from conflict_register
where (trim(:kind) = '' or kind = lower(trim(:kind)))
    and (trim(:attribute) = '' or attribute = lower(trim(:attribute)))
order by article_count desc, start_date is null, start_date, id;
