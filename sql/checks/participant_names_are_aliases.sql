-- A participant's name is among its aliases.
select participants.id, participants.name
from participants
left join participant_aliases
    on participant_aliases.participant_id = participants.id and participant_aliases.alias = participants.name
where participant_aliases.alias is null;
