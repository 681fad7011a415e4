"""`python -m ingest` is `dateline`."""

from ingest.cli import main

if __name__ == "__main__":
    main()
