-- Every agreement is told of by at least one mention.
select id, subject
from agreements
where id not in (select agreement_id from agreement_mentions);
