-- The forms of one participant's name, the commonest first.
select alias, mention_count
from participant_aliases
where participant_id = :id
order by mention_count desc, alias;
