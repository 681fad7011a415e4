-- Participants, aliases and places have names.
select 'participants' as table_name, id from participants where trim(name) = ''
union all
select 'participant_aliases', participant_id from participant_aliases where trim(alias) = ''
union all
select 'places', id from places where trim(name) = '';
