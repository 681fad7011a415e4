-- The agreements of the front page: the latest ones.
select *
from agreement_register
order by start_date is null, start_date desc, article_count desc, id
limit 5;
