-- The conflicts on one event, claim by claim, the claims of most articles first.
with sides as (
    select
        conflicts.id as conflict_id,
        conflicts.attribute,
        conflicts.kind,
        conflicts.summary,
        claims.id as claim_id,
        claims.value,
        claims.participant_id,
        participants.name as participant,
        claims.citation_marker,
        articles.id as article_id,
        coalesce(articles.title, articles.path) as article,
        articles.duplicate_of,
        articles.published,
        sources.name as source,
        sentences.text as sentence,
        ifnull(claims.participant_id, '') || '|' || ifnull(claims.value, '') as side
    from conflicts
    join conflict_claims on conflict_claims.conflict_id = conflicts.id
    join claims on claims.id = conflict_claims.claim_id
    join articles on articles.id = claims.article_id
    join sentences on sentences.id = claims.sentence_id
    left join participants on participants.id = claims.participant_id
    left join sources on sources.id = articles.source_id
    where conflicts.event_id = :id
)
select *, count(*) over (partition by conflict_id, side) as support
from sides
order by conflict_id, support desc, side, duplicate_of is not null, published, claim_id;
