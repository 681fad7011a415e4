-- The offices of one participant.
select office, country_code, first_stated, last_stated, article_count
from offices_held
where participant_id = :id
order by first_stated is null, first_stated, office;
