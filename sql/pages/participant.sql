-- One participant.
select *
from participants
where id = :id;
