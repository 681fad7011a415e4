"""Dateline: articles in, a database of events out. One folder or module per station; see `ingest.build`."""

__version__ = "0.1.0"
