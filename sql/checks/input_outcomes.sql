-- A rejected input says why and has no article; every other input has one.
select path, outcome, reason, article_id
from inputs
where (outcome = 'rejected' and (article_id is not null or ifnull(reason, '') = ''))
    or (outcome <> 'rejected' and article_id is null);
