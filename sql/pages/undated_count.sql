-- How many events that fit the timeline's filters have no date.
with named as (
    select participant_id
    from participant_aliases
    where alias = trim(:participant) collate nocase
),
chosen as (
    select participant_id from named
    union
    select participant_id
    from participant_aliases
    where not exists (select 1 from named) and trim(:participant) <> ''
        and instr(lower(alias), lower(trim(:participant)))
)
select count(*) as undated
from events
where start_date is null
    and (trim(:type) = '' or type = upper(trim(:type)))
    and (
        trim(:participant) = ''
        or id in (select event_id from event_participants where participant_id in (select participant_id from chosen))
    )
    and (
        trim(:country) = ''
        or place_id in (select id from places where country_code = upper(trim(:country)))
        or id in (
            select event_participants.event_id
            from event_participants
            join participants on participants.id = event_participants.participant_id
            where participants.country_code = upper(trim(:country))
        )
    );
