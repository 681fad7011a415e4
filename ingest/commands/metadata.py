"""`dateline metadata`: takes the saved queries of `sql/queries`, writes them into `metadata.yml`."""

from __future__ import annotations

import click

from ingest.errors import DatelineError
from ingest.resources import resource
from ingest.web.queries import in_step, saved_queries, with_queries


@click.command("metadata")
@click.option("--check", is_flag=True, help="Write nothing; fail where the file and sql/queries are out of step.")
def metadata_command(check: bool) -> None:
    """Write the saved queries of sql/queries/*.sql into metadata.yml."""
    if check:
        if not in_step():
            raise DatelineError("metadata.yml is out of step with sql/queries. Run `dateline metadata`")
        return
    path = resource("metadata.yml")
    path.write_text(with_queries(path.read_text(encoding="utf-8"), saved_queries()), encoding="utf-8")
    click.echo(f"{path}: {len(saved_queries())} saved queries")
