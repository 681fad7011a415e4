-- A conflict stands between claims, at least two, on its own event.
select conflicts.id, conflicts.event_id, count(claims.id) as claims
from conflicts
left join conflict_claims on conflict_claims.conflict_id = conflicts.id
left join claims on claims.id = conflict_claims.claim_id
group by conflicts.id
having count(claims.id) < 2 or sum(claims.event_id <> conflicts.event_id) > 0;
