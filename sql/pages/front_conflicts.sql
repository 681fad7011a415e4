-- The disagreements of the front page: those on which most articles take a side.
select conflict_register.*
from conflict_register
order by article_count desc, kind = 'granularity', id
limit 4;
