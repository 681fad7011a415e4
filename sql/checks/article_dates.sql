-- published_earliest and published_latest stand together, in order, are days, and agree with published.
select id, published, published_earliest, published_latest
from articles
where (published_earliest is null) <> (published_latest is null)
    or published_earliest > published_latest
    or (published_earliest is not null and date(published_earliest) is not published_earliest)
    or (published_latest is not null and date(published_latest) is not published_latest)
    or (published is not null and published_earliest is not null
        and substr(published, 1, 10) not between published_earliest and published_latest);
