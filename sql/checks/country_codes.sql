-- A country code is two capital letters, as in ISO 3166-1.
select 'participants' as table_name, id, country_code from participants where country_code not glob '[A-Z][A-Z]'
union all
select 'places', id, country_code from places where country_code not glob '[A-Z][A-Z]'
union all
select 'offices_held', id, country_code from offices_held where country_code not glob '[A-Z][A-Z]';
