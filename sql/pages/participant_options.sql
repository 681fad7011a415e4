-- The names that a form suggests: those that articles mention most.
select name
from participants
order by mention_count desc, name
limit 300;
