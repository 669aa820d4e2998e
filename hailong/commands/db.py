"""`hailong db`: bring the database up to date, and tell where it stands."""

import click

from hailong.report import show


@click.group()
def command() -> None:
    """Migrate the database."""


@command.command()
def upgrade() -> None:
    """Bring the schema to this release; running it twice changes nothing."""
    from hailong.home import bring_up, open_home

    with open_home(current=False) as home:
        bring_up(home)
    click.echo("The database is up to date.", err=True)


@command.command()
@click.option("--json", "as_json", is_flag=True)
def current(as_json: bool) -> None:
    """Show the revisions that the database stands at and those of this release."""
    from hailong import schema
    from hailong.home import open_home

    with open_home(current=False) as home:
        stands = schema.current(home.store.engine)
    rows = [{"revision": revision, "applied": revision in stands} for revision in schema.newest()]
    show(rows, columns=[("revision", "Revision"), ("applied", "Applied")], as_json=as_json)
