-- One row per agreement, with its parties, the event that made it and the first sentence that tells of it.
create view agreement_register as
select
    agreements.id,
    agreements.subject,
    agreements.instrument,
    agreements.kind,
    agreements.status,
    agreements.topic,
    (
        select group_concat(name, '; ')
        from (
            select participants.name
            from agreement_parties
            join participants on participants.id = agreement_parties.participant_id
            where agreement_parties.agreement_id = agreements.id
            order by participants.name
        )
    ) as parties,
    agreements.start_date,
    agreements.end_date,
    agreements.event_id,
    events.title as event,
    agreements.article_count,
    (
        select count(*) from agreement_citations where agreement_citations.agreement_id = agreements.id
    ) as citation_count,
    (
        select sentences.text
        from agreement_mentions
        join sentences on sentences.id = agreement_mentions.sentence_id
        join articles on articles.id = agreement_mentions.article_id
        where agreement_mentions.agreement_id = agreements.id
        order by articles.duplicate_of is not null, articles.published_earliest, articles.id, agreement_mentions.start_char
        limit 1
    ) as first_sentence
from agreements
left join events on events.id = agreements.event_id;
