"""Who and where: names, countries, offices, descriptions and places, for `ingest.extract.cast` to put together."""
