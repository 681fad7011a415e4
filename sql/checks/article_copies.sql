-- A copy points to an article that is no copy itself.
select copy.id, copy.duplicate_of
from articles as copy
join articles as original on original.id = copy.duplicate_of
where original.duplicate_of is not null or original.id = copy.id;
