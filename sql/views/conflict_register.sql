-- One row per conflict, with the claims that stand against each other and how many articles make each.
create view conflict_register as
select
    conflicts.id,
    conflicts.event_id,
    events.title as event,
    events.start_date,
    events.end_date,
    conflicts.attribute,
    conflicts.kind,
    conflicts.summary,
    (
        select group_concat(claim || ': ' || articles || case articles when 1 then ' article' else ' articles' end, '; ')
        from (
            select
                coalesce(participants.name || ' (' || claims.value || ')', claims.value, participants.name, '?') as claim,
                count(distinct coalesce(articles.duplicate_of, articles.id)) as articles
            from conflict_claims
            join claims on claims.id = conflict_claims.claim_id
            join articles on articles.id = claims.article_id
            left join participants on participants.id = claims.participant_id
                and participants.name <> ifnull(claims.value, '')
            where conflict_claims.conflict_id = conflicts.id
            group by participants.id, claims.value
            order by articles desc, claims.value
        )
    ) as claims,
    (
        select count(distinct coalesce(articles.duplicate_of, articles.id))
        from conflict_claims
        join claims on claims.id = conflict_claims.claim_id
        join articles on articles.id = claims.article_id
        where conflict_claims.conflict_id = conflicts.id
    ) as article_count
from conflicts
join events on events.id = conflicts.event_id;
