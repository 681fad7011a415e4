-- One participant, with how many events and quotations there are.
select
    participants.*,
    (select count(distinct event_id) from event_participants where participant_id = participants.id) as event_count,
    (
        select count(*)
        from quotations
        join articles on articles.id = quotations.article_id
        where quotations.speaker_id = participants.id and articles.duplicate_of is null
    ) as quotation_count
from participants
where id = :id;
