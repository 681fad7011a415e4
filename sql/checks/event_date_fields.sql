-- An undated event has precision 'unknown'; a dated one says on what basis.
select id, start_date, date_precision, date_basis
from events
where (start_date is null and date_precision <> 'unknown')
    or (start_date is not null and (date_precision = 'unknown' or date_basis = 'none'));
