-- A time expression has both days or neither, real days, earliest not after latest.
select id, earliest, latest
from time_expressions
where (earliest is null) <> (latest is null)
    or earliest > latest
    or (earliest is not null and date(earliest) is not earliest)
    or (latest is not null and date(latest) is not latest);
