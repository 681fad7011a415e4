-- A column that holds one of a few words holds one that the schema names.
with allowed (column_name, value) as (
    values
        ('articles.published_basis', 'metadata'), ('articles.published_basis', 'manifest'),
        ('articles.published_basis', 'url'), ('articles.published_basis', 'filename'),
        ('articles.published_basis', 'dateline'), ('articles.published_basis', 'corroborated'),
        ('articles.published_basis', 'unknown'),
        ('inputs.outcome', 'loaded'), ('inputs.outcome', 'unchanged'),
        ('inputs.outcome', 'duplicate'), ('inputs.outcome', 'rejected'),
        ('time_expressions.type', 'DATE'), ('time_expressions.type', 'TIME'),
        ('time_expressions.type', 'DURATION'), ('time_expressions.type', 'SET'),
        ('anchor', 'publication'), ('anchor', 'expression'), ('anchor', 'event'),
        ('anchor', 'absolute'), ('anchor', 'none'),
        ('precision', 'second'), ('precision', 'minute'), ('precision', 'hour'), ('precision', 'part_of_day'),
        ('precision', 'day'), ('precision', 'weekend'), ('precision', 'week'), ('precision', 'month'),
        ('precision', 'quarter'), ('precision', 'season'), ('precision', 'half'), ('precision', 'year'),
        ('precision', 'decade'), ('precision', 'century'), ('precision', 'interval'), ('precision', 'unknown'),
        ('events.date_basis', 'own_clause'), ('events.date_basis', 'discourse'), ('events.date_basis', 'inherited'),
        ('events.date_basis', 'other_article'), ('events.date_basis', 'none'),
        ('status', 'occurred'), ('status', 'ongoing'), ('status', 'planned'),
        ('status', 'alleged'), ('status', 'cancelled'), ('status', 'denied'),
        ('participants.kind', 'person'), ('participants.kind', 'country'),
        ('participants.kind', 'organisation'), ('participants.kind', 'group'),
        ('places.kind', 'country'), ('places.kind', 'region'), ('places.kind', 'city'),
        ('places.kind', 'water'), ('places.kind', 'site'), ('places.kind', 'other'),
        ('role', 'actor'), ('role', 'recipient'), ('role', 'party'),
        ('relation', 'part_of'), ('relation', 'agreed_at'), ('relation', 'follows'), ('relation', 'possible_duplicate'),
        ('agreements.kind', 'treaty'), ('agreements.kind', 'upgrade'), ('agreements.kind', 'negotiation'),
        ('agreements.kind', 'review'), ('agreements.kind', 'sale'), ('agreements.kind', 'ceasefire'),
        ('agreements.kind', 'declaration'), ('agreements.kind', 'contract'), ('agreements.kind', 'commitment'),
        ('agreements.kind', 'other'),
        ('agreements.status', 'proposed'), ('agreements.status', 'negotiating'), ('agreements.status', 'agreed'),
        ('agreements.status', 'signed'), ('agreements.status', 'in_force'), ('agreements.status', 'suspended'),
        ('agreements.status', 'ended'), ('agreements.status', 'rejected'),
        ('attribute', 'date'), ('attribute', 'place'), ('attribute', 'participant'),
        ('attribute', 'office_holder'), ('attribute', 'status'), ('attribute', 'count'),
        ('conflicts.kind', 'contradiction'), ('conflicts.kind', 'granularity'), ('conflicts.kind', 'update'),
        ('conflicts.kind', 'office_holder'), ('conflicts.kind', 'anachronism'),
        ('sentences.role', 'body'), ('sentences.role', 'heading'), ('sentences.role', 'furniture'),
        ('sentences.role', 'dateline'), ('sentences.role', 'speaker'),
        ('sentences.role', 'pull_quote'), ('sentences.role', 'reference'),
        ('flag', '0'), ('flag', '1')
),
held (table_name, column_name, value) as (
    select distinct 'articles', 'articles.published_basis', published_basis from articles
    union all select distinct 'inputs', 'inputs.outcome', outcome from inputs
    union all select distinct 'time_expressions', 'time_expressions.type', type from time_expressions
    union all select distinct 'time_expressions', 'anchor', anchor from time_expressions
    union all select distinct 'time_expressions', 'precision', granularity from time_expressions
    union all select distinct 'events', 'precision', date_precision from events
    union all select distinct 'events', 'events.date_basis', date_basis from events
    union all select distinct 'events', 'status', status from events
    union all select distinct 'event_mentions', 'status', status from event_mentions
    union all select distinct 'participants', 'participants.kind', kind from participants
    union all select distinct 'places', 'places.kind', kind from places
    union all select distinct 'event_participants', 'role', role from event_participants
    union all select distinct 'event_participants', 'flag', cast(disputed as text) from event_participants
    union all select distinct 'event_links', 'relation', relation from event_links
    union all select distinct 'agreements', 'agreements.kind', kind from agreements
    union all select distinct 'agreements', 'agreements.status', status from agreements
    union all select distinct 'claims', 'attribute', attribute from claims
    union all select distinct 'conflicts', 'attribute', attribute from conflicts
    union all select distinct 'conflicts', 'conflicts.kind', kind from conflicts
    union all select distinct 'sentences', 'sentences.role', role from sentences
    union all select distinct 'sentences', 'flag', cast(interpretive as text) from sentences
)
select held.table_name, held.column_name, held.value
from held
left join allowed on allowed.column_name = held.column_name and allowed.value = held.value
where held.value is not null and allowed.value is null;
