-- title: Quotations by speaker
-- description: What was said, by whom, in which article. Filter by speaker (a name, or part of one) and by words of the quotation.
-- params: speaker, words
select
    coalesce(participants.name, quotations.speaker_text) as speaker,
    quotations.text as quotation,
    quotations.cue,
    coalesce(articles.title, articles.path) as article,
    articles.published,
    quotations.speaker_id as participant_id,
    quotations.article_id
from quotations
join articles on articles.id = quotations.article_id
left join participants on participants.id = quotations.speaker_id
where articles.duplicate_of is null
    and (
        trim(:speaker) = ''
        or instr(lower(coalesce(participants.name, '') || ' ' || ifnull(quotations.speaker_text, '')), lower(trim(:speaker)))
    )
    and (trim(:words) = '' or instr(lower(quotations.text), lower(trim(:words))))
order by speaker is null, speaker, articles.published, quotations.article_id, quotations.start_char;
