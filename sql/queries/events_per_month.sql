-- title: Events by month and type
-- description: How many events began in each month, by type. Events whose days are known only within more than a month do not count. Filter by type (as CONSULT), since and until (as 2024 or 2024-05).
-- params: type, since, until
-- fragment: g.mark=bar&g.x_column=month&g.x_type=temporal&g.y_column=events&g.y_type=quantitative&g.color_column=type
select
    month || '-01T00:00:00' as month,
    type_label as type,
    quad_class,
    events,
    articles,
    disputed
from events_by_month
where (trim(:type) = '' or type = upper(trim(:type)))
    and month >= substr(trim(:since), 1, 7)
    and month <= trim(:until) || '~'
order by month, type;
