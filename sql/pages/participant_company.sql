-- With whom one participant takes part in events most often.
select participants.id, participants.name, count(distinct other.event_id) as events
from event_participants as own
join event_participants as other on other.event_id = own.event_id and other.participant_id <> own.participant_id
join participants on participants.id = other.participant_id
where own.participant_id = :id
group by participants.id
order by events desc, participants.name
limit 12;
