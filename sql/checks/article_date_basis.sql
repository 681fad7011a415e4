-- An article without a date has basis 'unknown', and one with a date has another.
select id, published_earliest, published, published_basis
from articles
where (published is null and published_earliest is null) <> (published_basis = 'unknown');
