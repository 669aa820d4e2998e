"""`hailong db`: bring the database up to date, and tell where it stands."""

import sys

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
        stands = schema.opened(home.store.engine, home.settings)
    rows = [{"revision": revision, "applied": revision in stands} for revision in schema.newest()]
    show(rows, columns=[("revision", "Revision"), ("applied", "Applied")], as_json=as_json)


@command.command()
@click.argument("url")
@_JSON
def move(url: str, as_json: bool) -> None:
    """Move everything from SQLite into the empty PostgreSQL database URL; - reads it from input.

    Stop the server before. All of it is compared and proven, or nothing is moved; the old file is
    set aside. Afterwards set HAILONG_DATABASE_URL.
    """
    from hailong.backup.making import size
    from hailong.home import open_home
    from hailong.moving import move as move_all
    from hailong.report import progress

    # On the command line a password would stand in the list of processes.
    if url == "-":
        url = sys.stdin.readline().strip()
    with open_home() as home, progress(size(home.store.engine), "moving") as advance:
        done = move_all(home, url, advance)
    rows = [{"table": name, "rows": n} for name, n in sorted(done.counts.items())]
    extra = {"into": done.into, "left": str(done.left), "before": done.before}
    show(rows, columns=[("table", "Table"), ("rows", "Rows")], as_json=as_json, extra=extra)
    was = "was moved before: every row is there" if done.before else "is moved"
    say(f"Everything {was}, in {done.into}. The old file is {done.left}; it still holds people's")
    say("data: delete it once a backup of the new database is proven.")
    say("Set HAILONG_DATABASE_URL, then start the server.")
