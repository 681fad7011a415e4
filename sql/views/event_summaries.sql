-- One row per event, in no order, with who took part and what was agreed as text. `timeline` puts these in order.
create view event_summaries as
select
    events.id,
    events.start_date,
    events.end_date,
    events.edtf,
    events.date_precision,
    events.date_basis,
    events.duration,
    events.type,
    event_types.label as type_label,
    event_types.quad_class,
    events.status,
    events.title,
    (
        select group_concat(name, '; ')
        from (
            select participants.name
            from event_participants
            join participants on participants.id = event_participants.participant_id
            where event_participants.event_id = events.id
            group by participants.id
            order by max(event_participants.disputed), max(event_participants.mention_count) desc, participants.name
        )
    ) as participants,
    (
        select group_concat(name, '; ')
        from (
            select distinct participants.name
            from event_participants
            join participants on participants.id = event_participants.participant_id
            where event_participants.event_id = events.id and event_participants.disputed
            order by participants.name
        )
    ) as disputed_participants,
    (
        select group_concat(subject, '; ')
        from (
            select agreements.subject
            from agreements
            where agreements.event_id = events.id
            order by agreements.id
        )
    ) as agreements,
    places.name as place,
    places.country_code,
    events.article_count,
    events.mention_count,
    events.conflict_count,
    events.confidence
from events
join event_types on event_types.id = events.type
left join places on places.id = events.place_id;
