-- What names a sentence stands in that sentence of that article; a quotation may run on beyond it.
with spans as (
    select 'event_mentions' as table_name, id, article_id, sentence_id, start_char, end_char from event_mentions
    union all
    select 'agreement_mentions', id, article_id, sentence_id, start_char, end_char from agreement_mentions
    union all
    select 'citations', id, article_id, sentence_id, start_char, end_char from citations
    union all
    select 'quotations', id, article_id, sentence_id, start_char, null from quotations
    union all
    select 'time_expressions', id, article_id, sentence_id, start_char, null
    from time_expressions
    where sentence_id is not null
)
select spans.table_name, spans.id, spans.sentence_id
from spans
join sentences on sentences.id = spans.sentence_id
where sentences.article_id <> spans.article_id
    or spans.start_char < sentences.start_char
    or spans.start_char >= sentences.end_char
    or spans.end_char > sentences.end_char;
