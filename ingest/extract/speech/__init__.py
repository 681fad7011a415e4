"""Direct speech: where it begins and ends, and whose it is; `ingest.extract.quotations` puts them together."""
