-- title: Agreements
-- description: What was agreed, by whom, in what form and how far it has come. Filter by party (a name, or part of one), kind (as treaty or negotiation) and status (as signed).
-- params: party, kind, status
select
    start_date,
    subject,
    parties,
    kind,
    status,
    instrument,
    first_sentence,
    article_count,
    citation_count,
    event,
    event_id,
    id as agreement_id,
    end_date
from agreement_register
where (trim(:party) = '' or instr(lower(parties), lower(trim(:party))))
    and (trim(:kind) = '' or kind = lower(trim(:kind)))
    and (trim(:status) = '' or status = lower(trim(:status)))
order by start_date is null, start_date, subject, id;
