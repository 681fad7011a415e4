-- title: Timeline
-- description: What happened when. Filter by participant (a name, or part of one), type (as CONSULT), country (ISO code of the place or of someone who took part, as JP), and the days between which it happened (as 2024, 2024-05 or 2024-05-28). Events without a date are in the saved query of undated events.
-- params: participant, type, country, since, until
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
),
matching as (
    select id, start_date, end_date
    from events
    where start_date >= case
            when trim(:since) = '' then ''
            else date(
                substr(trim(:since) || '-01-01', 1, 10),
                '-' || (select ifnull(max(julianday(end_date) - julianday(start_date)), 0) from events) || ' days'
            )
        end
        and end_date >= substr(trim(:since) || '-01-01', 1, 10)
        and start_date <= trim(:until) || '~'
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
        )
),
page as (
    select id, (select count(*) from matching) as matching_events
    from matching
    order by start_date, end_date, id
    limit 1001
)
select event_summaries.*, page.matching_events
from page
cross join event_summaries on event_summaries.id = page.id
order by event_summaries.start_date, event_summaries.end_date, event_summaries.id;
