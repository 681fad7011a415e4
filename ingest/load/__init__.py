"""Loading: rows go in, one SQLite file comes out, whole or not at all."""

from ingest.load.database import SCHEMA_VERSION, write_database

__all__ = ["SCHEMA_VERSION", "write_database"]
