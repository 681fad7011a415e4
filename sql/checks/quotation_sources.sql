-- No quotation is empty.
select id, article_id, text
from quotations
where trim(text) = '';
