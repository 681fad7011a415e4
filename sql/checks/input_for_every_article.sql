-- Every article came from an input.
select id, path
from articles
where id not in (select article_id from inputs where article_id is not null);
