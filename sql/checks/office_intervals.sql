-- An office has both stated days or neither, real days, the first not after the last.
select id, first_stated, last_stated
from offices_held
where (first_stated is null) <> (last_stated is null)
    or first_stated > last_stated
    or (first_stated is not null and date(first_stated) is not first_stated)
    or (last_stated is not null and date(last_stated) is not last_stated);
