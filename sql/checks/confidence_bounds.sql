-- Confidence lies between 0 and 1.
select id, confidence
from events
where confidence not between 0 and 1;
