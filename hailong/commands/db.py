"""`hailong db`: bring the database up to date, and tell where it stands."""

import click

from hailong.report import say, show

_JSON = click.option("--json", "as_json", is_flag=True)


@click.group()
def command() -> None:
    """Migrate the database."""


@command.command()
@click.option("--no-backup", is_flag=True, help="One was made by other means.")
@_JSON
def upgrade(no_backup: bool, as_json: bool) -> None:
    """Bring the schema to this release, after a backup; running it twice changes nothing.

    Stop the servers before. Where it fails, nothing was changed.
    """
    from hailong.home import open_home
    from hailong.upgrading import bring_up

    with open_home(current=False) as home:
        done = bring_up(home, backup=not no_backup)
    if done.backup:
        say(f"Backed up first: {done.backup}")
    for line in done.told:
        say(f"Changed by this release: {line}")
    say("The database is up to date.")
    if as_json:
        row = {
            "before": list(done.before),
            "after": list(done.after),
            "backup": str(done.backup) if done.backup else None,
            "chained": done.chained,
            "changed": list(done.told),
        }
        show([row], columns=[], as_json=True)


@command.command()
@_JSON
def current(as_json: bool) -> None:
    """Show the revisions that the database stands at and those of this release."""
    from hailong import schema
    from hailong.home import open_home

    with open_home(current=False) as home:
        stands = schema.current(home.store.engine)
    rows = [{"revision": revision, "applied": revision in stands} for revision in schema.newest()]
    show(rows, columns=[("revision", "Revision"), ("applied", "Applied")], as_json=as_json)
