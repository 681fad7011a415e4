"""Training of the event models: takes annotated articles, gives the small files that `ingest.extract.events` reads."""
