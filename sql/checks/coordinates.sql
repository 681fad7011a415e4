-- Coordinates come in pairs and lie on the globe.
select id, latitude, longitude
from places
where (latitude is null) <> (longitude is null)
    or latitude not between -90 and 90
    or longitude not between -180 and 180;
