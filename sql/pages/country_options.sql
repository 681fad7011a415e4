-- Countries of participants and places, by the name that articles use where they name the country itself.
with codes as (
    select country_code from participants where country_code is not null
    union
    select country_code from places where country_code is not null
)
select
    codes.country_code as code,
    coalesce(
        (
            select name
            from participants
            where participants.country_code = codes.country_code and kind = 'country'
            order by mention_count desc, name
            limit 1
        ),
        codes.country_code
    ) as name
from codes
order by name;
