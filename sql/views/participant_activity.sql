-- What each participant did in each month: events by role, agreements apart. Months as in events_by_month.
create view participant_activity as
select
    event_participants.participant_id,
    participants.name as participant,
    participants.kind,
    participants.country_code,
    substr(events.start_date, 1, 7) as month,
    count(distinct events.id) as events,
    count(distinct case when event_participants.role = 'actor' then events.id end) as as_actor,
    count(distinct case when event_participants.role = 'recipient' then events.id end) as as_recipient,
    count(distinct case when event_participants.role = 'party' then events.id end) as as_party,
    count(distinct case when event_participants.disputed then events.id end) as disputed
from event_participants
join participants on participants.id = event_participants.participant_id
join events on events.id = event_participants.event_id
where events.start_date is not null
    and julianday(events.end_date) - julianday(events.start_date) <= 31
group by event_participants.participant_id, month;
